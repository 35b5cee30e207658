import assert from "node:assert/strict";
import { test } from "node:test";
import type { Condition } from "#codebook";
import { type IsoDate, type Period, problemSentence } from "#kernel";
import { analyseUnit } from "./analyse-unit.ts";
import { countableCase } from "./extract/countable-case.ts";
import { openExtractIntake } from "./extract/extract-intake.ts";
import type { UnitSource } from "./extract/unit-extract.ts";
import type { Dimension, Measure, TableSpecification } from "./table-specification.ts";
import { tabulate } from "./tabulate.ts";
import { caseOf, sealedOf, sourceOf } from "./testing/case-of.ts";
import { plain } from "./testing/plain-counts.ts";
import { smallCodebook } from "./testing/small-codebook.ts";
import { newest, older } from "./testing/two-versions.ts";

const day = (text: string) => text as IsoDate;
const cases = [
  caseOf("a", { sex: 1, help: [1, 40] }, { talks: [1] }),
  caseOf("b", { sex: 2, age: 1980 }, { state: "closed", closedOn: day("2024-08-01") }),
];
const sex: Dimension = { kind: "question", variable: "sex" };
const closing: Dimension = { kind: "time", of: "close", step: "quarter" };
const starting: Dimension = { kind: "time", of: "start", step: "quarter" };

function table(measure: Measure, more: Partial<TableSpecification> = {}): TableSpecification {
  return { id: "t", population: "started", ...more, measure };
}

/** As it comes from outside, where no type has looked at it. */
function untyped(measure: object, more: object = {}): TableSpecification {
  return { id: "t", population: "started", ...more, measure } as TableSpecification;
}

function crossed(rows: Dimension, ...columns: readonly Dimension[]): Measure {
  return { kind: "crossing", rows, columns };
}

function held(asAt: string): Dimension {
  return { kind: "duration", asAt: day(asAt), from: [0, 1, 2] };
}

function within(condition: Condition): TableSpecification {
  return table({ kind: "cases" }, { within: condition });
}

function period(from: string, until: string): Period {
  return { from: day(from), until: day(until) };
}

const step = { variable: "sex", codes: [1], base: "valid" } as const;

