import assert from "node:assert/strict";
import { test } from "node:test";
import { effectiveCodebook, type Item, type Question } from "#codebook";
import { instant, isoDate, itemId } from "#kernel";
import { parseTypedDate } from "../../keyboard/typed-date.ts";
import { dateFrame, isTodayLikely } from "./date-frame.ts";

const codebook = effectiveCodebook("su-kvinnofrid-2021");
assert.ok(codebook);
const fields = codebook.groups.flatMap((group) => group.fields);
const today = isoDate("2026-11-21");

function field(id: string): Question {
  const found = fields.find((each) => each.id === id);
  assert.ok(found, id);
  return found;
}

function support(answers: Item["answers"]): Item {
  return { id: itemId("a".repeat(32)), group: "intervention", phase: "during", answers };
}

function aCase(startedOn: string, registeredAt: string, items: readonly Item[] = []) {
  const mark = { revision: 2, by: "Anna Ek", at: instant(registeredAt) };
  return { startedOn: isoDate(startedOn), marks: { V01: mark }, sheet: { answers: {}, items } };
}

const started = support({ start: { kind: "date", date: isoDate("2023-03-14") } });

test("in a case registered as it goes, a day without a year is the last that has been", () => {
  const frame = dateFrame(aCase("2025-03-10", "2025-03-12T09:00:00Z"), today);
  assert.equal(parseTypedDate("1210", frame), "2026-10-12");
});

test("in a case registered years afterwards, it is the one beside the case's own days", () => {
  const late = aCase("2023-03-10", "2026-11-21T09:00:00Z", [started]);
  assert.equal(parseTypedDate("1009", dateFrame(late, today)), "2023-09-10");
  const asked = { question: field("start"), row: started };
  assert.equal(parseTypedDate("2003", dateFrame(late, today, asked)), "2023-03-20");
});

test("an end is never read as before its own start, however near that would be", () => {
  const late = aCase("2022-06-01", "2026-11-21T09:00:00Z", [started]);
  const asked = { question: field("end"), row: started };
  assert.equal(parseTypedDate("0112", dateFrame(late, today, asked)), "2023-12-01");
  assert.equal(parseTypedDate("1303", dateFrame(late, today, asked)), "2024-03-13");
});

test("a day is not read by itself when it is typed anew", () => {
  const late = aCase("2023-03-10", "2026-11-21T09:00:00Z", [
    support({ start: { kind: "date", date: isoDate("2025-12-30") } }),
  ]);
  const [row] = late.sheet.items;
  const frame = dateFrame(late, today, { question: field("start"), row });
  assert.equal(parseTypedDate("2003", frame), "2023-03-20");
});

test("empty and Enter mean today only where a day must be given and the case has just begun", () => {
  const begun = aCase("2026-11-14", "2026-11-21T09:00:00Z");
  assert.ok(isTodayLikely(begun, field("date"), today));
  assert.ok(!isTodayLikely(begun, field("end"), today));
  assert.ok(!isTodayLikely(begun, field("start"), today));
  assert.ok(!isTodayLikely(aCase("2026-11-13", "2026-11-21T09:00:00Z"), field("date"), today));
});
