import type { Codebook } from "#codebook";
import { done, type Outcome, refused } from "#kernel";
import type { RawTable, TableSpecification } from "#tabulation";
import { hide } from "./hide/hide.ts";
import type { HideReport } from "./hide/hide-report.ts";
import { withEarlier } from "./ledger/difference-cells.ts";
import { since } from "./ledger/earlier-nation.ts";
import type { LedgerRelease } from "./ledger/ledger.ts";
import { checkAreas, checkCollapseOrder, checkLevels } from "./linked/check-release.ts";
import { amongOf, nameOf } from "./linked/counted-places.ts";
import type { CountedSet } from "./linked/linked-cells.ts";
import { linkedSet } from "./linked/linked-set.ts";
import type { Area, ReleaseParticipant } from "./linked/placed-region.ts";
import { type ReleaseTables, shownTables } from "./linked/shown-tables.ts";
import { protectNation } from "./protect-nation.ts";
import type { SafeTable } from "./safe-table.ts";
import { withdrawn } from "./withdrawn.ts";

export type ReleaseToProtect = {
  readonly codebook: Codebook;
  /** Frozen before anything was counted. */
  readonly specifications: readonly TableSpecification[];
  /** One for each specification. */
  readonly nation: readonly RawTable[];
  /** The same in each municipality that has cases: every participant knows its own. */
  readonly municipalities: readonly RawTable[];
  /** Everybody who delivered, also who has no cases. */
  readonly participants: readonly ReleaseParticipant[];
  readonly areas: readonly Area[];
  /** Of a running round only the nation is told. */
  readonly interim?: boolean;
  /** What has been published of the round before, as `ledgerRules` finds it. */
  readonly earlier?: readonly LedgerRelease[];
  /** Of all numbers to be guarded, how many are safe so far. */
  readonly progress?: ((safe: number, of: number) => void) | undefined;
};

export type ProtectedRelease = ReleaseTables & {
  /** The linked set with what was counted: shown to nobody, but to the auditor. No JSON of its own. */
  readonly counted: CountedSet & { readonly toJSON: () => never };
  /** For who compiles, never for readers. */
  readonly report: HideReport;
};

/**
 * All that a release tells, at once: the nation by merging, areas and municipalities by hiding, held
 * against everything that could be worked out from one another. Order and rules:
 * `docs/decisions/0017-the-nation-by-merging-regions-by-hiding.md`.
 * Refused for a codebook that does not say how answers are merged, for a table of regions that crosses,
 * for areas that do not hold everybody or hold too few, and when no hiding is enough.
 */
export function protectRelease(order: ReleaseToProtect): Outcome<ProtectedRelease> {
  const {
    codebook,
    specifications,
    nation,
    municipalities,
    participants,
    interim = false,
    earlier = [],
  } = order;
  const name = codebook.counts === "meetings" ? "Kommunerna tillsammans" : "Riket";
  const whole = { id: "nation", name, guard: "nation" } as const;
  const areas = interim ? [] : order.areas;
  const problems = [
    ...checkCollapseOrder(codebook, specifications),
    ...checkLevels(specifications),
    ...(interim ? [] : checkAreas(areas, participants)),
  ];
  if (problems.length > 0) return refused(...problems);

  const tablesOf = byMunicipality(municipalities);
  let told = protectNation(nation, codebook, {
    own: municipalities,
    earlier: earlier.map((each) => since(each, whole.id, amongOf)),
  });
  // The columns of a crossing seldom stand beside all else: by itself the nation is soon tried.
  const isCrossed = areas.length > 0 && told.some(({ by }) => by !== null);
  let tried: readonly Area[] = isCrossed ? [] : areas;
  for (let tries = 0; ; ) {
    const linked = linkedSet({
      codebook,
      whole,
      participants: participants.map((each) => ({
        ...each,
        tables: tablesOf.get(each.id) ?? [],
      })),
      areas: tried,
      counted: nation,
      told,
    });
    const counted = withEarlier(linked.counted, earlier, codebook);
    const isLast = tried === areas;
    const hiding = hide(counted, isLast && order.progress ? { progress: order.progress } : {});
    if (hiding.kind === "done" && !isLast) {
      tried = areas;
      continue;
    }
    if (hiding.kind === "done") {
      const { hidden, report } = hiding.value;
      const tables = shownTables(counted, hidden, told, linked);
      return done({ ...tables, counted: { ...counted, toJSON: refuseToTravel }, report });
    }
    // What the nation tells opens something that no hiding below it can close: it tells less.
    const named = new Set(hiding.problems.map(({ at }) => at));
    const opened = new Set(told.filter((table) => named.has(nameOf(table))).map(questionOf));
    const next = told.map((table) => (opened.has(questionOf(table)) ? withdrawn(table) : table));
    tries += 1;
    if (tries > mostTries || !next.some((table, index) => table !== told[index])) return hiding;
    told = next;
  }
}

const mostTries = 4;

/**
 * What it asks, and among whom: indicators are told of the same answers, and the columns of a crossing
 * with one another, since what they have in common may be told too.
 */
function questionOf({ specification, by }: SafeTable): string {
  const { population, measure, within, subgroup = "" } = specification;
  const variable = measure.kind === "crossing" ? measure.rows.variable : "";
  const asked = "variable" in measure ? measure.variable : variable;
  const isOfSeveral = within !== undefined && "all" in within && subgroup === "";
  const among = isOfSeveral ? JSON.stringify(within) : subgroup;
  return [population, asked, among, by?.variable ?? ""].join(" ");
}

/** @throws always, as a `RawTable` does: what was counted must not travel. */
function refuseToTravel(): never {
  throw new Error("a counted set is shown to nobody");
}

function byMunicipality(tables: readonly RawTable[]): ReadonlyMap<string, readonly RawTable[]> {
  return Map.groupBy(tables, ({ scope }) => (scope.kind === "region" ? scope.code : ""));
}
