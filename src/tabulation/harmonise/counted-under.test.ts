import assert from "node:assert/strict";
import { test } from "node:test";
import type { IsoDate } from "#kernel";
import type { CaseRecord } from "#registration";
import { analyse } from "../analyse.ts";
import { openUnitExtract, type UnitSource } from "../extract/unit-extract.ts";
import type { Counts } from "../raw-table.ts";
import type { Measure, TableSpecification } from "../table-specification.ts";
import { tabulate } from "../tabulate.ts";
import { caseOf, sealedOf, sourceOf } from "../testing/case-of.ts";
import { newest, older } from "../testing/two-versions.ts";

type Told = Parameters<typeof caseOf>[1];
type More = Parameters<typeof caseOf>[2];

function before(id: string, answers: Told = {}, more: More = {}): CaseRecord {
  return caseOf(id, answers, { ...more, codebook: "older" });
}

function now(id: string, answers: Told = {}, more: More = {}): CaseRecord {
  return caseOf(id, answers, { ...more, codebook: "newest" });
}

function sourceWith(
  cases: readonly CaseRecord[],
  clientAnswers: UnitSource["clientAnswers"] = [],
): UnitSource {
  return { ...sourceOf(cases, clientAnswers, newest), versions: [older, newest] };
}

async function count(
  source: UnitSource,
  measure: Measure,
  more: Partial<TableSpecification> = {},
): Promise<Counts> {
  const specification: TableSpecification = { id: "t", population: "started", ...more, measure };
  const extract = await openUnitExtract(source, [specification]);
  try {
    const [table] = await tabulate(extract, [specification]);
    assert.ok(table);
    return table.counts();
  } finally {
    extract.close();
  }
}

/** The options that somebody gave, and the chain as four numbers. */
async function told(source: UnitSource, variable: string, group?: string) {
  const measure = { kind: "frequencies", variable, ...(group ? { group } : {}) } as const;
  const counts = await count(source, measure);
  assert.ok(counts.kind === "frequencies");
  const { eligible, asked, answered, valid } = counts.base;
  const given = counts.rows.filter((row) => row.count > 0).map((row) => [row.code, row.count]);
  return { chain: [eligible, asked, answered, valid], given };
}

test("earlier codes are counted as what they became, and those that kept their words as themselves", async () => {
  const cases = [
    before("own", { housing: 1 }),
    before("first hand", { housing: 2 }),
    before("second hand", { housing: 3 }),
    before("unknown", { housing: 99 }),
    now("rents", { housing: 5 }),
  ];
  assert.deepEqual(await told(sourceWith(cases), "housing"), {
    chain: [5, 5, 5, 4],
    given: [
      [1, 1],
      [5, 3],
      [99, 1],
    ],
  });
});

test("a code without a counterpart is answered and in no row", async () => {
  const { chain, given } = await told(sourceWith([before("street", { housing: 4 })]), "housing");
  assert.deepEqual([chain, given], [[1, 1, 1, 0], []]);
});

test("of several choices, two that became one are one", async () => {
  const cases = [before("both", { help: [3, 4] }), before("one", { help: [1, 4] })];
  assert.deepEqual(await told(sourceWith(cases), "help"), {
    chain: [2, 2, 2, 2],
    given: [
      [1, 1],
      [6, 2],
    ],
  });
  const mean = await count(sourceWith(cases), {
    kind: "mean-distinct",
    variable: "help",
    base: "answered",
  });
  assert.ok(mean.kind === "mean-distinct");
  assert.deepEqual([mean.total, mean.denominator], [3, 2]);
});

test("birth years are put in the newest bands", async () => {
  const ages = [2000, 1999, 1989, 1950].map((age, index) => before(`c${index}`, { age }));
  assert.deepEqual((await told(sourceWith(ages), "age")).given, [
    [1, 1],
    [2, 1],
    [3, 2],
  ]);
});

