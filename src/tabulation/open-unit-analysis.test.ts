import assert from "node:assert/strict";
import { test } from "node:test";
import type { Condition } from "#codebook";
import { analyseUnit } from "./analyse-unit.ts";
import { openUnitAnalysis } from "./open-unit-analysis.ts";
import type { TableSpecification } from "./table-specification.ts";
import { caseOf, sourceOf } from "./testing/case-of.ts";
import { smallCodebook } from "./testing/small-codebook.ts";

const cases = [
  caseOf("a", { sex: 1, help: [1, 40] }, { talks: [1] }),
  caseOf("b", { sex: 2, age: 1980 }),
  caseOf("c", { sex: 2, help: [1] }),
];
const within: Condition = { answer: "sex", in: [2] };
const bySex: TableSpecification = {
  id: "help",
  population: "started",
  measure: {
    kind: "crossing",
    rows: { kind: "question", variable: "help" },
    columns: [{ kind: "question", variable: "sex" }],
  },
};
const amongMen: TableSpecification = {
  id: "men:help",
  population: "started",
  within,
  measure: { kind: "frequencies", variable: "help" },
};

async function told(
  asking: Promise<readonly { readonly kind: string }[]>,
): Promise<readonly unknown[]> {
  return (await asking).map((outcome) => {
    const { value, problems } = outcome as {
      readonly value?: readonly { readonly counts: () => unknown }[];
      readonly problems?: unknown;
    };
    return value ? value.map((table) => table.counts()) : problems;
  });
}

test("cases that are read once answer one question after another as if they were read for each", async () => {
  const analysis = await openUnitAnalysis(sourceOf(cases), [amongMen]);
  for (const asked of [bySex, amongMen, bySex]) {
    assert.deepEqual(
      await told(analysis.analyse([asked])),
      await told(analyseUnit(sourceOf(cases), [asked])),
    );
  }
  analysis.close();
});

test("a condition that nobody foresaw, and the client's answers divided, are refused by name", async () => {
  const analysis = await openUnitAnalysis(sourceOf(cases), []);
  const [client] = smallCodebook().variables.filter(({ phase }) => phase === "client");
  const divided: TableSpecification = {
    ...bySex,
    id: "hers",
    measure: {
      kind: "crossing",
      rows: { kind: "question", variable: client?.id ?? "" },
      columns: [{ kind: "question", variable: "sex" }],
    },
  };
  const outcomes = await analysis.analyse([amongMen, divided]);
  const codes = outcomes.map((outcome) =>
    outcome.kind === "refused" ? outcome.problems.map(({ code }) => code) : [],
  );
  assert.deepEqual(codes, [["analysis-condition-not-evaluated"], ["analysis-client-stands-alone"]]);
  analysis.close();
});
