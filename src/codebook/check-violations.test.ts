import assert from "node:assert/strict";
import { test } from "node:test";
import { problemSentence } from "#kernel";
import { checkViolations } from "./check-violations.ts";
import { codes, date, row, sheet, writtenCodebook } from "./testing/written-codebook.ts";

const message = { sv: "Stämmer det?", en: "Is that right?" };
const codebook = writtenCodebook({
  variables: [{ id: "severe" }, { id: "hidden", condition: { answer: "severe", in: [1] } }],
  groups: [
    {
      id: "support",
      phases: ["before", "during"],
      fields: [
        { id: "start", type: "date" },
        { id: "end", type: "date", dateLimits: { notBefore: "start" } },
      ],
    },
  ],
  checks: [
    {
      id: "severe-without-rows",
      phase: "before",
      severity: "warning",
      when: { all: [{ answer: "severe", in: [3] }, { not: { someItem: "support" } }] },
      message,
    },
    {
      id: "hidden-answer",
      phase: "before",
      severity: "error",
      when: { answer: "hidden", in: [2] },
      message,
    },
  ],
});

test("a check speaks where its condition holds, in its own words and with its own weight", () => {
  const [found, ...others] = checkViolations(codebook, sheet({ severe: codes(3) }), "before");
  assert.deepEqual(others, []);
  assert.equal(found?.at, "severe-without-rows");
  assert.equal(found?.severity, "warning");
  assert.equal(found && problemSentence(found), "Stämmer det?");
});

test("it is silent in other phases, on hidden answers, and on what is not answered yet", () => {
  assert.deepEqual(checkViolations(codebook, sheet({ severe: codes(3) }), "during"), []);
  const hidden = sheet({ severe: codes(2), hidden: codes(2) });
  assert.deepEqual(checkViolations(codebook, hidden, "before"), []);
  assert.deepEqual(checkViolations(codebook, sheet({ hidden: codes(2) }), "before"), []);
});

test("a row that ends before it starts is found in its own phase", () => {
  const answers = { start: date("2026-05-01"), end: date("2026-04-01") };
  const backwards = sheet({}, row("a", "support", "during", answers));
  assert.deepEqual(
    checkViolations(codebook, backwards, "during").map(({ code, at }) => [code, at]),
    [["ends-before-start", "a.end"]],
  );
  assert.deepEqual(checkViolations(codebook, backwards, "before"), []);
});
