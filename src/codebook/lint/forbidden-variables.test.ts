import assert from "node:assert/strict";
import { test } from "node:test";
import { option, writtenCodebook } from "../testing/written-codebook.ts";
import { lintCodebook } from "./lint-codebook.ts";

function isForbidden(variable: object): boolean {
  return lintCodebook(writtenCodebook({ variables: [variable] })).some(
    ({ code, at }) =>
      code === "codebook-forbidden-variable" && at?.startsWith("/variables/0") === true,
  );
}

function asked(sv: string, en: string): object {
  return { id: "V01", concept: "something", label: { sv, en } };
}

test("what the law or our own minimisation forbids is found in Swedish labels", () => {
  for (const label of [
    "Är medlem i fackförening",
    "Facklig tillhörighet",
    "Personnummer",
    "Klientens personnr",
    "Samordningsnummer",
    "Födelsedatum",
    "Klientens namn",
    "Efternamn",
    "Hemadress",
    "Postnummer",
    "Telefonnummer",
    "Mobilnummer",
    "E-postadress",
    "Mejl",
    "Har skyddad identitet",
    "Skyddade personuppgifter",
    "Sekretessmarkering",
    "Skyddad folkbokföring",
    "Kvarskrivning",
  ]) {
    assert.ok(isForbidden(asked(label, "Something")), label);
  }
});

test("and in English labels", () => {
  for (const label of [
    "Union membership",
    "Personal identity number",
    "Date of birth",
    "Name",
    "Last name",
    "Address",
    "Postal code",
    "Phone",
    "E-mail",
    "Has a protected identity",
  ]) {
    assert.ok(isForbidden(asked("Något", label)), label);
  }
});

test("and in ids and concepts, however they are put together", () => {
  for (const concept of ["phoneNumber", "firstName", "unionMember", "protectedIdentity", "email"]) {
    assert.ok(isForbidden({ id: "V01", concept }), concept);
  }
  assert.ok(isForbidden({ id: "personnummer", concept: "something" }));
});

test("an option that flags protected identity is a flag too, and is named", () => {
  const flag = {
    id: "V01",
    concept: "needs",
    options: [option(1, "Tolk"), option(2, "Skyddade personuppgifter")],
  };
  const [found] = lintCodebook(writtenCodebook({ variables: [flag] }));
  assert.equal(found?.code, "codebook-forbidden-variable");
  assert.equal(found?.at, "/variables/0/options/1 (V01)");
});

test("a field or a whole group is no way round", () => {
  const problems = lintCodebook(
    writtenCodebook({ groups: [{ id: "phone", fields: [{ id: "name", concept: "nameOf" }] }] }),
  );
  assert.deepEqual(
    problems.map(({ code, at }) => `${code} ${at}`),
    [
      "codebook-forbidden-variable /groups/0 (phone)",
      "codebook-forbidden-variable /groups/0/fields/0 (phone.name)",
    ],
  );
});

test("ordinary words that resemble them are let through", () => {
  for (const [sv, en] of [
    ["Reunion med familjen", "Family reunion"],
    ["Nämndens beslut", "The committee's decision"],
    ["Har sammanboende", "Lives together"],
    ["Postat hot i sociala medier", "Posted threats"],
  ] as const) {
    assert.equal(isForbidden(asked(sv, en)), false, sv);
  }
});
