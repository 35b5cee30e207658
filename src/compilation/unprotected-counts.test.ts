import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import type { CountedSet, InternalTable, ProtectedRelease, SafeTable } from "#disclosure";
import { canonicalJson, type HalfYear, type JsonValue, municipalityCode } from "#kernel";
import type { RawTable } from "#tabulation";
import type { CompiledRelease } from "./compile-release.ts";
import { describeRelease, type ReleaseSubject } from "./describe-release.ts";
import type { LocalRelease } from "./frozen-tables.ts";
import { readFrozen } from "./local-release.ts";
import type { Release, ReleaseRegion } from "./open-release.ts";
import { jsonStat } from "./tables/json-stat.ts";
import { safeTablesText } from "./tables/safe-tables.ts";
import { tablesCsv } from "./tables/tables-csv.ts";
import { tablesText } from "./tables/tables-text.ts";
import { tellTables } from "./tables/tell-tables.ts";
import { tinySubject, tinyTold } from "./testing/tiny-release.ts";

declare const raw: RawTable;
declare const internal: InternalTable;
declare const safe: SafeTable;
declare const counted: CountedSet;
declare const protectedRelease: ProtectedRelease;
declare const compiled: CompiledRelease;
declare const subject: ReleaseSubject;
declare const region: ReleaseRegion;

/**
 * Never run: read by `tsc`, for which each `@ts-expect-error` is an error as soon as the line below it
 * compiles.
 */
function mustNotCompile(): void {
  describeRelease(subject, [safe]);
  // @ts-expect-error what a release says of the nation it says of protected tables
  describeRelease(subject, [raw]);
  // @ts-expect-error a unit's exact figures are in no release
  describeRelease(subject, [safe, internal]);

  safeTablesText([{ table: safe, cells: [] }]);
  // @ts-expect-error a raw table is written to no file
  safeTablesText([{ table: raw, cells: [] }]);
  // @ts-expect-error nor is a unit's own
  safeTablesText([{ table: internal, cells: [] }]);

  tellTables(tinySubject, tinyTold);
  // @ts-expect-error counts are not what is told of them
  tellTables(tinySubject, { set: counted.set, shown: counted.counts });
  // @ts-expect-error a counted set does not say what is told
  tellTables(tinySubject, counted);
  // @ts-expect-error nor does all that was protected
  tellTables(tinySubject, protectedRelease);

  // @ts-expect-error a spreadsheet is made of what is told
  tablesCsv(counted);
  // @ts-expect-error so is JSON-stat
  jsonStat(counted);
  // @ts-expect-error and the file of all cells
  tablesText(counted);
  // @ts-expect-error of raw tables nothing is made
  tablesCsv({ cells: [raw], regions: [] });

  // @ts-expect-error what was counted does not come out of a compilation
  compiled.counted;
  // @ts-expect-error neither do the numbers of participants
  compiled.participants;

  const verdict = {} as LocalRelease["verdict"];
  const local: LocalRelease = { specifications: [], tables: [safe], verdict };
  // @ts-expect-error a half-year is told of protected tables
  const exact: LocalRelease = { ...local, tables: [internal] };
  // @ts-expect-error and of nothing else
  const unprotected: LocalRelease = { ...local, tables: [raw] };
  // @ts-expect-error a region's tables are protected
  const opened: ReleaseRegion = { ...region, tables: [raw] };
  // @ts-expect-error and the nation's
  const nation: Pick<Release, "tables"> = { tables: [internal] };
  void [exact, unprotected, opened, nation];
}
void mustNotCompile;

function frozenWith(cases: number) {
  const specification = { id: "cases", population: "started", measure: { kind: "cases" } };
  const counts = [
    ["hidden", "opened", "faults", "participants", "earlierPublications", "roundedNumbers"],
    ["components", "exactTries", "provedByMove", "provedBySolver", "programs"],
  ].flat();
  const content = {
    format: "skillnad-local-release-1",
    specifications: [specification],
    tables: [{ specification: "cases", written: { by: null, counts: { kind: "cases", cases } } }],
    verdict: {
      kind: "passed",
      leastInterval: null,
      pairs: { tried: 0, opened: 0 },
      ...Object.fromEntries(counts.map((name) => [name, 0])),
    },
  } as JsonValue;
  const sha256 = createHash("sha256").update(canonicalJson(content)).digest("hex");
  const halfYear = "2026-H1" as HalfYear;
  return readFrozen(municipalityCode("9001"), { halfYear, codebook: "tiny", content, sha256 });
}

test("a half-year with a number that nobody may be told is not read, though its digest is right", () => {
  assert.equal(frozenWith(60).kind, "done");
  assert.equal(frozenWith(3).kind, "refused");
});
