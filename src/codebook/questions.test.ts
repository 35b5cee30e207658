import assert from "node:assert/strict";
import { test } from "node:test";
import type { AnswerSheet } from "./answer.ts";
import type { PhaseId } from "./phase.ts";
import { hiddenAnswers, hiddenItems, missingAnswers, questionsOf } from "./questions.ts";
import { codes, row, sheet, writtenCodebook } from "./testing/written-codebook.ts";

const codebook = writtenCodebook({
  variables: [
    { id: "first" },
    { id: "kinds", type: "multiple", view: { group: "support", field: "kind", take: "set" } },
    { id: "second", condition: { answer: "first", in: [1] } },
    { id: "optional", required: false },
    { id: "later", phase: "after" },
  ],
  groups: [
    { id: "note", phases: ["before"], fields: [{ id: "what" }] },
    {
      id: "support",
      phases: ["before", "during"],
      requiredIn: ["before"],
      condition: { answer: "first", in: [1, 2] },
      fields: [
        { id: "kind" },
        { id: "how", required: false },
        { id: "why", condition: { field: "kind", in: [2] } },
      ],
    },
  ],
});

function asked(answered: AnswerSheet, phase: PhaseId): readonly string[] {
  return questionsOf(codebook, answered, phase).map((question) =>
    question.kind === "question"
      ? question.variable.id
      : `${question.group.id}(${question.rows.map(
          ({ item, fields }) => `${item.id}: ${fields.map(({ id }) => id).join(" ")}`,
        )})`,
  );
}

function missingIn(answered: AnswerSheet, phase: PhaseId): readonly string[] {
  return missingAnswers(codebook, answered, phase).map(({ at }) => at);
}

test("a phase asks what it can; a group stands where its view stands, others last", () => {
  assert.deepEqual(asked(sheet({}), "before"), ["first", "optional", "note()"]);
  const answered = sheet(
    { first: codes(1) },
    row("a", "support", "before", { kind: codes(2) }),
    row("b", "support", "before", { kind: codes(1) }),
    row("c", "support", "during", {}),
  );
  assert.deepEqual(asked(answered, "before"), [
    "first",
    "support(a: kind how why,b: kind how)",
    "second",
    "optional",
    "note()",
  ]);
  assert.deepEqual(asked(answered, "during"), ["support(c: kind how)"]);
  assert.deepEqual(asked(answered, "after"), ["later"]);
});

test("a phase lacks its required answers, and the first row of a required group", () => {
  assert.deepEqual(missingIn(sheet({}), "before"), ["first"]);
  assert.deepEqual(missingIn(sheet({ first: codes(1) }), "before"), ["support", "second"]);
  const withRow = sheet({ first: codes(2) }, row("a", "support", "before", { kind: codes(2) }));
  assert.deepEqual(missingIn(withRow, "before"), ["a.why"]);
  assert.deepEqual(missingIn(sheet({ first: codes(3) }), "before"), []);
});

test("what is missing carries the words that people know it by", () => {
  const [found] = missingAnswers(codebook, sheet({}), "before");
  assert.deepEqual(found, {
    kind: "answer",
    address: { variable: "first" },
    at: "first",
    label: { sv: "first", en: "first" },
  });
});

test("answers and rows that are no longer asked are found, in other phases too", () => {
  const changed = sheet(
    { first: codes(3), second: codes(1), optional: codes(1) },
    row("a", "support", "during", { kind: codes(1), how: codes(2) }),
    row("b", "note", "before", { what: codes(1) }),
  );
  assert.deepEqual(hiddenAnswers(codebook, changed), [
    { variable: "second" },
    { variable: "kind", item: "a" },
    { variable: "how", item: "a" },
  ]);
  assert.deepEqual(
    hiddenItems(codebook, changed).map(({ id }) => id),
    ["a"],
  );
});

test("an answer whose question only waits is kept", () => {
  assert.deepEqual(hiddenAnswers(codebook, sheet({ second: codes(1) })), []);
});