test("what broke, or was answered in another way, was never asked as the newest asks it", async () => {
  const cases = [before("a", { harm: 2, contact: 1 }), before("b", { harm: 98, contact: 98 })];
  const never = { chain: [0, 0, 0, 0], given: [] };
  assert.deepEqual(await told(sourceWith(cases), "harm"), never);
  assert.deepEqual(await told(sourceWith(cases), "contact"), never);
  const both = [...cases, now("c", { harm: 2, contact: 1 })];
  const once = { chain: [1, 1, 1, 1], given: [[2, 1]] };
  assert.deepEqual(await told(sourceWith(both), "harm"), once);
  const nested: Measure = {
    kind: "nested",
    steps: [{ variable: "harm", codes: [2], base: "answered" }],
  };
  const counts = await count(sourceWith(both), nested);
  assert.ok(counts.kind === "nested");
  assert.deepEqual(counts.steps[0]?.denominator, 1);
});

test("what cannot be compared is in no base, and what has no counterpart is missing in the bounds", async () => {
  const four = ["a", "b", "c", "d"];
  const share = async (told: object, variable: string, codes: readonly number[]) => {
    const cases = [...four.map((id) => before(id, { ...told })), now("e", { harm: 2, housing: 5 })];
    const measure: Measure = { kind: "share", variable, codes, base: "answered" };
    const counts = await count(sourceWith(cases), measure);
    assert.ok(counts.kind === "share");
    return [counts.numerator, counts.denominator, counts.bounds];
  };
  assert.deepEqual(await share({ harm: 2 }, "harm", [2]), [1, 1, [1, 1]]);
  assert.deepEqual(await share({ housing: 4 }, "housing", [5]), [1, 5, [0.2, 1]]);
});

test("a question that none of the cases was asked in a way that can be compared is no table", async () => {
  const fresh = { id: "t", population: "started" } as const;
  const specifications = ["harm", "contact", "housing"].map(
    (variable): TableSpecification => ({ ...fresh, measure: { kind: "frequencies", variable } }),
  );
  const codes = async (cases: readonly CaseRecord[]) => {
    const extract = await openUnitExtract(sourceWith(cases), specifications);
    const told = await analyse(extract, specifications);
    extract.close();
    return told.map((each) => (each.kind === "refused" ? each.problems[0]?.code : each.kind));
  };
  const lacking = "analysis-variable-not-in-version";
  const cases = [before("a", { harm: 2, housing: 4 })];
  assert.deepEqual(await codes(cases), [lacking, lacking, "done"]);
  assert.deepEqual(await codes([...cases, now("b")]), ["done", "done", "done"]);
});

test("the codebook of a case is known among more of them than a byte can number", async () => {
  const versions = Array.from({ length: 256 }, (_, index) => ({ ...older, id: `older-${index}` }));
  const specification: TableSpecification = {
    id: "t",
    population: "started",
    measure: { kind: "frequencies", variable: "fresh" },
  };
  const cases = versions.map(({ id }) => caseOf(id, {}, { codebook: id }));
  for (const each of cases.slice(-2)) {
    const source = { ...sourceOf([each], [], newest), versions };
    const extract = await openUnitExtract(source, [specification]);
    const [told] = await analyse(extract, [specification]);
    extract.close();
    assert.equal(told?.kind, "refused", each.codebook);
  }
});

test("a question is followed by its concept, not by its name", async () => {
  const cases = [before("a", { V9: 2, place: 1 }), now("b", { partner: 2, place: 2 })];
  assert.deepEqual(await told(sourceWith(cases), "partner"), {
    chain: [2, 2, 2, 2],
    given: [[2, 2]],
  });
  assert.deepEqual(await told(sourceWith(cases), "place"), {
    chain: [1, 1, 1, 1],
    given: [[2, 1]],
  });
});

test("a question that only the newest has was never asked before", async () => {
  const cases = [before("a"), before("b", { fresh: 1 }), now("c"), now("d", { fresh: 1 })];
  assert.deepEqual((await told(sourceWith(cases), "fresh")).chain, [2, 2, 1, 1]);
});