const faults: readonly {
  readonly what: string;
  readonly asked: TableSpecification;
  readonly told: readonly RegExp[];
}[] = [
  {
    what: "nested shares without a step",
    asked: table({ kind: "nested", steps: [] }),
    told: [/no step/],
  },
  {
    what: "five steps",
    asked: table({ kind: "nested", steps: [step, step, step, step, step] }),
    told: [/at most 4 dimensions, not 5/],
  },
  {
    what: "a group that does not exist, along time alone",
    asked: untyped({ ...crossed(starting), group: "walk" }),
    told: [/small has no group walk/],
  },
  {
    what: "a group where cases are counted",
    asked: untyped({ ...step, kind: "share", variable: "kind", group: "talk" }),
    told: [/share does not count the rows of talk/],
  },
  {
    what: "a condition on an unknown question",
    asked: within({ answer: "shoes", in: [1] }),
    told: [/small has no variable shoes/],
  },
  {
    what: "a condition on a question of another codebook",
    asked: within({ not: { answer: "V01", in: [1] } }),
    told: [/small does not ask V01 as su-kvinnofrid-2021 does/],
  },
  {
    what: "a condition on an unknown group, and a field of it",
    asked: within({ someItem: "walk", where: { field: "kind", in: [1] } }),
    told: [/small has no group walk/],
  },
  {
    what: "a condition on an unknown field",
    asked: within({ someItem: "talk", where: { field: "shoes", in: [1] } }),
    told: [/small has no variable shoes/],
  },
  {
    what: "a condition on a field outside a row",
    asked: within({ any: [{ field: "kind", in: [1] }] }),
    told: [/kind is a field of a row/],
  },
  {
    what: "a share of no code",
    asked: table({ ...step, kind: "share", codes: [] }),
    told: [/No code of sex is asked for/],
  },
  {
    what: "a step of no code",
    asked: table({ kind: "nested", steps: [{ ...step, codes: [] }] }),
    told: [/No code of sex is asked for/],
  },
  {
    what: "those who said nothing, among those who said something",
    asked: table({ kind: "share", variable: "sex", codes: [98], base: "answered" }),
    told: [/The code 98 of sex is outside its base/],
  },
  {
    what: "a day that no calendar has",
    asked: table(crossed(held("2024-13-77"))),
    told: [/2024-13-77 is no day/],
  },
  {
    what: "no day at all",
    asked: table(crossed(held(""))),
    told: [/ is no day/],
  },
  {
    what: "rows of a group that the chosen cases have none of",
    asked: table(
      { kind: "frequencies", variable: "kind", group: "talk" },
      { population: "closed" },
    ),
    told: [/no rows of talk/],
  },
  {
    what: "the close of cases that are open",
    asked: table(crossed(sex, closing), { population: "open" }),
    told: [/Open cases have no close/],
  },
  {
    what: "the close of cases none of which is closed",
    asked: table(crossed(closing), { within: { answer: "sex", in: [1] } }),
    told: [/None of the cases is closed/],
  },
  {
    what: "how many different answers are given to a question that takes one",
    asked: table({ kind: "mean-distinct", variable: "sex", base: "valid" }),
    told: [/sex takes one answer/],
  },
  {
    what: "a client's question by the quarter",
    asked: table(crossed({ kind: "question", variable: "better" }, starting)),
    told: [/neither crossed nor filtered/],
  },
  {
    what: "a population that nobody knows",
    asked: untyped({ kind: "cases" }, { population: "all" }),
    told: [/«all»/],
  },
  {
    what: "a measure, a base and a step that nobody knows",
    asked: untyped({ kind: "median" }),
    told: [/«median»/],
  },
  {
    what: "a base that nobody knows",
    asked: untyped({ kind: "share", variable: "sex", codes: [1], base: "eligible" }),
    told: [/«eligible»/],
  },
  {
    what: "a step of time that nobody knows",
    asked: untyped(crossed({ ...starting, step: "month" } as unknown as Dimension)),
    told: [/«month»/],
  },
];

