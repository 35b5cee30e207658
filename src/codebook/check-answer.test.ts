import assert from "node:assert/strict";
import { test } from "node:test";
import { isoDate } from "#kernel";
import type { Answers, AnswerValue } from "./answer.ts";
import { checkAnswer } from "./check-answer.ts";
import type { Question } from "./codebook.ts";
import { codes, date, missing, option, row, writtenCodebook } from "./testing/written-codebook.ts";

const { variables, groups } = writtenCodebook({
  variables: [
    { id: "one", missing: [{ code: 98, label: { sv: "Uppgift saknas", en: "No information" } }] },
    {
      id: "many",
      type: "multiple",
      options: [option(1), option(2), option(3, "Ingen", { exclusive: true })],
    },
    { id: "born", type: "integer", range: { from: 1900, to: 2020 }, ageBandCuts: [25] },
    { id: "day", type: "date", dateLimits: { notAfterToday: true, notBeforeStartIn: ["before"] } },
    { id: "seen", type: "multiple", view: { group: "support", field: "kind", take: "set" } },
  ],
  groups: [
    {
      id: "support",
      fields: [
        { id: "kind" },
        { id: "start", type: "date", dateLimits: { notBeforeStartIn: ["during"] } },
        { id: "end", type: "date", dateLimits: { notBefore: "start" } },
      ],
    },
  ],
});

const dates = { startedOn: isoDate("2026-03-10"), today: isoDate("2026-11-20") };

function found(id: string, value: AnswerValue, siblings?: Answers): readonly string[] {
  const question: Question | undefined =
    variables.find((variable) => variable.id === id) ??
    groups[0]?.fields.find((field) => field.id === id);
  assert.ok(question);
  const context = siblings ? { ...dates, row: row("a", "support", "during", siblings) } : dates;
  return checkAnswer(question, value, context).map(({ code }) => code);
}

function number(value: number): AnswerValue {
  return { kind: "number", number: value };
}

test("a choice is one of the options, and only one where one is asked for", () => {
  assert.deepEqual(found("one", codes(2)), []);
  assert.deepEqual(found("one", codes(7)), ["unknown-option"]);
  assert.deepEqual(found("one", codes(1, 2)), ["wrong-kind-of-answer"]);
  assert.deepEqual(found("one", codes()), ["nothing-chosen"]);
  assert.deepEqual(found("one", number(1)), ["wrong-kind-of-answer"]);
});

test("several may be chosen, but nothing beside «none»; every mistake is told", () => {
  assert.deepEqual(found("many", codes(1, 2)), []);
  assert.deepEqual(found("many", codes(3)), []);
  assert.deepEqual(found("many", codes(1, 3, 9)), ["exclusive-option", "unknown-option"]);
});

test("a missing code must be offered by the question", () => {
  assert.deepEqual(found("one", missing(98)), []);
  assert.deepEqual(found("one", missing(97)), ["unknown-option"]);
});

test("a birth year is a year, and makes an adult of the client when the case starts", () => {
  assert.deepEqual(found("born", number(2008)), []);
  assert.deepEqual(found("born", number(2009)), ["under-eighteen"]);
  assert.deepEqual(found("born", number(1899)), ["number-out-of-range"]);
  assert.deepEqual(found("born", number(2021)), ["number-out-of-range"]);
  assert.deepEqual(found("born", number(1990.5)), ["wrong-kind-of-answer"]);
  assert.deepEqual(found("born", codes(1)), ["wrong-kind-of-answer"]);
});

test("a day exists, has been, and lies within the case", () => {
  assert.deepEqual(found("day", date("2026-03-10")), []);
  assert.deepEqual(found("day", date("2026-11-20")), []);
  assert.deepEqual(found("day", date("2026-02-30")), ["not-a-date"]);
  assert.deepEqual(found("day", date("2026-11-21")), ["date-in-future"]);
  assert.deepEqual(found("day", date("2026-03-09")), ["date-before-start"]);
  assert.deepEqual(found("day", codes(1)), ["wrong-kind-of-answer"]);
});

test("a row neither starts before the case nor ends before it starts", () => {
  assert.deepEqual(found("start", date("2026-03-09"), {}), ["date-before-start"]);
  const started = { start: date("2026-05-01") };
  assert.deepEqual(found("end", date("2026-04-30"), started), ["ends-before-start"]);
  assert.deepEqual(found("end", date("2026-05-01"), started), []);
  assert.deepEqual(found("end", date("2026-04-30"), { start: missing(98) }), []);
  assert.deepEqual(found("end", date("2026-04-30"), {}), []);
});

test("what is computed cannot be answered", () => {
  assert.deepEqual(found("seen", codes(1)), ["not-asked"]);
});
