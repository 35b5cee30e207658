import assert from "node:assert/strict";
import { test } from "node:test";
import { Codebook, type Item } from "#codebook";
import { accountId, caseId, type Instant, instant, isoDate, itemId } from "#kernel";
import type { CaseRecord } from "#registration";
import { caseOf } from "../testing/case-of.ts";
import { smallCodebook } from "../testing/small-codebook.ts";
import { registrationQuality } from "./registration-quality.ts";

const today = isoDate("2026-06-01");
const yesterday = instant("2026-05-31T10:00:00Z");
const anna = accountId("anna");
const plain = smallCodebook();

/** The small codebook with a group whose level is followed over time. */
const codebook = Codebook.parse({
  ...plain,
  groups: [
    ...plain.groups,
    {
      id: "risk",
      label: { sv: "Riskbedömning", en: "Risk" },
      addLabel: { sv: "Lägg till", en: "Add" },
      phases: ["before", "during"],
      reassess: {
        date: "on",
        level: "level",
        within: [{ in: [1, 2, 3], days: 30 }],
        provenance: { status: "reconstructed" },
      },
      fields: [
        {
          ...plain.variables[0],
          phase: undefined,
          id: "on",
          concept: "on",
          type: "date",
          options: [],
        },
        { ...plain.groups[0]?.fields[0], id: "level", concept: "level" },
      ].map((field) => JSON.parse(JSON.stringify(field))),
    },
  ],
});

function aCase(
  id: string,
  answers: Parameters<typeof caseOf>[1] = {},
  more: Partial<CaseRecord> = {},
): CaseRecord {
  return { ...caseOf(id, answers), assignee: anna, lastStepAt: yesterday, ...more };
}

function qualityOf(records: readonly CaseRecord[], startedAt: Instant = yesterday) {
  async function* each() {
    for (const record of records) yield { record, codebook, startedAt };
  }
  return registrationQuality(each(), codebook, today);
}

function assessed(id: string, on: string): Item {
  return {
    id: itemId(id),
    group: "risk",
    phase: "during",
    answers: { on: { kind: "date", date: isoDate(on) } },
  };
}

test("a question counts where the case has come to it and it is asked, and nowhere else", async () => {
  const { variables } = await qualityOf([
    aCase("new"),
    aCase("woman", { sex: 1, age: 1980, visits: 3, help: [1, 2] }),
    aCase("man", { sex: 2, visits: 1 }),
    aCase("unknown", { sex: 98, age: 1970 }),
  ]);
  const told = Object.fromEntries(variables.map(({ id, label, phase, ...counts }) => [id, counts]));
  assert.deepEqual(told, {
    sex: { asked: 3, answered: 2, missingCode: 1, empty: 0 },
    age: { asked: 3, answered: 2, missingCode: 0, empty: 1 },
    visits: { asked: 2, answered: 2, missingCode: 0, empty: 0 },
    help: { asked: 1, answered: 1, missingCode: 0, empty: 0 },
  });
});

test("in the phase that is worked on nothing is empty yet; once it is completed it is, and is listed", async () => {
  const mark = { revision: 2, by: anna, at: yesterday };
  const emptyAges = async (record: CaseRecord) => {
    const { variables, incomplete } = await qualityOf([record]);
    const age = variables.find(({ id }) => id === "age");
    return [age?.asked, age?.empty, incomplete.map(({ code }) => code)];
  };
  assert.deepEqual(await emptyAges(aCase("new")), [0, 0, []]);
  assert.deepEqual(await emptyAges(aCase("at-work", { sex: 1 })), [0, 0, []]);
  const completed = aCase("done", { sex: 1 }, { completed: { background: mark } });
  assert.deepEqual(await emptyAges(completed), [1, 1, ["done"]]);
});

test("cases under a codebook that means the same count too, whatever their questions are called", async () => {
  const renamed = Codebook.parse({
    ...codebook,
    id: "older",
    variables: codebook.variables
      .filter(({ id }) => id === "sex")
      .map((variable) => ({ ...variable, id: "V1" })),
  });
  async function* each() {
    yield { record: aCase("one", { V1: 1 }), codebook: renamed, startedAt: yesterday };
    yield { record: aCase("two", { sex: 98, visits: 1 }), codebook, startedAt: yesterday };
  }
  const { variables } = await registrationQuality(each(), codebook, today);
  const [sex, age] = variables;
  assert.equal(`${sex?.id} ${sex?.answered} ${sex?.missingCode}`, "sex 1 1");
  // The older one never asked: only the newer case has come to the question.
  assert.equal(age?.asked, 1);
});

