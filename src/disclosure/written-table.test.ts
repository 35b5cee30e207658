import assert from "node:assert/strict";
import { test } from "node:test";
import { protectNation, readSafeTable, type SafeTable, writeSafeTable } from "./index.ts";
import { countedNation, nation, type Said, times, tinyCodebook } from "./testing/tiny-nation.ts";

const said = (severity: number, honour: number): Said => {
  return { sex: 1, isBegun: true, honour, severity, left: 1, help: severity === 2 ? [3] : [1] };
};
const tables = protectNation(
  await countedNation([
    ...times(40, said(1, 1)),
    ...times(30, said(2, 1)),
    ...times(20, said(1, 2)),
    ...times(20, said(2, 2)),
    ...times(3, said(4, 1)),
  ]),
  tinyCodebook,
);

function tableOf(id: string): SafeTable {
  const table = tables.find(({ specification }) => specification.id === id);
  assert.ok(table, id);
  return table;
}

function isRefused(id: string, written: unknown): boolean {
  const outcome = readSafeTable(nation, tableOf(id).specification, written);
  if (outcome.kind === "done") return false;
  assert.equal(outcome.problems[0]?.code, "release-damaged");
  return true;
}

test("what is written and read again is the same table, interval and all", () => {
  for (const table of tables) {
    const written = JSON.parse(JSON.stringify(writeSafeTable(table)));
    const read = readSafeTable(table.scope, table.specification, written);
    assert.ok(read.kind === "done", table.specification.id);
    assert.deepEqual(read.value.counts, table.counts);
    assert.deepEqual(read.value.by, table.by);
  }
});

test("by no other way does a safe table become JSON", () => {
  assert.throws(() => JSON.stringify({ tables }), /written by writeSafeTable/);
});

test("neither a reason nor an interval is written, and what is hidden is one mark", () => {
  const text = JSON.stringify(tables.map(writeSafeTable));
  assert.doesNotMatch(text, /interval|reason|hidden|suppressed/);
  assert.match(text, /null/);
});

test("a damaged table is refused", () => {
  const severity = writeSafeTable(tableOf("severity"));
  assert.ok(severity.counts.kind === "frequencies");
  const { base, rows } = severity.counts;
  const [row] = rows;
  assert.ok(row);
  const withCounts = (counts: object) => ({
    ...severity,
    counts: { ...severity.counts, ...counts },
  });
  const damaged: readonly unknown[] = [
    undefined,
    null,
    [],
    "",
    {},
    { ...severity, more: 1 },
    { ...severity, by: { variable: "honour", code: 1 } },
    writeSafeTable(tableOf("cases")),
    withCounts({ rows: [{ ...row, count: 3 }] }),
    withCounts({ rows: [{ ...row, count: -1 }] }),
    withCounts({ rows: [{ ...row, count: 5.5 }] }),
    withCounts({ rows: [{ ...row, count: "40" }] }),
    withCounts({ rows: [{ ...row, count: 1000 }] }),
    withCounts({ rows: [{ ...row, codes: [] }] }),
    withCounts({ base: { ...base, valid: 1000 } }),
    withCounts({ base: {} }),
  ];
  for (const each of damaged) assert.ok(isRefused("severity", each), JSON.stringify(each));
});

test("a column of a crossing is read for its own crossing only", () => {
  const written = writeSafeTable(tableOf("severity by honour"));
  assert.equal(isRefused("severity by honour", written), false);
  assert.ok(isRefused("severity by honour", { ...written, by: null }));
  assert.ok(isRefused("severity by honour", { ...written, by: { variable: "sex", code: 1 } }));
});

test("a share of more than all is refused, and so is a part without its whole", () => {
  const written = writeSafeTable(tableOf("some-help"));
  assert.equal(isRefused("some-help", written), false);
  for (const part of [{ numerator: 500 }, { denominator: null }]) {
    assert.ok(isRefused("some-help", { ...written, counts: { ...written.counts, ...part } }));
  }
});

test("nothing is read as a unit's", () => {
  const table = tableOf("cases");
  const scope = { kind: "unit", municipality: "9001", unit: "unit-1" } as never;
  const read = readSafeTable(scope, table.specification, writeSafeTable(table));
  assert.equal(read.kind, "refused");
});

const chain = { eligible: 100, asked: 90, answered: 80, valid: 70 };
const specifications = {
  severity: { kind: "frequencies", variable: "severity" },
  help: { kind: "share", variable: "help", codes: [1], base: "answered" },
  mean: { kind: "mean-distinct", variable: "help", base: "answered" },
  cases: { kind: "cases" },
} as const;
const scopes = {
  nation,
  region: { kind: "region", round: nation.round, level: "area", code: "east" },
  local: { kind: "local", round: "2026-H1", municipality: "9001" },
} as const;

/** What is read of these counts, or `undefined` where they are refused. */
function read(
  id: keyof typeof specifications,
  counts: object,
  scope: keyof typeof scopes = "nation",
): SafeTable | undefined {
  const specification = { id, population: "started", measure: specifications[id] } as const;
  const outcome = readSafeTable(scopes[scope], specification, { by: null, counts });
  return outcome.kind === "done" ? outcome.value : undefined;
}

