import assert from "node:assert/strict";
import { test } from "node:test";
import { accountId, addDays, caseId, instant, isoDate, municipalityCode, unitId } from "#kernel";
import type { CaseRecord, SurveyState } from "#registration";
import { surveyLine } from "./survey-line.ts";

const today = isoDate("2026-11-02");
const mark = { revision: 4, by: accountId("anna"), at: instant("2026-10-01T08:00:00Z") };
const closed: CaseRecord = {
  municipality: municipalityCode("9001"),
  id: caseId("1"),
  code: "M-7F3K-2",
  unit: unitId("here"),
  assignee: mark.by,
  sharedWith: null,
  servedMunicipality: municipalityCode("9001"),
  isAnonymous: false,
  previousCode: null,
  readers: null,
  voided: null,
  codebook: "su-kvinnofrid-2021",
  state: "closed",
  startedOn: isoDate("2026-03-01"),
  closedOn: isoDate("2026-10-01"),
  survey: { kind: "not-yet-offered" },
  revision: 4,
  lastStepAt: mark.at,
  sheet: { answers: {}, items: [] },
  marks: {},
  completed: { during: mark, after: mark },
};
const offer = "Erbjud enkäten i M-7F3K-2, eller skriv varför den inte erbjuds";
const again = "Enkäten i M-7F3K-2 blev inte besvarad: erbjud igen eller skriv varför";

const told = (more: Partial<CaseRecord>) => surveyLine({ ...closed, ...more }, today)?.sentence;
const daysAgo = (days: number) => addDays(today, -days);
const offered = (days: number, more: object = {}): Partial<CaseRecord> => ({
  survey: { kind: "offered", on: daysAgo(days), mode: "own-device", ...more } as SurveyState,
});

test("the survey is to be offered once the support is over, and not before", () => {
  assert.equal(told({}), offer);
  const open = { state: "open", closedOn: null } as const;
  assert.equal(told(open), offer);
  assert.equal(told({ ...open, completed: {} }), undefined);
  assert.equal(told({ ...open, completed: { before: mark } }), undefined);
});

test("nobody is reminded of what is settled, voided, or of somebody whom nothing leads to", () => {
  const settled: readonly SurveyState[] = [
    { kind: "answered", on: daysAgo(40) },
    { kind: "declined", on: daysAgo(40) },
    { kind: "not-offered", reason: "not-safe" },
  ];
  for (const survey of settled) assert.equal(told({ survey }), undefined, survey.kind);
  assert.equal(told({ voided: mark }), undefined);
  assert.equal(told({ isAnonymous: true }), undefined);
  assert.equal(told({ ...offered(40), isAnonymous: true }), undefined);
  // She is still met.
  assert.equal(told({ isAnonymous: true, state: "open", closedOn: null }), offer);
});

test("an invitation that came to nothing is told after a week, until somebody writes why", () => {
  assert.equal(told(offered(0)), undefined);
  assert.equal(told(offered(6)), undefined);
  assert.equal(told(offered(7)), again);
  assert.equal(told(offered(7, { mode: "in-the-room" })), again);
  assert.equal(told(offered(7, { unanswered: "no-time" })), undefined);
  // Offered again today: the week begins anew.
  assert.equal(told(offered(0, { mode: "in-the-room" })), undefined);
});

test("what is on paper, or is read aloud, waits with the coordinator", () => {
  for (const mode of ["paper", "read-aloud", undefined]) {
    assert.equal(told(offered(90, { mode })), undefined);
  }
});
