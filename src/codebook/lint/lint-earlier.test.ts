import assert from "node:assert/strict";
import { test } from "node:test";
import type { Codebook } from "../codebook.ts";
import { option, writtenCodebook } from "../testing/written-codebook.ts";
import { lintCodebook } from "./lint-codebook.ts";

type Written = Parameters<typeof writtenCodebook>[0];

const note = { sv: "Delades i två.", en: "Divided into two." };
const kept = { concept: "housing", codebook: "older", variable: "housing", meaning: "kept", note };
const older = writtenCodebook({
  id: "older",
  variables: [{ id: "housing" }, { id: "count", type: "integer", options: [] }],
  groups: [{ id: "risk", fields: [{ id: "level" }] }],
});

function found(earlier: readonly object[], more: Written = {}, known = older): readonly string[] {
  const codebook: Codebook = writtenCodebook({
    id: "newer",
    variables: [{ id: "housing", options: [option(1), option(4, "Svar 2 eller 3")] }],
    ...more,
    earlier,
  });
  return lintCodebook(codebook, { earlier: [known] }).map(({ code, at, details }) =>
    [code, details?.rule, at].filter((part) => part !== undefined).join(" "),
  );
}

test("a sound word about an earlier question has no problems", () => {
  assert.deepEqual(found([{ ...kept, codes: [{ from: [2, 3], to: 4 }] }]), []);
  assert.deepEqual(found([{ ...kept, meaning: "broken" }]), []);
  // Of a codebook that is not at hand only its own half can be judged.
  assert.deepEqual(found([{ ...kept, codebook: "oldest", variable: "anything" }]), []);
});

test("concept, codebook, variable and codes must be there", () => {
  const unknown = "codebook-unknown-reference";
  assert.deepEqual(found([{ ...kept, concept: "gone" }]), [`${unknown} /earlier/0/concept (gone)`]);
  assert.deepEqual(found([{ ...kept, codebook: "newer" }]), [
    `${unknown} /earlier/0/codebook (housing)`,
  ]);
  assert.deepEqual(found([{ ...kept, variable: "gone" }]), [
    `${unknown} /earlier/0/variable (housing)`,
  ]);
  assert.deepEqual(found([{ ...kept, codes: [{ from: [2, 7], to: 9 }] }]), [
    "codebook-unknown-code /earlier/0/codes/0/to (housing)",
    "codebook-unknown-code /earlier/0/codes/0/from (housing)",
  ]);
});

test("a code is carried over in one way, and one that keeps its words as itself", () => {
  const twice = [
    { from: [2, 3], to: 4 },
    { from: [3], to: 1 },
  ];
  assert.deepEqual(found([{ ...kept, codes: twice }]), [
    "codebook-inconsistent carried-twice /earlier/0/codes/1/from (housing)",
  ]);
  assert.deepEqual(found([{ ...kept, codes: [{ from: [1], to: 4 }] }]), [
    "codebook-inconsistent carried-against-its-words /earlier/0/codes/0/from (housing)",
  ]);
  assert.deepEqual(found([kept, kept]), ["codebook-duplicate /earlier/1 (housing)"]);
});

test("types match, and what broke or has no options carries no codes", () => {
  const count = { ...kept, variable: "count" };
  assert.deepEqual(found([count]), [
    "codebook-inconsistent carried-into-other-type /earlier/0/variable (housing)",
  ]);
  assert.deepEqual(found([{ ...count, meaning: "broken" }]), []);
  assert.deepEqual(found([{ ...kept, variable: "risk.level" }]), [
    "codebook-inconsistent carried-elsewhere /earlier/0/variable (housing)",
  ]);
  const codes = [{ from: [2], to: 4 }];
  assert.deepEqual(found([{ ...kept, meaning: "broken", codes }]), [
    "codebook-inconsistent broken-and-carried /earlier/0/codes (housing)",
  ]);
  const integer = { variables: [{ id: "housing", type: "integer", options: [] }] };
  assert.ok(
    found([{ ...kept, codes }], integer).includes(
      "codebook-inconsistent has-no-options /earlier/0/codes (housing)",
    ),
  );
});

test("bands that cannot be carried over are told of", () => {
  const ages = (...ageBandCuts: readonly number[]) => ({
    variables: [{ id: "age", type: "integer", options: [], ageBandCuts }],
  });
  const before = writtenCodebook({ id: "older", ...ages(26, 41, 61) });
  assert.deepEqual(found([], ages(25, 35), before), [
    "codebook-inconsistent break-not-told /variables/0/ageBandCuts (age)",
  ]);
  const said = { ...kept, concept: "age", variable: "age" };
  assert.deepEqual(found([said], ages(25, 35), before), []);
  assert.deepEqual(found([], ages(41), before), []);
});

test("an overlay says nothing of common questions", () => {
  const common = writtenCodebook({ id: "common", variables: [{ id: "V01", concept: "sex" }] });
  const overlay = writtenCodebook({
    id: "k9001-v2",
    phases: [],
    overlays: { codebook: "common", namespace: "k9001." },
    earlier: [{ ...kept, concept: "sex", codebook: "k9001-v1", variable: "V01" }],
  });
  assert.deepEqual(
    lintCodebook(overlay, { common }).map(({ code, at }) => `${code} ${at}`),
    ["codebook-overlay-touches-common /earlier/0/concept (sex)"],
  );
});
