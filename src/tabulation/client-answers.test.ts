import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { IsoDate } from "#kernel";
import type { CaseRecord } from "#registration";
import { openArrayCounter } from "./counting/array-counter.ts";
import type { SealedAnswers } from "./extract/counted-in-batches.ts";
import { openUnitExtract } from "./extract/unit-extract.ts";
import type { TableSpecification } from "./table-specification.ts";
import { tabulate, tabulateUnit } from "./tabulate.ts";
import { caseOf, sealedOf, sourceOf } from "./testing/case-of.ts";
import { smallCodebook } from "./testing/small-codebook.ts";

const clients = ["better", "wishes", "meaning"];

/** Every number about the client's variables that the unit is shown. */
async function clientFigures(
  cases: readonly CaseRecord[],
  sealed: readonly SealedAnswers[],
): Promise<string> {
  const tables = await tabulateUnit(sourceOf(cases, sealed));
  const shown = tables.filter(({ specification }) => clients.includes(specification.id));
  assert.equal(shown.length, clients.length);
  return JSON.stringify(shown.map((table) => table.counts()));
}

function answeredCase(id: string, index: number): CaseRecord {
  const on = "2024-07-01" as IsoDate;
  return caseOf(id, { sex: (index % 2) + 1 }, { survey: { kind: "answered", on } });
}

test("the unit's figures stand still between every fifth answer, whatever the order", async () => {
  const whole = { better: fc.integer({ min: 1, max: 4 }), wishes: fc.constantFrom([1], [2, 3]) };
  const answers = fc.array(fc.record(whole), { minLength: 16, maxLength: 16 });
  await fc.assert(
    fc.asyncProperty(answers, async (given) => {
      const ids = given.map((_, index) => `c${index}`);
      let before = "";
      for (let count = 0; count <= ids.length; count++) {
        // Those who have not answered yet have been offered the survey.
        const cases = ids.map((id, index) =>
          index < count ? answeredCase(id, index) : caseOf(id),
        );
        const sealed = given
          .slice(0, count)
          .map((each, index) => sealedOf(ids[index] ?? "", index, { ...each, meaning: 1 }));
        const after = await clientFigures(cases, sealed);
        if (count > 0 && count % 5 !== 0) assert.equal(after, before);
        if (count > 0 && count % 5 === 0) assert.notEqual(after, before);
        before = after;
      }
    }),
    { numRuns: 6 },
  );
});

const seven = Array.from({ length: 7 }, (_, index) => `c${index}`);
const sevenSealed = seven.map((id, index) =>
  sealedOf(id, index, { better: (index % 4) + 1, wishes: [1, 2], meaning: 2 }),
);
const sevenCases = seven.map(answeredCase);

test("closing, reopening, correcting or moving a case moves no client's answer", async () => {
  const optionCounts = async (cases: readonly CaseRecord[]) =>
    JSON.parse(await clientFigures(cases, sevenSealed)).map(
      (counts: { rows: object[] }) => counts.rows,
    );
  const expected = await optionCounts(sevenCases);
  const changes: ((record: CaseRecord) => CaseRecord)[] = [
    (record) => ({ ...record, state: "closed", closedOn: "2024-08-01" as IsoDate }),
    (record) => ({ ...record, sheet: { answers: {}, items: [] } }),
    (record) => ({ ...record, survey: { kind: "offered", on: "2024-06-01" as IsoDate } }),
  ];
  for (const change of changes) {
    for (const [index, record] of sevenCases.entries()) {
      assert.deepEqual(await optionCounts(sevenCases.with(index, change(record))), expected);
    }
  }
  assert.deepEqual(await optionCounts(sevenCases.slice(3)), expected);
  assert.deepEqual(await optionCounts([]), expected);
});

test("the extract holds the counted answers and no other, and no row that belongs to anybody", async () => {
  const counter = openArrayCounter();
  const { relations } = await openUnitExtract(sourceOf(sevenCases, sevenSealed), [], counter);
  const contents = new Map([...counter.contents()].map(({ name, rows }) => [name, [...rows]]));

  // better · wishes with its word of bits (1 and 2 chosen) · meaning. The first five by arrival said
  // 1 2 3 4 1; the two who wait look as if they had not answered, and are not asked for the meaning. Each column is sorted by itself.
  assert.deepEqual(contents.get("client"), [
    [1, 1, 0b011, 0],
    [1, 1, 0b011, 0],
    [2, 1, 0b011, 2],
    [3, 1, 0b011, 2],
    [4, 1, 0b011, 2],
    [101, 101, 0, 2],
    [101, 101, 0, 2],
  ]);
  for (const { name, questions, flags } of relations) {
    const asked = questions.map(({ question }) => question.id);
    assert.equal(
      asked.some((id) => clients.includes(id)),
      name === "client",
    );
    assert.equal(flags.length === 0, name === "client");
  }
});

test("whoever has been offered the survey is asked; that tells nothing of who has answered", async () => {
  const offered = [
    caseOf("c0"),
    caseOf("c1"),
    caseOf("c2", {}, { survey: { kind: "not-yet-offered" } }),
  ];
  const [better] = JSON.parse(await clientFigures(offered, [sealedOf("c0", 1, { better: 1 })]));
  assert.deepEqual(better.base, { eligible: 3, asked: 2, answered: 0, valid: 0 });
});

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
      measure: { kind: "crossing", variable: "better", by: "sex" },
    },
  },
  {
    what: "a crossing of a case variable with hers",
    table: {
      id: "t",
      population: "started",
      measure: { kind: "crossing", variable: "sex", by: "better" },
    },
  },
  {
    what: "a crossing of two of hers",
    table: {
      id: "t",
      population: "started",
      measure: { kind: "crossing", variable: "better", by: "wishes" },
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
      await assert.rejects(tabulate(extract, [table]));
    } finally {
      extract.close();
    }
  });
}

test("an indicator that nests one client question in another is left out of the unit's figures", async () => {
  const indicator = {
    label: { sv: "", en: "" },
    variable: "meaning",
    measure: { kind: "share", codes: [1] },
    base: "answered",
    population: "closed",
    provenance: { status: "reconstructed" },
  };
  const codebook = smallCodebook({
    indicators: [
      { ...indicator, id: "plain" },
      { ...indicator, id: "nested", within: { answer: "better", in: [1, 2] } },
    ],
  });
  const tables = await tabulateUnit(sourceOf(sevenCases, sevenSealed, codebook));
  const ids = tables.map(({ specification }) => specification.id);
  assert.ok(ids.includes("plain") && !ids.includes("nested"));
});
