import assert from "node:assert/strict";
import { test } from "node:test";
import { type IsoDate, type Period, problemSentence } from "#kernel";
import { analyse } from "./analyse.ts";
import type { ColumnarExtract } from "./extract/columnar-extract.ts";
import { openUnitExtract } from "./extract/unit-extract.ts";
import type { Dimension, Measure, TableSpecification } from "./table-specification.ts";
import { caseOf, sourceOf } from "./testing/case-of.ts";
import { nationExtractOf, randomNation } from "./testing/nation-of.ts";
import { plain } from "./testing/plain-counts.ts";

const cases = [
  caseOf("a", { sex: 1, help: [1, 40] }, { talks: [1] }),
  caseOf("b", { sex: 2, age: 1980 }, { state: "closed", closedOn: "2024-08-01" as IsoDate }),
];
const men = { answer: "sex", in: [2] };
const nobody = { answer: "sex", in: [98] };
const flagged = [men, nobody].map(
  (within, index): TableSpecification => table({ kind: "cases" }, { id: `${index}`, within }),
);

const sex: Dimension = { kind: "question", variable: "sex" };
const help: Dimension = { kind: "question", variable: "help" };

function table(measure: Measure, more: Partial<TableSpecification> = {}): TableSpecification {
  return { id: "t", population: "started", ...more, measure };
}

function period(from: string, until: string): Period {
  return { from: from as IsoDate, until: until as IsoDate };
}

async function inUnit<Result>(act: (extract: ColumnarExtract) => Promise<Result>) {
  const extract = await openUnitExtract(sourceOf(cases), flagged);
  try {
    return await act(extract);
  } finally {
    extract.close();
  }
}

