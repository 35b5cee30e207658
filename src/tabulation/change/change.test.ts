import assert from "node:assert/strict";
import { test } from "node:test";
import { type AnswerValue, type Item, libraryCodebooks, type PhaseId } from "#codebook";
import { type IsoDate, itemId } from "#kernel";
import type { CaseRecord } from "#registration";
import { analyse } from "../analyse.ts";
import { openUnitExtract } from "../extract/unit-extract.ts";
import type { TableSpecification } from "../table-specification.ts";
import { caseOf, sourceOf } from "../testing/case-of.ts";

const [codebook = assert.fail("the library is empty")] = libraryCodebooks();
const riskChange: TableSpecification = {
  id: "change of the risk",
  population: "closed",
  measure: { kind: "change", group: "riskAssessment", field: "level" },
};

const [low, medium, high, acute] = [1, 2, 3, 4];
const [freda, patriark, noneMade] = [1, 4, 8];

type Assessed = readonly [phase: PhaseId, method: number, level: number, day?: string];

function assessed([phase, method, level, day = "01-15"]: Assessed, index: number): Item {
  const code = (told: number): AnswerValue =>
    told > 96 ? { kind: "missing", code: told as 98 | 99 } : { kind: "codes", codes: [told] };
  return {
    id: itemId(`row-${index}`),
    group: "riskAssessment",
    phase,
    answers: {
      method: code(method),
      date: { kind: "date", date: `2024-${day}` as IsoDate },
      level: code(level),
    },
  };
}

let cases = 0;
function closed(...rows: readonly Assessed[]): CaseRecord {
  cases += 1;
  return caseOf(
    `case-${cases}`,
    {},
    {
      codebook: codebook.id,
      state: "closed",
      closedOn: "2024-12-01" as IsoDate,
      sheet: { answers: {}, items: rows.map(assessed) },
    },
  );
}

function times(count: number, ...rows: readonly Assessed[]): readonly CaseRecord[] {
  return Array.from({ length: count }, () => closed(...rows));
}

async function asked(records: readonly CaseRecord[], specification = riskChange) {
  const extract = await openUnitExtract(sourceOf(records, [], codebook), [specification]);
  try {
    const [outcome] = await analyse(extract, [specification]);
    if (outcome?.kind !== "done") return outcome?.problems.map(({ code }) => code);
    return outcome.value[0]?.counts();
  } finally {
    extract.close();
  }
}

async function changeIn(...records: readonly CaseRecord[]) {
  const counts = await asked(records);
  assert.ok(counts && "kind" in counts && counts.kind === "change");
  return counts;
}

test("a risk that went down is an improvement, and one that went up is not", async () => {
  const { improved, same, worse } = await changeIn(
    closed(["before", freda, high], ["after", freda, low]),
    closed(["before", freda, low], ["after", freda, acute]),
    closed(["before", freda, medium], ["after", freda, low]),
  );
  assert.deepEqual([improved.count, same.count, worse.count], [2, 0, 1]);
});

test("each step of the base tells why a case is not compared", async () => {
  const { base } = await changeIn(
    closed(["before", freda, high], ["after", freda, low]),
    closed(["before", freda, high], ["after", patriark, low]),
    closed(["before", freda, high]),
    closed(["before", freda, 99], ["after", freda, low]),
    closed(["before", noneMade, high], ["after", freda, low]),
    closed(),
  );
  assert.deepEqual(base, { cases: 6, before: 3, both: 2, compared: 1 });
});

test("a case with two methods counts once, by the one that the codebook lists first", async () => {
  const { base, methods, improved } = await changeIn(
    closed(
      ["before", patriark, low],
      ["before", freda, high],
      ["after", patriark, acute],
      ["after", freda, low],
    ),
  );
  assert.equal(base.compared, 1);
  assert.deepEqual(
    methods.map(({ method }) => method),
    [freda],
  );
  assert.equal(improved.count, 1);
});

