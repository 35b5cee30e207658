import assert from "node:assert/strict";
import { test } from "node:test";
import { type AnswerSheet, libraryCodebooks } from "#codebook";
import { isoDate, itemId } from "#kernel";
import { problemsOf } from "./phase-problems.ts";

const [codebook = assert.fail("the library is empty")] = libraryCodebooks();
const empty: AnswerSheet = { answers: {}, items: [] };

test("each missing answer leads to its own question", () => {
  const [first] = problemsOf(codebook, empty, "background");
  assert.equal(first?.stepId, "fraga-V01");
  assert.equal(first?.short, "Kön");
});

test("at the question stands what to do there, without its name once more", () => {
  const found = problemsOf(codebook, empty, "background");
  const maySayMissing = (id: string) =>
    codebook.variables.some((variable) => `fraga-${variable.id}` === id && variable.missing.length);
  for (const { stepId = "", sentence } of found) {
    assert.equal(
      sentence,
      maySayMissing(stepId) ? "Svara, eller välj uppgift saknas." : "Svara på frågan.",
    );
  }
  const atGroup = problemsOf(codebook, empty, "before").find(
    ({ stepId }) => stepId === "lagg-till-riskAssessment",
  );
  assert.equal(atGroup?.sentence, "Lägg till minst en rad.");
});

test("a missing row leads to the button that adds one", () => {
  const found = problemsOf(codebook, empty, "before").map(({ stepId }) => stepId);
  assert.ok(found.includes("lagg-till-riskAssessment"));
});

test("a field says in which row it is missing", () => {
  const row = {
    id: itemId("a".repeat(32)),
    group: "riskAssessment",
    phase: "before",
    answers: {},
  } as const;
  const found = problemsOf(codebook, { answers: {}, items: [row] }, "before");
  assert.ok(found.some(({ short }) => short === "Metod (rad 1)"));
});

test("closing asks for all phases, each problem with its own", () => {
  const phases = new Set(problemsOf(codebook, empty, "after").map(({ phase }) => phase));
  assert.deepEqual([...phases], ["background", "before", "during", "after"]);
});

test("a row that ends before it starts is told at its end", () => {
  const id = itemId("b".repeat(32));
  const answers = {
    start: { kind: "date", date: isoDate("2026-03-12") },
    end: { kind: "date", date: isoDate("2026-03-01") },
  } as const;
  const sheet: AnswerSheet = {
    answers: { V16: { kind: "codes", codes: [1] } },
    items: [{ id, group: "intervention", phase: "during", answers }],
  };
  const found = problemsOf(codebook, sheet, "during").map(({ stepId }) => stepId);
  assert.ok(found.includes(`fraga-${id}.end`));
});
