import type { Codebook } from "#codebook";
import type { RawTable } from "#tabulation";
import { withoutDerivable } from "./nation/derivable.ts";
import type { Draft } from "./nation/draft.ts";
import { linkedSet } from "./nation/linked-set.ts";
import { safeCounts } from "./nation/safe-counts.ts";
import { settle } from "./nation/settle.ts";
import { groupsNearlyClosed, hiddenCounts } from "./nation/still-open.ts";
import { type SafeCounts, SafeTable } from "./safe-table.ts";

/**
 * All that is published of the nation, at once: what one table tells may be subtracted from another.
 * In the order of the tables; a crossing becomes one table for each column of which something may be
 * told. The rules and their order: `docs/methods/collapse-in-the-nation.md`.
 * @throws for a table counted anywhere but in the whole nation, and for one that there are no rules for:
 * neither is published yet.
 */
export function protectNation(
  tables: readonly RawTable[],
  codebook: Codebook,
): readonly SafeTable[] {
  for (const { scope, specification } of tables) {
    if (scope.kind !== "nation") throw new Error(`not of the nation: ${specification.id}`);
  }
  const set = linkedSet(tables, codebook);
  const settlement = settle(set);
  const drafts = set.tables.map((table): Draft => {
    const { variable, population, domain } = table;
    if (variable === undefined) {
      const { counts } = table;
      const isTold = counts.kind === "cases" && settlement.maySize(population, domain);
      return { table, counts: { kind: "cases", cases: isTold ? counts.cases : null } };
    }
    const question = codebook.variables.find(({ id }) => id === variable);
    const settled = settlement.at(population, variable, domain);
    return { table, counts: safeCounts(table, question, settled) };
  });
  const nearlyClosed = groupsNearlyClosed(tables);
  const told = withoutDerivable(drafts, codebook).map((draft): Draft => {
    const { population, subgroup } = draft.table.raw.specification;
    const isTold = population === "started" || !nearlyClosed.has(subgroup);
    return isTold ? draft : { ...draft, counts: hiddenCounts(draft.counts) };
  });
  return tables.flatMap((raw) =>
    told
      .filter(({ table, counts }) => table.raw === raw && (table.by === null || compares(counts)))
      .sort((one, other) => (one.table.by?.code ?? 0) - (other.table.by?.code ?? 0))
      .map(({ table, counts }) => new SafeTable(raw.scope, table.specification, table.by, counts)),
  );
}

/** A single row would only say that everybody gave some answer. */
function compares(counts: SafeCounts): boolean {
  if (counts.kind !== "frequencies") return true;
  return counts.rows.filter(({ count, isMissing }) => count !== null && !isMissing).length > 1;
}