for (const { what, asked, told } of faults) {
  test(`named, and the other tables are counted: ${what}`, async () => {
    const sound = table({ kind: "cases" });
    const outcomes = await analyseUnit(sourceOf(cases), [sound, asked, sound]);
    const [before, fault, after] = outcomes;
    for (const outcome of [before, after]) {
      assert.ok(outcome?.kind === "done");
      assert.deepEqual(outcome.value.map(plain), [{ cases: 2 }]);
    }
    assert.ok(fault?.kind === "refused");
    for (const problem of fault.problems) {
      assert.doesNotMatch(problemSentence(problem, "sv"), /\{|undefined/);
    }
    const sentences = fault.problems.map((problem) => problemSentence(problem, "en"));
    assert.equal(sentences.length, told.length, sentences.join("\n"));
    for (const [index, sentence] of told.entries()) assert.match(sentences[index] ?? "", sentence);
  });
}

async function countsOf(source: UnitSource, specification: TableSpecification) {
  const [outcome] = await analyseUnit(source, [specification]);
  assert.ok(outcome?.kind === "done");
  return outcome.value[0]?.counts();
}

async function crossingOf(source: UnitSource, specification: TableSpecification) {
  const counts = await countsOf(source, specification);
  assert.ok(counts?.kind === "crossing");
  return counts;
}

test("a condition is evaluated where it was asked for, and nobody has to name it twice", async () => {
  const counts = await countsOf(sourceOf(cases), within({ answer: "sex", in: [2] }));
  assert.deepEqual(counts, { kind: "cases", cases: 1 });
});

test("without a case nothing is counted, and without a specification nothing is opened", async () => {
  const [outcome] = await analyseUnit(sourceOf([]), [table({ kind: "cases" })]);
  assert.ok(outcome?.kind === "refused");
  assert.deepEqual(
    outcome.problems.map(({ code }) => code),
    ["analysis-no-cases"],
  );
  assert.deepEqual(await analyseUnit(sourceOf(cases), []), []);
});

test("what five clients said is told also when their cases are gone", async () => {
  const sealed = ["a", "b", "c", "d", "e"].map((id, index) => sealedOf(id, index, { better: 1 }));
  const asked = table({ kind: "frequencies", variable: "better" });
  const counts = await countsOf(sourceOf([], sealed), asked);
  assert.ok(counts?.kind === "frequencies");
  assert.equal(counts.rows[0]?.count, 5);
});

test("a period is told from its first quarter to the last that has cases, and nothing of the future", async () => {
  const later = caseOf("c", { sex: 1 }, { startedOn: day("2024-11-02") });
  const counts = await crossingOf(
    sourceOf([...cases, later]),
    table(crossed(starting), { period: period("2024-01-01", "2031-01-01") }),
  );
  assert.deepEqual(
    counts.rows.map(({ code }) => code),
    [20241, 20242, 20243, 20244],
  );
  assert.deepEqual(counts.columns[0]?.counts, [0, 2, 0, 1]);
});

test("a case that was closed after the day is open on that day, and is measured to it", async () => {
  const closed = (on: string) => caseOf(on, {}, { state: "closed", closedOn: day(on) });
  const source = () => sourceOf([closed("2024-06-01"), closed("2025-08-01"), caseOf("open")]);
  const at = async (asAt: string) =>
    (await crossingOf(source(), table(crossed(held(asAt))))).columns[0]?.counts;
  assert.deepEqual(await at("2024-08-15"), [1, 2, 0]);
  assert.deepEqual(await at("2026-01-01"), [1, 0, 2]);
});

const conditioned = {
  ...smallCodebook(),
  groups: smallCodebook().groups.map((group) => ({
    ...group,
    condition: { answer: "sex", in: [1] },
  })),
};
const withRows = [
  caseOf("asked", { sex: 1 }, { talks: [1] }),
  caseOf("no longer asked", { sex: 2 }, { talks: [1, 2] }),
];
const byStart = untyped({ ...crossed(starting), group: "talk" });

test("rows of a group that is not asked count in no table of the unit", async () => {
  const counts = await crossingOf(sourceOf(withRows, [], conditioned), byStart);
  assert.deepEqual(counts.columns[0]?.counts, [1]);
  assert.equal(counts.base.eligible, 1);
});

test("and in no table of the nation", async () => {
  const scope = { kind: "nation", round: "2024" } as const;
  const intake = await openExtractIntake({
    codebook: conditioned,
    scope,
    specifications: [byStart],
    threads: 1,
  });
  for (const record of withRows) {
    intake.add(countableCase({ record, codebook: conditioned, county: "01" }));
  }
  const extract = await intake.finish();
  try {
    const [counted] = await tabulate(extract, [byStart]);
    const counts = counted?.counts();
    assert.ok(counts?.kind === "crossing");
    assert.deepEqual(counts.columns[0]?.counts, [1]);
  } finally {
    extract.close();
  }
});

test("a choice by a question that the cases were never asked is named, and no empty population", async () => {
  const source = sourceOf([caseOf("old", {}, { codebook: "older" })], [], newest);
  const [outcome] = await analyseUnit({ ...source, versions: [older] }, [
    within({ answer: "fresh", in: [1] }),
  ]);
  assert.ok(outcome?.kind === "refused");
  assert.deepEqual(
    outcome.problems.map(({ code, details }) => [code, details?.variable]),
    [["analysis-variable-not-in-version", "fresh"]],
  );
});