test("rows of a repeat group are carried over like answers of a case", async () => {
  const cases = [before("a", {}, { talks: [1, 2, 3] }), now("b", {}, { talks: [4] })];
  assert.deepEqual(await told(sourceWith(cases), "kind", "talk"), {
    chain: [4, 4, 4, 4],
    given: [
      [1, 1],
      [4, 3],
    ],
  });
  assert.deepEqual((await told(sourceWith(cases), "tone", "talk")).chain, [1, 1, 0, 0]);
});

test("a population is chosen by the newest's codes among cases of both", async () => {
  const cases = [
    before("a", { housing: 3, V9: 1 }, { talks: [3] }),
    before("b", { housing: 4, help: [2] }),
    before("c"),
    now("d", { housing: 5, partner: 1 }, { talks: [1] }),
    now("e", { fresh: 1 }),
  ];
  const chosen = async (within: NonNullable<TableSpecification["within"]>) => {
    const counts = await count(sourceWith(cases), { kind: "cases" }, { within });
    assert.ok(counts.kind === "cases");
    return counts.cases;
  };
  assert.equal(await chosen({ answer: "housing", in: [5] }), 2);
  assert.equal(await chosen({ not: { answer: "housing", in: [5] } }), 0);
  assert.equal(await chosen({ answer: "partner", in: [1] }), 2);
  assert.equal(await chosen({ answer: "fresh", in: [1] }), 1);
  assert.equal(await chosen({ answer: "fresh", in: [97] }), 3);
  assert.equal(await chosen({ answer: "place", in: [97] }), 3);
  assert.equal(await chosen({ someItem: "talk", where: { field: "kind", in: [4] } }), 1);
  assert.equal(await chosen({ someItem: "talk", where: { field: "tone", in: [97] } }), 1);
  assert.equal(
    await chosen({ all: [{ answer: "housing", in: [5] }, { any: [{ someItem: "talk" }] }] }),
    2,
  );
});

test("what cannot be told is in no population, neither by a condition nor by its opposite", async () => {
  const cases = [
    before("broken", { harm: 2, housing: 4 }),
    before("own", { harm: 1, housing: 1 }),
    before("missing", { housing: 99 }),
    now("severe", { harm: 2, housing: 5 }),
    now("slight", { harm: 1, housing: 1 }),
  ];
  const chosen = async (within: NonNullable<TableSpecification["within"]>) => {
    const counts = await count(sourceWith(cases), { kind: "cases" }, { within });
    assert.ok(counts.kind === "cases");
    return counts.cases;
  };
  const severe = { answer: "harm", in: [2] };
  const rents = { answer: "housing", in: [5] };
  assert.deepEqual([await chosen(severe), await chosen({ not: severe })], [1, 1]);
  assert.deepEqual([await chosen(rents), await chosen({ not: rents })], [1, 3]);
  assert.equal(await chosen({ not: { not: rents } }), 1);
  assert.equal(await chosen({ any: [severe, { answer: "housing", in: [1] }] }), 3);
  assert.equal(await chosen({ not: { all: [severe, { answer: "housing", in: [5, 99] }] } }), 2);
  assert.equal(await chosen({ not: { answer: "harm", in: [97] } }), 2);
});

test("the client's answers are carried over, also where the case has gone since", async () => {
  const sealed = [1, 2, 3, 2, 3].map((better, index) => ({
    ...sealedOf(`c${index}`, index, { better }),
    codebook: "older",
  }));
  const cases = [0, 1, 2].map((index) => before(`c${index}`));
  const { given } = await told(sourceWith(cases, sealed), "better");
  assert.deepEqual(given, [
    [1, 1],
    [4, 4],
  ]);
  // «Why?» was asked because of that answer: inside a unit it is not told.
  await assert.rejects(told(sourceWith(cases, sealed), "why"), /stand alone/);
});

test("a case of a codebook that nobody knows is not counted by another's meanings", async () => {
  const stranger = caseOf("a", {}, { codebook: "unheard-of" });
  await assert.rejects(told(sourceWith([stranger]), "housing"), /not counted here: unheard-of/);
});

function startedIn(record: CaseRecord, year: number): CaseRecord {
  return { ...record, startedOn: `${year}-05-01` as IsoDate };
}

