import assert from "node:assert/strict";
import { test } from "node:test";
import { Codebook } from "#codebook";
import { accountId, type Instant, municipalityCode, unitId } from "#kernel";
import { nationFigures, placeFigures, unitFigures } from "#report";
import { type RawTable, tabulateUnit } from "#tabulation";
import * as door from "./index.ts";
import {
  type Admission,
  admitInternal,
  type CountedSet,
  type InternalTable,
  type ProtectedRelease,
  protectLocal,
  protectNation,
  protectRelease,
  type SafeTable,
  writeSafeTable,
} from "./index.ts";
import { countedNation } from "./testing/tiny-nation.ts";

const admission: Admission = {
  municipality: municipalityCode("9001"),
  unit: unitId("unit-1"),
  viewer: accountId("worker"),
  at: "2026-03-01T09:00:00.000Z" as Instant,
};

const text = { sv: "", en: "" };
const codebook = Codebook.parse({
  id: "empty",
  version: "1.0.0",
  label: text,
  definition: text,
  validFrom: "2026-01-01",
  provenance: { status: "reconstructed" },
  phases: [],
  variables: [],
});

async function someRaw(): Promise<RawTable> {
  const { municipality, unit } = admission;
  const source = { municipality, unit, codebook, cases: none(), clientAnswers: [] };
  const [raw] = await tabulateUnit(source);
  assert.ok(raw);
  return raw;
}

async function* none() {}

test("a viewer who may open the unit's cases sees its table, and the log can tell who", async () => {
  const raw = await someRaw();
  const table = admitInternal(raw, admission);
  assert.deepEqual(table.counts, { kind: "cases", cases: 0 });
  assert.equal(table.specification, raw.specification);
  assert.equal(table.admission.viewer, "worker");
});

test("a table counted in one unit is not admitted for another, nor for another municipality", async () => {
  const raw = await someRaw();
  assert.throws(() => admitInternal(raw, { ...admission, unit: unitId("unit-2") }), /unit-2/);
  const elsewhere = { ...admission, municipality: municipalityCode("9002") };
  assert.throws(() => admitInternal(raw, elsewhere), /counted in 9001/);
});

test("the nation is not a unit: nobody is admitted to its exact counts", async () => {
  const specification = { id: "cases", population: "started", measure: { kind: "cases" } } as const;
  const [counted] = await countedNation([], [specification]);
  assert.ok(counted);
  assert.throws(() => admitInternal(counted, admission), /counted in the nation/);
});

test("an internal table cannot be written as JSON", async () => {
  const table = admitInternal(await someRaw(), admission);
  assert.throws(() => JSON.stringify({ tables: [table] }), /does not leave the unit/);
});

declare const raw: RawTable;
declare const internal: InternalTable;
declare const safe: SafeTable;
declare const counted: CountedSet;
declare const release: ProtectedRelease;
function publish(_table: SafeTable): void {}
function showInUnit(_table: InternalTable): void {}

/**
 * Never run: read by `tsc`, for which each `@ts-expect-error` is an error as soon as the line below it
 * compiles.
 */
function mustNotCompile(): void {
  // @ts-expect-error a raw table is shown to nobody
  showInUnit(raw);
  // @ts-expect-error a raw table is not protected
  publish(raw);
  // @ts-expect-error the unit's exact counts are not for publication
  publish(internal);
  // @ts-expect-error a copy has not been admitted
  showInUnit({ ...internal });
  // @ts-expect-error an object with the same members has not been admitted
  showInUnit({ specification: internal.specification, counts: internal.counts });
  const { specification, counts } = internal;
  // @ts-expect-error an imitation with every public member has not been admitted
  showInUnit({ specification, counts, admission, toJSON: () => internal.toJSON() });
  // @ts-expect-error cells alone are not a protected table
  publish({ specification, cells: [{ code: 1, count: 5 }] });
  const { scope, by } = safe;
  // @ts-expect-error an imitation with every public member has not been protected
  publish({ scope, specification, by, counts: safe.counts, toJSON: () => safe.toJSON() });
  // @ts-expect-error a copy has not been protected
  publish({ ...safe });
  // @ts-expect-error numbers may not be put into a protected table
  safe.counts = { kind: "cases", cases: 3 };
  // @ts-expect-error the class does not leave the room
  new door.SafeTable(scope, specification, null, { kind: "cases", cases: 3 });
  // @ts-expect-error neither does that of the unit's own table
  new door.InternalTable(admission, specification, { kind: "cases", cases: 3 });
  // @ts-expect-error exact counts are not written to a release
  writeSafeTable(internal);
  // @ts-expect-error and uncounted tables even less
  writeSafeTable(raw);
  // @ts-expect-error a safe table is not for lane 1
  showInUnit(safe);
}
void mustNotCompile;

/** Likewise: what is told of the nation, of regions and of a municipality's half-year. */
function norMustThis(): void {
  const place = { name: "Xaby", tables: [safe] };
  nationFigures([safe], codebook, "sv");
  // @ts-expect-error the nation is told of protected tables
  nationFigures([raw], codebook, "sv");
  // @ts-expect-error and not of a unit's
  nationFigures([internal], codebook, "sv");
  // @ts-expect-error one among many is one too many
  nationFigures([safe, internal], codebook, "sv");
  placeFigures(place, [safe], codebook, "sv");
  // @ts-expect-error so is a region
  placeFigures({ ...place, tables: [raw] }, [safe], codebook, "sv");
  // @ts-expect-error a unit is no region
  placeFigures({ ...place, tables: [internal] }, [safe], codebook, "sv");
  // @ts-expect-error nor is what it is held against
  placeFigures(place, [raw], codebook, "sv");
  // @ts-expect-error a unit's page takes what was admitted
  unitFigures([raw], codebook, "sv");
  // @ts-expect-error and nothing that is about others
  unitFigures([safe], codebook, "sv");

  // @ts-expect-error a counted set is no table
  publish(counted);
  // @ts-expect-error what was counted for a release is not what it tells
  nationFigures(release.counted, codebook, "sv");
  // @ts-expect-error a release as a whole is not told: its tables are
  nationFigures(release, codebook, "sv");
  // @ts-expect-error a counted set has no numbers to write
  writeSafeTable(counted);
  publish(release.tables[0] ?? safe);

  // @ts-expect-error what was admitted is not protected a second time
  protectNation([internal], codebook, { own: [] });
  const whole = { codebook, specifications: [], participants: [], areas: [] };
  // @ts-expect-error nor in a release
  protectRelease({ ...whole, nation: [internal], municipalities: [] });
  // @ts-expect-error a protected table is not counted again
  protectRelease({ ...whole, nation: [], municipalities: [safe] });
  const half = { codebook, municipality: { code: "9001", name: "Xaby" }, halfYear: "2026-H1" };
  // @ts-expect-error nor in a municipality's own release
  void protectLocal({ ...half, whole: [internal], own: [] });
}
void norMustThis;
