import assert from "node:assert/strict";
import { test } from "node:test";
import { type AsTold, carriedOver, namedQuestions, type QuestionName } from "./carried-over.ts";
import type { Codebook } from "./codebook.ts";
import { effectiveCodebook } from "./library.ts";
import { option, writtenCodebook } from "./testing/written-codebook.ts";

type Written = Parameters<typeof writtenCodebook>[0];

const note = { sv: "Delades i två.", en: "Divided into two." };

function older(variable: object, more: Written = {}): Codebook {
  return writtenCodebook({ id: "older", variables: [{ id: "housing", ...variable }], ...more });
}

function newer(variable: object, more: Written = {}): Codebook {
  return writtenCodebook({ id: "newer", variables: [{ id: "housing", ...variable }], ...more });
}

function told(
  newest: Codebook,
  earlier: Codebook,
  asTold: AsTold = "as-answered",
  name: QuestionName = { id: "housing" },
) {
  const found = carriedOver(newest, earlier, name, asTold);
  return found.kind === "recoded" ? [...found.codes] : found.kind;
}

const ofOlder = { concept: "housing", codebook: "older", variable: "housing", note };

test("unchanged options need no word: the answers are the same", () => {
  assert.equal(told(newer({}), older({})), "same");
  const repunctuated = [option(1, "svar: 1"), option(2), option(3)];
  assert.equal(told(newer({ options: repunctuated }), older({})), "same");
});

test("an option that was added or taken away leaves the others as they were, and marks it", () => {
  const four = { options: [1, 2, 3, 4].map((code) => option(code)) };
  const kept = [
    [1, 1],
    [2, 2],
    [3, 3],
  ];
  assert.deepEqual(told(newer(four), older({})), kept);
  assert.deepEqual(told(newer({}), older(four)), kept);
});

test("a code with other words has no counterpart, whatever its number", () => {
  const other = { options: [option(1), option(2, "Något annat"), option(3)] };
  assert.deepEqual(told(newer(other), older({})), [
    [1, 1],
    [3, 3],
  ]);
  const allOther = { options: [option(1, "Ett"), option(2, "Två"), option(3, "Tre")] };
  assert.equal(told(newer(allOther), older({})), "incomparable");
});

test("what the codebook says of its codes stands before what follows by rule", () => {
  const joined = newer(
    { options: [option(1), option(4, "Svar 2 eller 3")] },
    { earlier: [{ ...ofOlder, codes: [{ from: [2, 3], to: 4 }], meaning: "kept" }] },
  );
  assert.deepEqual(told(joined, older({})), [
    [1, 1],
    [2, 4],
    [3, 4],
  ]);
});

test("a question is found by its concept, also under another name, or where it is said to stand", () => {
  const renamed = writtenCodebook({ id: "older", variables: [{ id: "V9", concept: "housing" }] });
  assert.deepEqual(carriedOver(newer({}), renamed, { id: "housing" }, "as-answered"), {
    kind: "same",
    from: { id: "V9" },
  });
  const other = writtenCodebook({ id: "older", variables: [{ id: "home", concept: "home" }] });
  assert.equal(told(newer({}), other), "absent");
  const said = newer({}, { earlier: [{ ...ofOlder, variable: "home", meaning: "kept" }] });
  assert.equal(told(said, other), "same");
});

test("the same name with another concept is another question", () => {
  assert.equal(told(newer({}), older({ concept: "somethingElse" })), "absent");
});

test("a question whose meaning broke, or that is answered in another way, is incomparable", () => {
  const broken = newer({}, { earlier: [{ ...ofOlder, meaning: "broken" }] });
  assert.equal(told(broken, older({})), "incomparable");
  assert.equal(told(newer({ type: "multiple" }), older({})), "incomparable");
  assert.equal(
    told(newer({ type: "integer", options: [] }), older({ type: "date", options: [] })),
    "incomparable",
  );
});

test("what is said of one earlier codebook says nothing of another, and holds for its local versions", () => {
  const broken = newer({}, { earlier: [{ ...ofOlder, meaning: "broken" }] });
  assert.equal(told(broken, { ...older({}), id: "oldest" }), "same");
  const base = { codebook: "older", version: "1.0.0", namespace: "k9001." };
  assert.equal(told(broken, { ...older({}), id: "k9001-v1", extends: base }), "incomparable");
});

test("fields are found within their own group", () => {
  const risk = { id: "risk", fields: [{ id: "level" }] };
  const [one, other] = [newer({}, { groups: [risk] }), older({}, { groups: [risk] })];
  assert.equal(told(one, other, "as-answered", { id: "level", group: "risk" }), "same");
  const talk = older({}, { groups: [{ id: "talk", fields: [{ id: "level" }] }] });
  assert.equal(told(one, talk, "as-answered", { id: "level", group: "risk" }), "incomparable");
});

const ages = (...ageBandCuts: readonly number[]) => ({ type: "integer", options: [], ageBandCuts });

test("bands are carried over where each lies in a newer one, and otherwise not at all", () => {
  const fine = older(ages(25, 35, 65));
  assert.equal(told(newer(ages(25, 35, 65)), fine, "as-delivered"), "same");
  assert.deepEqual(told(newer(ages(35)), fine, "as-delivered"), [
    [1, 1],
    [2, 1],
    [3, 2],
    [4, 2],
  ]);
  // Two of the four would fit: half an age scale misleads.
  assert.equal(told(newer(ages(25, 40, 65)), fine, "as-delivered"), "incomparable");
  assert.equal(told(newer(ages(25, 40, 65)), fine, "as-answered"), "same");
  assert.equal(told(newer({ type: "integer", options: [] }), fine, "as-delivered"), "incomparable");
});

test("from 2019 to 2021 all is the same, but for bands of age that were delivered as bands", () => {
  const newest = effectiveCodebook("su-kvinnofrid-2021");
  const earlier = effectiveCodebook("su-kvinnofrid-2019");
  assert.ok(newest && earlier);
  for (const asTold of ["as-answered", "as-delivered"] as const) {
    const others: readonly string[] = namedQuestions(newest).flatMap(({ name, id, group }) => {
      const { kind } = carriedOver(newest, earlier, { id, group }, asTold);
      return kind === "same" ? [] : [`${name} ${kind}`];
    });
    assert.deepEqual(others, asTold === "as-answered" ? [] : ["V02 incomparable"]);
  }
});

test("a question that the newest does not have cannot be asked about", () => {
  assert.throws(() => told(newer({}), older({}), "as-answered", { id: "gone" }), /has no «gone»/);
});