async function breaksOf(cases: readonly CaseRecord[], variable: string, more = {}) {
  const byYear: Measure = {
    kind: "crossing",
    rows: { kind: "question", variable },
    columns: [{ kind: "time", of: "start", step: "year" }],
  };
  const counts = await count(sourceWith(cases), byYear, more);
  assert.ok(counts.kind === "crossing");
  return counts.breaks.map(({ at, variable, kind }) => `${at} ${variable} ${kind}`);
}

test("a series is marked where the newer codebook's cases begin", async () => {
  const cases = [
    startedIn(before("a", { housing: 1 }), 2019),
    startedIn(before("b", { housing: 2 }), 2020),
    startedIn(before("c", { housing: 2 }), 2022),
    startedIn(now("d", { housing: 5 }), 2021),
  ];
  assert.deepEqual(await breaksOf(cases, "housing"), ["2021 housing recoded"]);
  assert.deepEqual(await breaksOf(cases, "harm"), ["2021 harm incomparable"]);
  assert.deepEqual(await breaksOf(cases, "fresh"), ["2021 fresh not-asked-before"]);
  assert.deepEqual(await breaksOf(cases, "partner"), []);
  // From birth years: a whole series.
  assert.deepEqual(await breaksOf(cases, "age"), []);
  assert.deepEqual(await breaksOf(cases.slice(0, 3), "housing"), []);
  assert.deepEqual(await breaksOf(cases.slice(3), "housing"), []);
});

test("a population chosen by an answer is marked where the answer breaks", async () => {
  const cases = [
    startedIn(before("a", { housing: 2, V9: 1 }), 2019),
    startedIn(now("b", { housing: 5, partner: 1 }), 2021),
  ];
  const within = { answer: "housing", in: [5] };
  assert.deepEqual(await breaksOf(cases, "partner", { within }), ["2021 housing recoded"]);
  const onlyLater = { period: { from: "2021-01-01", until: "2022-01-01" } };
  assert.deepEqual(await breaksOf(cases, "housing", onlyLater), []);
});

test("a population that the earlier cases fall out of breaks where the newer begin", async () => {
  const byYear: Measure = {
    kind: "crossing",
    rows: { kind: "time", of: "start", step: "year" },
    columns: [],
  };
  const cases = [
    startedIn(before("a", { harm: 2 }, { talks: [2] }), 2020),
    startedIn(now("b", { harm: 2 }, { talks: [4] }), 2022),
  ];
  const broken = async (within: NonNullable<TableSpecification["within"]>) => {
    const counts = await count(sourceWith(cases), byYear, { within });
    assert.ok(counts.kind === "crossing");
    return counts.breaks;
  };
  assert.deepEqual(await broken({ answer: "harm", in: [1, 2] }), [
    { at: 2022, variable: "harm", kind: "incomparable" },
  ]);
  const talked = { someItem: "talk", where: { field: "kind", in: [4] } };
  assert.deepEqual(await broken(talked), [
    { at: 2022, variable: "kind", group: "talk", kind: "recoded" },
  ]);
  assert.deepEqual(await broken({ someItem: "talk" }), []);
});

test("a population of those with rows breaks where the group is new", async () => {
  const rowless = { ...older, groups: [] };
  const within = { someItem: "talk" };
  const specification: TableSpecification = {
    id: "t",
    population: "started",
    within,
    measure: { kind: "crossing", rows: { kind: "time", of: "start", step: "year" }, columns: [] },
  };
  const cases = [startedIn(before("a"), 2020), startedIn(now("b", {}, { talks: [4] }), 2022)];
  const source = { ...sourceOf(cases, [], newest), versions: [rowless] };
  const extract = await openUnitExtract(source, [specification]);
  const [table] = await tabulate(extract, [specification]);
  extract.close();
  const counts = table?.counts();
  assert.ok(counts?.kind === "crossing");
  assert.deepEqual(counts.breaks, [
    { at: 2022, variable: "kind", group: "talk", kind: "not-asked-before" },
  ]);
});
