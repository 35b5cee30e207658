import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { test } from "node:test";
import { evaluate } from "#codebook";
import { instant, isoDate, seededRandomness } from "#kernel";
import {
  analyseUnit,
  type CountableCase,
  type Counts,
  changeSpecifications,
  countableCase,
  openExtractIntake,
  type TableSpecification,
  tabulate,
} from "#tabulation";
import type { DeliverySource } from "./delivered-case.ts";
import { readDelivery } from "./read-delivery.ts";
import {
  codebook,
  deliveredLines,
  fileOf,
  libraryCodebook,
  place,
  plausibleCases,
  round,
  textOf,
  toldCase,
} from "./testing/delivered.ts";

async function throughDelivery(
  cases: readonly DeliverySource[],
  by = codebook,
): Promise<readonly CountableCase[]> {
  const lines = await deliveredLines(cases, { codebook: by });
  const outcome = await readDelivery(fileOf(textOf(lines)), [codebook]);
  assert.equal(outcome.kind, "done", JSON.stringify(outcome));
  return [...outcome.value.cases];
}

function directly(cases: readonly DeliverySource[]): readonly CountableCase[] {
  const { period } = round;
  return cases.map(({ record, clientAnswers }) =>
    countableCase({
      record,
      codebook,
      county: place.county,
      period,
      ...(clientAnswers ? { clientAnswers } : {}),
    }),
  );
}

const specifications: readonly TableSpecification[] = [
  { id: "started", population: "started", measure: { kind: "cases" } },
  { id: "closed", population: "closed", measure: { kind: "cases" } },
  ...changeSpecifications(codebook, "nation").map(({ change }) => change),
  ...codebook.variables.flatMap(({ id: variable }): readonly TableSpecification[] => [
    { id: variable, population: "started", measure: { kind: "frequencies", variable } },
    { id: `${variable} closed`, population: "closed", measure: { kind: "frequencies", variable } },
  ]),
];

async function countsOf(
  cases: readonly CountableCase[],
  asked: readonly TableSpecification[],
): Promise<readonly Counts[]> {
  const scope = { kind: "nation", round: round.id } as const;
  const intake = await openExtractIntake({ codebook, scope, specifications: asked });
  for (const each of cases) await intake.add(each);
  const extract = await intake.finish();
  try {
    return (await tabulate(extract, asked)).map((table) => table.counts());
  } finally {
    extract.close();
  }
}

async function counted(cases: readonly CountableCase[]): Promise<readonly unknown[]> {
  const counts = await countsOf(cases, specifications);
  return counts.map((each, index) => [specifications[index]?.id, each]);
}

test("what is counted from deliveries is what is counted from the records themselves", async () => {
  const cases = plausibleCases(300);
  const delivered = await throughDelivery(cases);
  assert.equal(delivered.length, cases.length);
  assert.deepEqual(await counted(delivered), await counted(directly(cases)));
});

test("of two risk assessments in one quarter the view still takes the one by day", async () => {
  const later = { method: 1, date: "2023-09-20", level: 3 };
  const earlier = { method: 1, date: "2023-09-02", level: 1 };
  const source = toldCase((begun) =>
    begun
      .answering({ V16: 2, V22: 1 })
      .withRiskAssessment(later, "after")
      .withRiskAssessment(earlier, "after"),
  );
  const [delivered] = await throughDelivery([source]);
  assert.ok(delivered);
  const level = evaluate(codebook, delivered.sheet).valueOf({ variable: "V24" });
  assert.deepEqual(level, { kind: "codes", codes: [3] });
});

test("of two before the support in one quarter, the later entered first, unit and nation tell one change", async () => {
  const told = toldCase((begun) =>
    begun
      .withRiskAssessment({ method: 1, date: "2023-08-20", level: 3 }, "before")
      .withRiskAssessment({ method: 1, date: "2023-08-02", level: 4 }, "before")
      .withRiskAssessment({ method: 1, date: "2023-09-20", level: 3 }, "after"),
  );
  const changes = changeSpecifications(codebook, "unit").map(
    ({ change }): TableSpecification => ({ ...change, population: "started" }),
  );
  const { municipality, unit } = told.record;
  const cases = Readable.from([told.record]);
  const source = { municipality, unit, codebook, cases, clientAnswers: [] };
  const [outcome] = await analyseUnit(source, changes);
  assert.ok(outcome?.kind === "done");
  const ofUnit = outcome.value[0]?.counts();
  const [ofNation] = await countsOf(await throughDelivery([told]), changes);
  assert.ok(ofUnit?.kind === "change" && ofNation?.kind === "change");
  const moves = ({ improved, same, worse }: typeof ofUnit) =>
    [improved, same, worse].map(({ count }) => count);
  assert.deepEqual(moves(ofUnit), [0, 1, 0]);
  assert.deepEqual(moves(ofNation), moves(ofUnit));
  // What the client herself estimated stays in the unit, and with it what could tell a copy.
  assert.deepEqual(
    [ofUnit, ofNation].map(({ methods }) => methods[0]?.repeated),
    [1, null],
  );
});