function frequencies(base: object, ...rows: readonly (readonly [number, number | null])[]) {
  return {
    kind: "frequencies",
    base: { ...chain, ...base },
    rows: rows.map(([code, count]) => ({ codes: [code], isMissing: code > 96, count })),
  };
}

test("each step of the chain is at most the one before, hidden ones passed over", () => {
  assert.ok(read("severity", frequencies({})));
  assert.ok(read("severity", frequencies({ asked: 100, answered: 100, valid: 100 })));
  assert.equal(read("severity", frequencies({ asked: 101 })), undefined);
  assert.equal(read("severity", frequencies({ answered: 91 })), undefined);
  assert.equal(
    read("severity", frequencies({ asked: null, answered: null, valid: 101 })),
    undefined,
  );
  assert.ok(read("severity", frequencies({ asked: null, answered: null, valid: 100 })));
});

test("a row is at most what its interval is of, or the eligible; «vet ej» may be more", () => {
  assert.ok(read("severity", frequencies({}, [1, 80])));
  assert.equal(read("severity", frequencies({}, [1, 81])), undefined);
  assert.ok(read("severity", frequencies({}, [98, 81])));
  assert.ok(read("severity", frequencies({ answered: null }, [1, 70])));
  assert.equal(read("severity", frequencies({ answered: null }, [1, 71])), undefined);
  const hidden = { answered: null, valid: null };
  assert.ok(read("severity", frequencies(hidden, [1, 100])));
  assert.equal(read("severity", frequencies(hidden, [1, 101])), undefined);
  assert.ok(read("severity", frequencies({ ...hidden, eligible: null }, [1, 101])));
  assert.ok(read("severity", frequencies({}, [1, null])));
});

test("of a share the part is at most the whole, and both are told or neither", () => {
  const share = (numerator: number | null, denominator: number | null) =>
    read("help", { kind: "share", base: chain, numerator, denominator });
  assert.ok(share(80, 80));
  assert.equal(share(81, 80), undefined);
  assert.ok(share(null, null));
  assert.equal(share(20, null), undefined);
  assert.equal(share(null, 20), undefined);
  assert.equal(share(4, 20), undefined, "too few to be told");
  assert.ok(share(0, 0));
});

test("a mean's sum may be more than the cases it is of, and goes with them", () => {
  const mean = (total: number | null, denominator: number | null) =>
    read("mean", { kind: "mean-distinct", base: chain, total, denominator });
  assert.ok(mean(160, 80));
  assert.ok(mean(null, null));
  assert.equal(mean(160, null), undefined);
  assert.equal(mean(null, 80), undefined);
});

test("below the nation neither those asked nor those who answered are told", () => {
  const inRegion = (base: object) => read("severity", frequencies(base), "region");
  assert.ok(inRegion({ asked: null, answered: null }));
  assert.equal(inRegion({ asked: null }), undefined);
  assert.equal(inRegion({ answered: null }), undefined);
  assert.equal(inRegion({}), undefined);
  assert.ok(read("cases", { kind: "cases", cases: 12 }, "region"));
  assert.ok(read("severity", frequencies({}), "local"));
});

test("below the nation a share is of the valid answers, whatever the nation's is of", () => {
  const counts = {
    kind: "share",
    base: { ...chain, asked: null, answered: null },
    ...{ numerator: 20, denominator: 70 },
  };
  const baseIn = (scope: keyof typeof scopes) => {
    const { measure } = read("help", counts, scope)?.specification ?? {};
    return measure?.kind === "share" ? measure.base : undefined;
  };
  assert.equal(baseIn("region"), "valid");
  assert.equal(baseIn("nation"), "answered");
  assert.equal(baseIn("local"), "answered");
});

test("intervals are made of what is told alone", () => {
  const intervals = (counts: object) => {
    const read_ = read("severity", counts)?.counts;
    assert.ok(read_?.kind === "frequencies");
    return read_.rows.map(({ interval }) => interval?.map((limit) => limit.toFixed(3)) ?? null);
  };
  const rows = [
    [1, 40],
    [2, null],
    [98, 10],
  ] as const;
  assert.deepEqual(intervals(frequencies({}, ...rows)), [["0.393", "0.607"], null, null]);
  // Among the valid where those who answered are hidden.
  assert.deepEqual(intervals(frequencies({ answered: null }, ...rows))[0], ["0.455", "0.681"]);
  assert.deepEqual(intervals(frequencies({ answered: null, valid: null }, ...rows))[0], null);
  const share = read("help", {
    kind: "share",
    base: chain,
    numerator: 40,
    denominator: 80,
  })?.counts;
  assert.ok(share?.kind === "share");
  assert.deepEqual(
    share.interval?.map((limit) => limit.toFixed(3)),
    ["0.393", "0.607"],
  );
});

test("codes are whole numbers from 1 to 99, and a count of another kind is none of this table", () => {
  assert.ok(read("severity", frequencies({}, [99, 10])));
  assert.equal(read("severity", frequencies({}, [100, 10])), undefined);
  assert.equal(read("severity", frequencies({}, [0, 10])), undefined);
  assert.ok(read("severity", frequencies({}, [1, 0])));
  assert.ok(read("severity", frequencies({}, [1, 5])));
  assert.equal(read("severity", { kind: "cases", cases: 10 }), undefined);
});