test("on the same day twice: the first entered before, the last entered after", async () => {
  const { methods } = await changeIn(
    closed(
      ["before", freda, high, "02-01"],
      ["before", freda, low, "02-01"],
      ["after", freda, low, "09-01"],
      ["after", freda, medium, "09-01"],
    ),
  );
  // From the worst to the best: acute, high, medium, low.
  assert.deepEqual(methods[0]?.pairs, [
    [0, 0, 0, 0],
    [0, 0, 1, 0],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
  ]);
});

test("a later assessment that repeats the earlier is flagged, and counts as the same", async () => {
  const { methods, same } = await changeIn(
    closed(["before", freda, high, "02-01"], ["after", freda, high, "09-01"]),
    closed(["before", freda, high], ["after", freda, low]),
  );
  assert.deepEqual([methods[0]?.repeated, same.count], [1, 1]);
});

test("what is dated after and lies before is counted as two levels, and compared by nobody", async () => {
  const { base, methods } = await changeIn(
    closed(["before", freda, acute, "09-20"], ["after", freda, low, "07-02"]),
  );
  assert.deepEqual(base, { cases: 1, before: 1, both: 1, compared: 0 });
  assert.deepEqual(methods, []);
});

test("without a pair nothing is said of shares, and without a move nothing is tested", async () => {
  const none = await changeIn(closed(["before", freda, high]));
  assert.deepEqual(none.improved, { count: 0, interval: null });
  assert.equal(none.net, null);
  assert.deepEqual([none.methods, none.tests], [[], { stuartMaxwell: null, signedRank: null }]);
  const still = await changeIn(closed(["before", freda, high], ["after", freda, high]));
  assert.equal(still.net?.difference, 0);
  assert.deepEqual(still.tests, { stuartMaxwell: null, signedRank: null });
});

test("the worked example of the page", async () => {
  const counts = await changeIn(
    ...times(9, ["before", freda, high], ["after", freda, low]),
    ...times(6, ["before", freda, acute], ["after", freda, high]),
    ...times(10, ["before", freda, medium], ["after", freda, medium]),
    ...times(2, ["before", freda, medium], ["after", freda, high]),
    ...times(3, ["before", patriark, acute], ["after", patriark, low]),
    ...times(5, ["before", freda, high], ["after", patriark, low]),
    ...times(15, ["before", freda, acute]),
    ...times(10),
  );
  const { base, before, improved, same, worse, net, tests, methods } = counts;
  assert.deepEqual(base, { cases: 60, before: 50, both: 35, compared: 30 });
  assert.deepEqual(before, { all: [24, 14, 12, 0], compared: [9, 9, 12, 0] });
  assert.deepEqual([improved.count, same.count, worse.count], [18, 10, 2]);
  assert.deepEqual(
    methods.map(({ method, repeated }) => [method, repeated]),
    [
      [freda, 10],
      [patriark, 0],
    ],
  );
  const rounded = (numbers: readonly number[] | null | undefined) =>
    numbers?.map((each) => Number(each.toFixed(4)));
  assert.deepEqual(rounded(improved.interval), [0.4232, 0.7541]);
  assert.deepEqual(
    rounded([net?.difference ?? 0, ...(net?.interval ?? [])]),
    [0.5333, 0.2708, 0.7292],
  );
  assert.deepEqual(rounded([tests.stuartMaxwell ?? 1, tests.signedRank ?? 1]), [0.0004, 0.0001]);
});

test("what is measured once, or is no scale, is a named problem and no empty table", async () => {
  const records = times(3, ["before", freda, high], ["after", freda, low]);
  const of = (group: string, field: string): TableSpecification => ({
    ...riskChange,
    measure: { kind: "change", group, field },
  });
  const problem = ["analysis-no-change-measured"];
  assert.deepEqual(await asked(records, of("riskAssessment", "ownEstimate")), problem);
  assert.deepEqual(await asked(records, of("intervention", "type")), problem);
  assert.deepEqual(await asked(records, of("riskAssessment", "gone")), [
    "analysis-unknown-variable",
  ]);
});
