import type { Codebook } from "#codebook";
import type { RawTable, Scope } from "#tabulation";
import type { EarlierNation } from "./ledger/earlier-nation.ts";
import type { Guard } from "./nation/guard.ts";
import { settleNation } from "./nation/settle-nation.ts";
import { type SafeCounts, SafeTable } from "./safe-table.ts";

export type KnownBesides = {
  /** The same tables of each participant, which it can subtract; none: no participant is known. */
  readonly own?: readonly RawTable[];
  /** `below` for what a municipality tells of itself; its participants are its units. */
  readonly guard?: Guard;
  /** Earlier publications of the same round: what has come since must be nobody, or five. */
  readonly earlier?: readonly EarlierNation[];
};

/**
 * All that is published of the nation, at once: what one table tells may be subtracted from another, and
 * a participant's own share from both. In the order of the tables; a crossing becomes one table for each
 * column of which something may be told. The rules and their order:
 * `docs/methods/collapse-in-the-nation.md`.
 * @throws for a table counted anywhere but in the whole nation (with guard `below`: in one municipality),
 * and for one that there are no rules for.
 */
export function protectNation(
  tables: readonly RawTable[],
  codebook: Codebook,
  { own = [], guard = "nation", earlier = [] }: KnownBesides = {},
): readonly SafeTable[] {
  for (const { scope, specification } of tables) {
    if (!isWhole(scope, guard)) throw new Error(`not of the ${wholes[guard]}: ${specification.id}`);
  }
  const { drafts } = settleNation({ tables, own, codebook, guard, earlier });
  return tables.flatMap((raw) =>
    drafts
      .filter(
        ({ table, counts }) => table.raw === raw && (table.by === null || tellsAnything(counts)),
      )
      .sort((one, other) => (one.table.by?.code ?? 0) - (other.table.by?.code ?? 0))
      .map(({ table, counts }) => new SafeTable(raw.scope, table.specification, table.by, counts)),
  );
}

const wholes: { readonly [guard in Guard]: string } = { nation: "nation", below: "municipality" };

function isWhole(scope: Scope, guard: Guard): boolean {
  if (guard === "nation") return scope.kind === "nation";
  return scope.kind === "region" && scope.level === "municipality";
}

/** Its answers may have become one row: then how many they are is told, and nothing compared. */
function tellsAnything(counts: SafeCounts): boolean {
  if (counts.kind !== "frequencies") return true;
  return Object.values(counts.base).some((told) => told !== null);
}
