import assert from "node:assert/strict";
import { test } from "node:test";
import { type AnswerSheet, libraryCodebooks, questionsOf } from "#codebook";
import { itemId } from "#kernel";
import {
  completeStep,
  firstUnanswered,
  neighbour,
  progressOf,
  rowNumber,
  stepsOf,
} from "./steps.ts";

const [codebook = assert.fail("the library is empty")] = libraryCodebooks();
const empty: AnswerSheet = { answers: {}, items: [] };
const one = { kind: "codes", codes: [1] } as const;

function row(letter: string): AnswerSheet["items"][number] {
  return { id: itemId(letter.repeat(32)), group: "riskAssessment", phase: "before", answers: {} };
}

function idsOf(sheet: AnswerSheet, phase: "background" | "before"): readonly string[] {
  return stepsOf(questionsOf(codebook, sheet, phase)).map(({ id }) => id);
}

test("the keyboard stops at every question and ends at the button", () => {
  const ids = idsOf(empty, "background");
  assert.equal(ids[0], "fraga-V01");
  assert.equal(ids.at(-1), completeStep.id);
});

test("the rows of a group come before the button that adds one", () => {
  const ids = idsOf({ answers: {}, items: [row("a")] }, "before");
  const at = ids.indexOf(`fraga-${"a".repeat(32)}.method`);
  assert.ok(at > 0);
  assert.ok(ids.indexOf("lagg-till-riskAssessment") > at);
});

test("at either end there is no neighbour, so that focus stays", () => {
  const steps = stepsOf(questionsOf(codebook, empty, "background"));
  assert.equal(neighbour(steps, "fraga-V01", -1), undefined);
  assert.equal(neighbour(steps, completeStep.id, 1), undefined);
  assert.equal(neighbour(steps, "fraga-V01", 1)?.id, "fraga-V02");
  assert.equal(neighbour(steps, "unknown", 1), undefined);
});

/** Answers everything that is asked, and what is asked because of it. */
function answered(phase: "background" | "before"): AnswerSheet {
  let sheet = empty;
  for (;;) {
    const step = firstUnanswered(codebook, sheet, phase);
    if (step.kind !== "question") return sheet;
    sheet = { ...sheet, answers: { ...sheet.answers, [step.address.variable]: one } };
  }
}

test("work goes on at the first question without an answer", () => {
  assert.equal(firstUnanswered(codebook, empty, "background").id, "fraga-V01");
  const sheet = { answers: { V01: one }, items: [] };
  assert.equal(firstUnanswered(codebook, sheet, "background").id, "fraga-V02");
});

test("with every question answered it goes on at the missing row, else at the end", () => {
  assert.equal(
    firstUnanswered(codebook, answered("before"), "before").id,
    "lagg-till-riskAssessment",
  );
  assert.equal(firstUnanswered(codebook, answered("background"), "background"), completeStep);
});

test("progress counts what is asked, and grows with the questions that answers bring", () => {
  assert.equal(progressOf(codebook, empty, "background").answered, 0);
  const before = progressOf(codebook, empty, "before");
  const asked = progressOf(
    codebook,
    { answers: { V04: { kind: "codes", codes: [2] } }, items: [] },
    "before",
  );
  assert.equal(asked.asked, before.asked + 1);
});

test("rows are numbered within their group and phase", () => {
  const sheet = {
    answers: {},
    items: [row("a"), { ...row("c"), phase: "during" as const }, row("b")],
  };
  assert.equal(rowNumber(sheet, row("b").id), 2);
  assert.equal(rowNumber(sheet, row("c").id), 1);
});
