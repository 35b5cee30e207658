import assert from "node:assert/strict";
import { test } from "node:test";
import { type IsoDate, isoDate } from "#kernel";
import { applyRevision } from "./apply-revision.ts";
import { notOfferedReasons, surveyModes, unansweredReasons } from "./case-record.ts";
import { decideSettleSurvey, type SettledByWorker } from "./settle-survey.ts";
import { after, by, closed, fullyAnswered, refusals, startedCase } from "./testing/one-case.ts";

const offered = { kind: "offered", on: isoDate("2026-05-04") } as const;

test("the worker records that the survey was offered, declined or not offered", () => {
  const settlements: SettledByWorker[] = [
    offered,
    { kind: "declined", on: isoDate("2026-05-05") },
    ...notOfferedReasons.map((reason) => ({ kind: "not-offered", reason }) as const),
  ];
  let record = startedCase();
  for (const settled of settlements) {
    const decision = decideSettleSurvey(record, settled, by());
    assert.ok(decision.kind === "done");
    assert.deepEqual(decision.value.changes, [
      { kind: "survey-changed", from: record.survey, to: settled },
    ]);
    record = after(record, decision);
    assert.deepEqual(record.survey, settled);
  }
});

test("a closed case can still be offered the survey", () => {
  const record = closed(fullyAnswered());
  assert.deepEqual(after(record, decideSettleSurvey(record, offered, by())).survey, offered);
});

test("the same settlement twice is harmless, also as the database gives it back", () => {
  const record = after(startedCase(), decideSettleSurvey(startedCase(), offered, by()));
  const otherOrder = { ...record, survey: { on: offered.on, kind: "offered" } as const };
  for (const known of [record, otherOrder]) {
    const decision = decideSettleSurvey(known, offered, by());
    assert.ok(decision.kind === "done");
    assert.deepEqual(decision.value.changes, []);
  }
});

test("what the client has answered is settled for good", () => {
  const started = startedCase();
  const to = { kind: "answered", on: isoDate("2026-05-20") } as const;
  const record = applyRevision(started, {
    revision: 2,
    by: by().by,
    at: by().at,
    changes: [{ kind: "survey-changed", from: started.survey, to }],
  });
  assert.deepEqual(refusals(decideSettleSurvey(record, offered, by())), [
    "survey-already-answered",
  ]);
});

test("the day of the offer exists, lies within the case and not in the future", () => {
  const on = (day: string) =>
    refusals(decideSettleSurvey(startedCase(), { kind: "offered", on: day as IsoDate }, by()));
  assert.deepEqual(on("2026-02-30"), ["not-a-date on"]);
  assert.deepEqual(on("2026-06-02"), ["date-in-future on"]);
  assert.deepEqual(on("2026-03-01"), ["date-before-start on"]);
  assert.deepEqual(on("2026-03-02"), []);
});

test("a reason that nobody knows is refused", () => {
  const reason = "too busy" as (typeof notOfferedReasons)[number];
  const decision = decideSettleSurvey(startedCase(), { kind: "not-offered", reason }, by());
  assert.deepEqual(refusals(decision), ["unknown-option reason"]);
});

test("an offer tells in which way; one from before the ways were recorded counts as on paper", () => {
  for (const mode of surveyModes) {
    const record = after(
      startedCase(),
      decideSettleSurvey(startedCase(), { ...offered, mode }, by()),
    );
    assert.deepEqual(record.survey, { ...offered, mode });
    const other = mode === "paper" ? "read-aloud" : "paper";
    const changed = decideSettleSurvey(record, { ...offered, mode: other }, by());
    assert.deepEqual(after(record, changed).survey, { ...offered, mode: other });
  }
  const mode = "by letter" as (typeof surveyModes)[number];
  const decision = decideSettleSurvey(startedCase(), { ...offered, mode }, by());
  assert.deepEqual(refusals(decision), ["unknown-option mode"]);
});

test("why no answer came is told of an offer alone, and may be taken back", () => {
  const record = after(startedCase(), decideSettleSurvey(startedCase(), offered, by()));
  for (const unanswered of unansweredReasons) {
    const told = after(record, decideSettleSurvey(record, { ...offered, unanswered }, by()));
    assert.deepEqual(told.survey, { ...offered, unanswered });
    assert.deepEqual(after(told, decideSettleSurvey(told, offered, by())).survey, offered);
  }
  const reason = "she forgot" as (typeof unansweredReasons)[number];
  assert.deepEqual(refusals(decideSettleSurvey(record, { ...offered, unanswered: reason }, by())), [
    "unknown-option unanswered",
  ]);
  const declined = { kind: "declined", on: offered.on } as const;
  const said = after(record, decideSettleSurvey(record, declined, by()));
  for (const from of [startedCase(), said]) {
    const decision = decideSettleSurvey(from, { ...offered, unanswered: "no-time" }, by());
    assert.deepEqual(refusals(decision), ["survey-not-offered"]);
  }
});
