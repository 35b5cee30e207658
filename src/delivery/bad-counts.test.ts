import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { nationSpecifications } from "#tabulation";
import { readDelivery } from "./read-delivery.ts";
import {
  codebook,
  deliveredLines,
  faultsIn,
  fileOf,
  plausibleCases,
  sealed,
  textOf,
} from "./testing/delivered.ts";

const lines = await deliveredLines(plausibleCases(60), { level: "counts" });
const [heading = "", ...rest] = lines;
const tables = rest.slice(0, -1);
const ids = nationSpecifications(codebook).map(({ id }) => id);

type Told = { readonly table: unknown; readonly counts: unknown };

const told = (id: string): Told & { readonly counts: { readonly [name: string]: never } } =>
  JSON.parse(tables[ids.indexOf(id)] ?? "");
const lineOf = (id: string) => ids.indexOf(id) + 2;

/** All tables, one of them with other counts. */
function withCounts(id: string, counts: unknown): string {
  const changed = tables.with(ids.indexOf(id), JSON.stringify({ table: id, counts }));
  return sealed([heading, ...changed], "tables");
}

test("a delivery of counts has a line for each table of the release, and no case", async () => {
  assert.deepEqual(
    tables.map((line) => JSON.parse(line).table),
    ids,
  );
  assert.deepEqual(await faultsIn(textOf(lines)), []);
  const outcome = await readDelivery(fileOf(textOf(lines)), [codebook]);
  assert.ok(outcome.kind === "done");
  assert.deepEqual([...outcome.value.cases], []);
  assert.deepEqual(
    outcome.value.tables.map(({ scope }) => scope.kind === "region" && scope.code),
    outcome.value.tables.map(() => "9001"),
  );
});

test("two deliveries of the same counts are the same, but for nothing", async () => {
  assert.deepEqual(await deliveredLines(plausibleCases(60), { level: "counts" }), lines);
});

test("of no cases there are no numbers", async () => {
  const empty = await deliveredLines([], { level: "counts" });
  assert.ok(empty.slice(1, -1).every((line) => line.endsWith(`"counts":null}`)));
  assert.deepEqual(await faultsIn(textOf(empty)), []);
});

test("a table that is left out, there twice, unknown or too many is refused where it stands", async () => {
  const [first = "", second = "", ...others] = tables;
  const of = (...all: readonly string[]) => faultsIn(sealed([heading, ...all], "tables"));
  assert.deepEqual(await of(second, ...others), ["delivery-table-unexpected 2"]);
  assert.deepEqual(await of(first, first, second, ...others), ["delivery-table-unexpected 3"]);
  assert.deepEqual(await of(second, first, ...others), ["delivery-table-unexpected 2"]);
  assert.deepEqual(await of(...tables, first), [`delivery-tables-many ${tables.length + 2}`]);
  assert.deepEqual(await of(...tables.slice(0, -1)), [`delivery-tables-few ${tables.length + 1}`]);
  const unknown = JSON.stringify({ ...JSON.parse(first), table: "cases of somebody else" });
  assert.deepEqual(await of(unknown, second, ...others), ["delivery-table-unexpected 2"]);
});

test("cases where counts belong, and counts where cases do, are refused", async () => {
  const rows = await deliveredLines(plausibleCases(3));
  assert.ok((await faultsIn(sealed([heading, ...rows.slice(1, -1)], "tables"))).length > 0);
  assert.ok((await faultsIn(sealed([rows[0] ?? "", ...tables]))).length > 0);
  assert.deepEqual(await faultsIn(sealed([heading, ...tables], "cases")), [
    `delivery-row-malformed ${tables.length + 2} end`,
  ]);
});

const sex = told("V01").counts as unknown as { base: number[]; rows: [number, number][] };
const relation = told("V07").counts as unknown as { base: number[]; rows: [number, number][] };
const crossed = told("V24 by V15").counts as unknown as {
  base: number[];
  codes: number[];
  columns: { code: number | null; base: number[]; counts: number[] }[];
};
const several = told("interventions-per-case").counts as unknown as {
  base: number[];
  distribution: [number, number][];
};
const malformed = (id: string, place: string) => `delivery-row-malformed ${lineOf(id)} ${place}`;
const wrong = (id: string, place: string, value: unknown) =>
  `delivery-number-wrong ${lineOf(id)} ${place} ${value}`;

