import assert from "node:assert/strict";
import { test } from "node:test";
import type { IsoDate } from "#kernel";
import { analyse } from "./analyse.ts";
import { openUnitExtract } from "./extract/unit-extract.ts";
import type { TableSpecification } from "./table-specification.ts";
import { tabulate } from "./tabulate.ts";
import { caseOf, sealedOf, sourceOf } from "./testing/case-of.ts";

const seven = Array.from({ length: 7 }, (_, index) => `c${index}`);
const sevenSealed = seven.map((id, index) =>
  sealedOf(id, index, { better: (index % 4) + 1, wishes: [1, 2], meaning: 2 }),
);
const sevenCases = seven.map((id, index) => caseOf(id, { sex: (index % 2) + 1 }));

const crossing = (variable: string, by: string) =>
  ({
    kind: "crossing",
    rows: { kind: "question", variable },
    columns: [{ kind: "question", variable: by }],
  }) as const;

const crossings: readonly { readonly what: string; readonly table: TableSpecification }[] = [
  {
    what: "closed cases only",
    table: {
      id: "t",
      population: "closed",
      measure: { kind: "frequencies", variable: "better" },
    },
  },
  {
    what: "a filter by a case variable",
    table: {
      id: "t",
      population: "started",
      within: { answer: "sex", in: [1] },
      measure: { kind: "share", variable: "better", codes: [1], base: "answered" },
    },
  },
  {
    what: "a filter by another client variable",
    table: {
      id: "t",
      population: "started",
      within: { any: [{ answer: "sex", in: [1] }, { not: { answer: "better", in: [1] } }] },
      measure: { kind: "frequencies", variable: "meaning" },
    },
  },
  {
    what: "a case variable among those who said something",
    table: {
      id: "t",
      population: "started",
      within: { answer: "better", in: [4] },
      measure: { kind: "frequencies", variable: "sex" },
    },
  },
  {
    what: "the number of cases of those who said something",
    table: {
      id: "t",
      population: "started",
      within: { all: [{ answer: "better", in: [4] }] },
      measure: { kind: "cases" },
    },
  },
  {
    what: "a crossing with a case variable",
    table: {
      id: "t",
      population: "started",
      measure: crossing("better", "sex"),
    },
  },
  {
    what: "a crossing of a case variable with hers",
    table: {
      id: "t",
      population: "started",
      measure: crossing("sex", "better"),
    },
  },
  {
    what: "a quarter",
    table: {
      id: "t",
      population: "started",
      period: { from: "2024-04-01" as IsoDate, until: "2024-07-01" as IsoDate },
      measure: { kind: "frequencies", variable: "better" },
    },
  },
  {
    what: "open cases only",
    table: { id: "t", population: "open", measure: { kind: "frequencies", variable: "better" } },
  },
  {
    what: "each municipality by itself",
    table: {
      id: "t",
      population: "started",
      level: "municipality",
      measure: { kind: "frequencies", variable: "better" },
    },
  },
  {
    what: "her answers by the time of the start",
    table: {
      id: "t",
      population: "started",
      measure: {
        kind: "crossing",
        rows: { kind: "question", variable: "better" },
        columns: [{ kind: "time", of: "start", step: "quarter" }],
      },
    },
  },
  {
    what: "a third way of a crossing",
    table: {
      id: "t",
      population: "started",
      measure: {
        kind: "crossing",
        rows: { kind: "time", of: "start", step: "year" },
        columns: [
          { kind: "question", variable: "sex" },
          { kind: "question", variable: "better" },
        ],
      },
    },
  },
  {
    what: "bands of her answers, with nothing beside",
    table: {
      id: "t",
      population: "started",
      measure: {
        kind: "crossing",
        rows: { kind: "question", variable: "better", bands: [{ code: 1, codes: [1, 2] }] },
        columns: [],
      },
    },
  },
  {
    what: "a step among those who said something",
    table: {
      id: "t",
      population: "started",
      measure: {
        kind: "nested",
        steps: [
          { variable: "sex", codes: [1], base: "valid" },
          { variable: "better", codes: [1], base: "valid" },
        ],
      },
    },
  },
  {
    what: "a single step of hers",
    table: {
      id: "t",
      population: "started",
      measure: { kind: "nested", steps: [{ variable: "better", codes: [1], base: "valid" }] },
    },
  },
  {
    what: "a crossing of two of hers",
    table: {
      id: "t",
      population: "started",
      measure: crossing("better", "wishes"),
    },
  },
];

for (const { what, table } of crossings) {
  test(`the client's answers stand alone: refused by ${what}`, async () => {
    await assert.rejects(
      openUnitExtract(sourceOf(sevenCases, sevenSealed), [table]),
      /stand alone/,
    );
    const extract = await openUnitExtract(sourceOf(sevenCases, sevenSealed), []);
    try {
      const [outcome] = await analyse(extract, [table]);
      assert.ok(outcome?.kind === "refused");
      assert.ok(outcome.problems.some(({ code }) => code === "analysis-client-stands-alone"));
      await assert.rejects(tabulate(extract, [table]));
    } finally {
      extract.close();
    }
  });
}