/** What is said in English, without which of the tables it is about. */
async function refusals(specification: TableSpecification): Promise<readonly string[]> {
  const [outcome] = await inUnit((extract) => analyse(extract, [specification]));
  assert.ok(outcome);
  if (outcome.kind === "done") return [];
  for (const found of outcome.problems) {
    assert.ok(found.at);
    assert.doesNotMatch(problemSentence(found, "sv"), /\{|undefined|«»/);
  }
  return outcome.problems.map((found) => problemSentence(found, "en"));
}

const faults: readonly {
  readonly what: string;
  readonly asked: TableSpecification;
  readonly told: readonly RegExp[];
}[] = [
  {
    what: "a variable that no codebook has",
    asked: table({ kind: "frequencies", variable: "shoes" }),
    told: [/small has no variable shoes/],
  },
  {
    what: "a variable that another codebook has",
    asked: table({ kind: "frequencies", variable: "V01" }),
    told: [/small does not ask V01 as su-kvinnofrid-2021 does/],
  },
  {
    what: "a field of a group that does not exist",
    asked: table({ kind: "frequencies", variable: "kind", group: "walk" }),
    told: [/small has no group walk/],
  },
  {
    what: "codes that do not exist",
    asked: table({ kind: "share", variable: "sex", codes: [1, 7, 99], base: "valid" }),
    told: [/sex has no code 7/, /sex has no code 99/],
  },
  {
    what: "a code in a later step",
    asked: table({
      kind: "nested",
      steps: [
        { variable: "sex", codes: [1], base: "valid" },
        { variable: "help", codes: [71], base: "valid" },
      ],
    }),
    told: [/help has no code 71/],
  },
  {
    what: "plain numbers to be crossed",
    asked: table({
      kind: "crossing",
      rows: sex,
      columns: [{ kind: "question", variable: "visits" }],
    }),
    told: [/visits has no options/],
  },
  {
    what: "five ways, one of them twice",
    asked: table({
      kind: "crossing",
      rows: sex,
      columns: [
        help,
        sex,
        { kind: "question", variable: "age" },
        { kind: "time", of: "start", step: "year" },
      ],
    }),
    told: [/at most 4 dimensions, not 5/, /sex is crossed with itself/],
  },
  {
    what: "bands that overlap, hold what is no option, and are named by another",
    asked: table({
      kind: "crossing",
      rows: {
        ...help,
        bands: [
          { code: 1, codes: [1, 2] },
          { code: 2, codes: [2, 71] },
          { code: 9, codes: [30, 31] },
        ],
      },
      columns: [],
    }),
    told: [/help has no code 71/, /help has no code 9\b/, /code 2 of help belongs to two bands/],
  },
  {
    what: "classes of duration that do not rise",
    asked: table({
      kind: "crossing",
      rows: { kind: "duration", asAt: "2024-12-31" as IsoDate, from: [0, 4, 2] },
      columns: [],
    }),
    told: [/do not rise from 0: 0, 4, 2/],
  },
  {
    what: "a period that is not of whole quarters",
    asked: table({ kind: "cases" }, { period: period("2024-01-01", "2024-06-30") }),
    told: [/2024-01-01 – 2024-06-30 does not consist of whole quarters/],
  },
  {
    what: "a period that ends before it begins",
    asked: table({ kind: "cases" }, { period: period("2024-07-01", "2024-01-01") }),
    told: [/holds no day/],
  },
  {
    what: "a period without cases",
    asked: table({ kind: "cases" }, { period: period("2023-01-01", "2024-01-01") }),
    told: [/No cases in 2023-01-01 – 2024-01-01/],
  },
  {
    what: "a period in which nothing was closed",
    asked: table(
      { kind: "cases" },
      { population: "closed", period: period("2024-04-01", "2024-07-01") },
    ),
    told: [/No cases in/],
  },
  {
    what: "a choice that leaves nobody",
    asked: table({ kind: "cases" }, { within: nobody }),
    told: [/The population is empty/],
  },
  {
    what: "a choice that leaves nobody, in any period",
    asked: table({ kind: "cases" }, { within: nobody, period: period("2024-04-01", "2024-07-01") }),
    told: [/The population is empty/],
  },
  {
    what: "a condition that was not evaluated",
    asked: table({ kind: "cases" }, { within: { answer: "sex", in: [1] } }),
    told: [/condition was not evaluated/],
  },
  {
    what: "a level inside a unit",
    asked: table({ kind: "cases" }, { level: "municipality" }),
    told: [/of one unit and has no regions/],
  },
  {
    what: "a change of what is measured once",
    asked: table({ kind: "change", group: "talk", field: "kind" }),
    told: [/kind is not measured before and after/],
  },
  {
    what: "many faults at once",
    asked: table(
      { kind: "share", variable: "shoes", codes: [1], base: "valid" },
      {
        level: "county",
        within: { answer: "sex", in: [1] },
        period: period("2024-02-01", "2024-01-01"),
      },
    ),
    told: [/no variable shoes/, /not evaluated/, /no regions/, /whole quarters/],
  },
];

for (const { what, asked, told } of faults) {
  test(`named, and never an empty table: ${what}`, async () => {
    const found = await refusals(asked);
    assert.equal(found.length, told.length, found.join("\n"));
    for (const [index, sentence] of told.entries()) assert.match(found[index] ?? "", sentence);
  });
}

test("a faulty table spoils none of the others, and each stands in its place", async () => {
  const outcomes = await inUnit((extract) =>
    analyse(extract, [
      table({ kind: "cases" }),
      table({ kind: "frequencies", variable: "shoes" }),
      table({ kind: "cases" }, { within: men }),
      table({ kind: "cases" }, { within: nobody }),
      table({ kind: "cases" }, { population: "open" }),
    ]),
  );
  const told = outcomes.map((outcome) =>
    outcome.kind === "done" ? outcome.value.map(plain) : outcome.problems.length,
  );
  assert.deepEqual(told, [[{ cases: 2 }], 1, [{ cases: 1 }], 1, [{ cases: 1 }]]);
});

test("what stays in the municipalities is unknown in the nation", async () => {
  const { cases } = randomNation({ seed: 9, cases: 20, unanswered: 5 });
  const extract = await nationExtractOf(cases, []);
  try {
    const [local] = await analyse(extract, [
      table({ kind: "frequencies", variable: "ownEstimate", group: "riskAssessment" }),
    ]);
    assert.ok(local?.kind === "refused");
    assert.deepEqual(
      local.problems.map(({ code }) => code),
      ["analysis-unknown-variable"],
    );
    const [byCounty] = await analyse(extract, [table({ kind: "cases" }, { level: "county" })]);
    assert.ok(byCounty?.kind === "done");
    assert.deepEqual(
      byCounty.value.map(({ scope }) => (scope.kind === "region" ? scope.code : scope.kind)),
      ["01", "23"],
    );
  } finally {
    extract.close();
  }
});

test("where no case has a known county there is no table of any, and that is said", async () => {
  const { cases } = randomNation({ seed: 9, cases: 20, unanswered: 5 });
  const homeless = cases.map((each) => ({ ...each, county: "" }));
  const extract = await nationExtractOf(homeless, []);
  try {
    const [byCounty] = await analyse(extract, [table({ kind: "cases" }, { level: "county" })]);
    assert.ok(byCounty?.kind === "refused");
    assert.deepEqual(
      byCounty.problems.map(({ code }) => code),
      ["analysis-no-regions"],
    );
  } finally {
    extract.close();
  }
});