const badForms: readonly (readonly [what: string, id: string, counts: unknown, fault: string])[] = [
  [
    "no case, said as nought",
    "cases started",
    { cases: 0 },
    malformed("cases started", "counts.cases"),
  ],
  ["half a case", "cases started", { cases: 1.5 }, wrong("cases started", "counts.cases", 1.5)],
  ["fewer than none", "cases started", { cases: -1 }, wrong("cases started", "counts.cases", -1)],
  [
    "more than anybody has",
    "cases started",
    { cases: 1e7 },
    wrong("cases started", "counts.cases", 10000000),
  ],
  [
    "a number as text",
    "cases started",
    { cases: "7" },
    wrong("cases started", "counts.cases", "7"),
  ],
  ["counts as a list", "cases started", [7], malformed("cases started", "counts")],
  [
    "a key too many",
    "V01",
    { ...sex, county: 1 },
    `delivery-unknown-name ${lineOf("V01")} counts.county`,
  ],
  ["no chain", "V01", { rows: sex.rows }, malformed("V01", "counts.base")],
  ["three steps", "V01", { ...sex, base: [1, 1, 1] }, malformed("V01", "counts.base")],
  [
    "an option that does not exist",
    "V01",
    { ...sex, rows: [...sex.rows, [7, 1]] },
    malformed("V01", "counts.rows"),
  ],
  [
    "an option that is left out",
    "V01",
    { ...sex, rows: sex.rows.slice(1) },
    malformed("V01", "counts.rows"),
  ],
  [
    "options in another order",
    "V01",
    { ...sex, rows: sex.rows.toReversed() },
    malformed("V01", "counts.rows"),
  ],
  [
    "a column that is left out",
    "V24 by V15",
    { ...crossed, columns: crossed.columns.slice(1) },
    malformed("V24 by V15", "counts.columns"),
  ],
  [
    "no column of those without an answer",
    "V24 by V15",
    { ...crossed, columns: crossed.columns.slice(0, -1) },
    malformed("V24 by V15", "counts.columns"),
  ],
  [
    "rows of another question",
    "V24 by V15",
    { ...crossed, codes: [1] },
    malformed("V24 by V15", "counts.codes"),
  ],
  [
    "a number of options twice",
    "interventions-per-case",
    { ...several, distribution: [...several.distribution, ...several.distribution] },
    malformed("interventions-per-case", "counts.distribution"),
  ],
];

for (const [what, id, counts, fault] of badForms) {
  test(`refused in a table: ${what}`, async () => {
    assert.deepEqual(await faultsIn(withCounts(id, counts)), [fault]);
  });
}

const sums = (id: string, place: string) => `delivery-sums-disagree ${lineOf(id)} ${place}`;
const plus = (row: number, more: number) => (rows: [number, number][]) =>
  rows.map(([code, count], at): [number, number] => [code, at === row ? count + more : count]);
const [eligible = 0, asked = 0, , valid = 0] = sex.base;

const badSums: readonly (readonly [what: string, id: string, counts: unknown, fault: string])[] = [
  [
    "more who answered than were asked",
    "V01",
    { ...sex, base: [eligible, asked, asked + 1, valid] },
    sums("V01", "counts.base[2]"),
  ],
  [
    "more answers than people who gave one",
    "V01",
    { ...sex, rows: plus(0, 1)(sex.rows) },
    sums("V01", "counts.rows"),
  ],
  [
    "an option of several that more chose than answered",
    "V07",
    { ...relation, rows: plus(0, 500)(relation.rows) },
    sums("V07", "counts.rows"),
  ],
  [
    "columns that are not all",
    "V24 by V15",
    { ...crossed, base: crossed.base.map((step) => step + 1) },
    sums("V24 by V15", "counts.columns"),
  ],
  [
    "cases of a mean that are not all",
    "interventions-per-case",
    { ...several, distribution: several.distribution.slice(1) },
    sums("interventions-per-case", "counts.distribution"),
  ],
];

for (const [what, id, counts, fault] of badSums) {
  test(`refused for its sums: ${what}`, async () => {
    assert.ok((await faultsIn(withCounts(id, counts))).includes(fault));
  });
}

test("tables that are right by themselves and not together are refused", async () => {
  const started = Number(JSON.parse(tables[0] ?? "").counts.cases);
  const more = withCounts("cases started", { cases: started + 1 });
  assert.ok((await faultsIn(more)).includes(sums("V01", "V01")));
  assert.ok(
    (await faultsIn(withCounts("men:cases started", null))).includes(
      sums("men:cases started", "men:cases started"),
    ),
  );
  const moved = { ...sex, rows: plus(0, -1)(plus(1, 1)(sex.rows)) };
  assert.ok(
    (await faultsIn(withCounts("V01", moved))).includes(
      sums("men:cases started", "men:cases started"),
    ),
  );
});

test("any number that is changed is refused, or the numbers still agree", async () => {
  const whole = tables.join("\n");
  const numbers = [...whole.matchAll(/(?<=[[,:])\d+/g)].map(({ index }) => index);
  await fc.assert(
    fc.asyncProperty(
      fc.nat(numbers.length - 1),
      fc.integer({ min: -3, max: 3 }),
      async (at, by) => {
        const from = numbers[at] ?? 0;
        const [digits = ""] = /^\d+/.exec(whole.slice(from)) ?? [];
        const changed = `${whole.slice(0, from)}${Number(digits) + by}${whole.slice(from + digits.length)}`;
        const faults = await faultsIn(sealed([heading, ...changed.split("\n")], "tables"));
        assert.ok(by !== 0 || faults.length === 0);
        for (const fault of faults) assert.match(fault, /^delivery-(?:more-problems$|[a-z-]+ \d+)/);
      },
    ),
    { numRuns: 60 },
  );
});

test("any JSON for a table gets a clear answer", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.jsonValue(),
      fc.nat(tables.length - 1),
      fc.boolean(),
      async (json, at, isCounts) => {
        const { table } = JSON.parse(tables[at] ?? "");
        const line = JSON.stringify(isCounts ? { table, counts: json } : json);
        const faults = await faultsIn(sealed([heading, ...tables.with(at, line)], "tables"));
        for (const fault of faults) assert.match(fault, /^delivery-(?:more-problems$|[a-z-]+ \d+)/);
        // Of a group that nothing else counts nobody can say that somebody is in it.
        assert.ok(faults.length > 0 || (isCounts && json === null));
      },
    ),
    { numRuns: 200 },
  );
});