test("an answer whose question is hidden since stays at home", async () => {
  const { record, clientAnswers } = toldCase((begun) => begun.answering({ V07: 1, V08: 3 }));
  const answers = { ...record.sheet.answers, V07: { kind: "codes", codes: [4] } } as const;
  const corrected = { ...record, sheet: { ...record.sheet, answers } };
  const [delivered] = await throughDelivery([{ record: corrected, clientAnswers }]);
  assert.deepEqual(Object.keys(delivered?.sheet.answers ?? {}), ["V07"]);
});

test("what an overlay adds stays at home, and the heading names the common codebook", async () => {
  const overlay = libraryCodebook("k9007-ostersund-manner");
  const { record } = toldCase((begun) => begun.answering({ V01: 2 }));
  const answers = {
    ...record.sheet.answers,
    "k9007.coping": { kind: "codes", codes: [1] },
  } as const;
  const local = { ...record, codebook: overlay.id, sheet: { ...record.sheet, answers } };
  const lines = await deliveredLines([{ record: local }], { codebook: overlay });
  const { id, version } = codebook;
  const heading = JSON.parse(lines[0] ?? "");
  assert.deepEqual(heading.codebook, { id, version });
  assert.deepEqual(heading.overlay, { id: overlay.id, version: overlay.version });
  assert.doesNotMatch(lines.slice(1).join(), /k9007|coping|ostersund/);
  const [delivered] = await throughDelivery([{ record: local }], overlay);
  assert.deepEqual(Object.keys(delivered?.sheet.answers ?? {}), ["V01"]);
});

test("nothing that could name a person, a day or a case leaves", async () => {
  const cases = plausibleCases(60);
  const [, ...rows] = await deliveredLines(cases);
  for (const { record } of cases) {
    for (const told of [record.id, record.code, record.unit, record.assignee ?? "-"]) {
      assert.ok(!rows.join("\n").includes(told), told);
    }
  }
  assert.doesNotMatch(rows.join("\n"), /\d{4}-\d{2}-\d{2}|19\d\d"|:19\d\d\b/);
  assert.doesNotMatch(rows.join("\n"), /ownEstimate|"start":|"end":"|"unit"|"code"/);
});

test("two deliveries of the same cases share no id, and the order says nothing", async () => {
  const cases = plausibleCases(40);
  const idsOf = (lines: readonly string[]) =>
    lines.slice(1, -1).map((line) => String(JSON.parse(line).id));
  const first = idsOf(await deliveredLines(cases));
  const second = idsOf(await deliveredLines(cases, { randomness: seededRandomness(6) }));
  assert.equal(new Set([...first, ...second]).size, 80);
  assert.deepEqual(first, first.toSorted());
});

test("a case counts as started, as closed, or as both, by the days of the round", async () => {
  const period = { from: isoDate("2023-02-15"), until: isoDate("2023-08-15") };
  const cutOff = instant("2023-12-01T12:00:00Z");
  const short = { id: "short", period, cutOff };
  const { record } = toldCase((begun) => begun);
  const lived = (startedOn: string, closedOn: string | null): DeliverySource => ({
    record: {
      ...record,
      startedOn: isoDate(startedOn),
      closedOn: closedOn === null ? null : isoDate(closedOn),
      state: closedOn === null ? "open" : "closed",
    },
  });
  const cases = [
    lived("2023-02-14", "2023-08-15"),
    lived("2023-02-15", "2023-08-14"),
    lived("2023-02-14", "2023-08-14"),
    lived("2023-08-14", null),
    lived("2023-08-14", "2023-11-02"),
  ];
  const lines = await deliveredLines(cases, { round: short });
  const outcome = await readDelivery(fileOf(textOf(lines)), [codebook]);
  assert.equal(outcome.kind, "done", JSON.stringify(outcome));
  const flags = [...outcome.value.cases].map(({ isStarted, isClosed }) => [isStarted, isClosed]);
  const order = (all: readonly (readonly boolean[])[]) => all.map(String).toSorted();
  const expected = [
    [true, true],
    [false, true],
    [true, false],
    [true, false],
  ];
  assert.deepEqual(order(flags), order(expected));
});