test("what is missing is told of phases that the case has come past, each question once", async () => {
  const { incomplete } = await qualityOf([
    aCase("at-work", { sex: 1 }),
    aCase("past", { visits: 3, help: [1] }, { readers: [anna] }),
    aCase("less", { sex: 1, visits: 3 }),
  ]);
  assert.deepEqual(
    incomplete.map(({ code, readers, missing }) => [code, readers, missing.map(({ id }) => id)]),
    [
      ["past", [anna], ["sex", "age"]],
      ["less", null, ["age"]],
    ],
  );
});

test("rows that lack an answer are told by their group, once however many they are", async () => {
  const talks = ["a", "b"].map(
    (id): Item => ({ id: itemId(id), group: "talk", phase: "during", answers: {} }),
  );
  const mark = { revision: 2, by: anna, at: yesterday };
  const record = aCase("rows", { sex: 2, age: 1980, visits: 1 }, { completed: { after: mark } });
  const sheet = { ...record.sheet, items: talks };
  const { incomplete } = await qualityOf([{ ...record, sheet }]);
  assert.deepEqual(
    incomplete[0]?.missing.map(({ id, label }) => `${id}: ${label.sv}`),
    ["talk.kind: Samtal, kind"],
  );
});

test("cases without an assignee and cases gone quiet are listed while they are open", async () => {
  const quiet = instant("2026-04-02T10:00:00Z");
  const quality = await qualityOf([
    aCase("fresh"),
    aCase("quiet", {}, { lastStepAt: quiet }),
    aCase("quieter", {}, { lastStepAt: instant("2026-01-02T10:00:00Z") }),
    aCase("nobody's", {}, { assignee: null, startedOn: isoDate("2026-05-01") }),
    aCase("nobody's old", {}, { assignee: null, startedOn: isoDate("2026-01-01") }),
    aCase("closed", {}, { state: "closed", assignee: null, lastStepAt: quiet }),
  ]);
  assert.equal(quality.openCases, 5);
  assert.deepEqual(
    quality.stale.map(({ code, days }) => `${code} ${days}`),
    ["quieter 150", "quiet 60"],
  );
  assert.deepEqual(
    quality.unassigned.map(({ code }) => code),
    ["nobody's old", "nobody's"],
  );
});

test("days from what happened until it was written down, of the last year alone", async () => {
  const at = (day: string) => instant(`${day}T10:00:00Z`);
  const mark = (day: string) => ({ revision: 2, by: anna, at: at(day) });
  const withRisk = aCase("risk", { sex: 1 }, { startedOn: isoDate("2026-05-30") });
  const items = [
    assessed("a", "2026-05-01"),
    assessed("b", "2026-05-01"),
    assessed("c", "2024-05-01"),
  ];
  const marks = {
    "a.on": mark("2026-05-03"),
    "b.on": mark("2026-05-22"),
    "c.on": mark("2024-05-01"),
  };
  const closed = aCase(
    "closed",
    { sex: 1 },
    {
      id: caseId("closed"),
      startedOn: isoDate("2026-05-31"),
      state: "closed",
      closedOn: isoDate("2026-05-17"),
      completed: { after: mark("2026-05-31") },
    },
  );
  const { timeliness } = await qualityOf([
    { ...withRisk, sheet: { ...withRisk.sheet, items }, marks },
    closed,
  ]);
  assert.deepEqual(timeliness, [
    { event: "started", events: 2, medianDays: 0.5, withinGoal: 2 },
    { event: "assessed", events: 2, medianDays: 11.5, withinGoal: 1 },
    { event: "closed", events: 1, medianDays: 14, withinGoal: 1 },
  ]);
});

test("a unit without cases has nothing to tell, and says so in zeros", async () => {
  const quality = await qualityOf([]);
  assert.deepEqual(
    quality.timeliness.map(({ medianDays }) => medianDays),
    [null, null, null],
  );
  assert.ok(quality.variables.every(({ asked }) => asked === 0));
});
