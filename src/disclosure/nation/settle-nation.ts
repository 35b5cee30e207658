import { withoutDerivable } from "./derivable.ts";
import type { Draft } from "./draft.ts";
import { type Places, placesOf, type ToSettle } from "./places.ts";
import { hiddenCounts, safeCounts } from "./safe-counts.ts";
import { type Settlement, settle } from "./settle.ts";
import { groupsNearlyClosed } from "./still-open.ts";

/** All that is published of the nation, or of a municipality by itself, decided at once. */
export type SettledNation = {
  readonly places: Places;
  readonly settlement: Settlement;
  /** What is told of each table and of each column of a crossing, in the order of `places.tables`. */
  readonly drafts: readonly Draft[];
};

/** @throws for a table that there are no rules for. */
export function settleNation(order: ToSettle): SettledNation {
  const places = placesOf(order);
  const settlement = settle(places);
  const drafts = places.tables.map((table): Draft => {
    const { variable, population, domain, counts } = table;
    if (counts.kind === "cases") {
      const isTold = settlement.maySize(population, domain);
      return { table, counts: { kind: "cases", cases: isTold ? counts.cases : null } };
    }
    const question = places.codebook.variables.find(({ id }) => id === variable);
    const settled = variable && settlement.at(population, variable, domain);
    return { table, counts: safeCounts(table, question, settled || undefined) };
  });
  const nearlyClosed = groupsNearlyClosed(places.tables);
  const told = withoutDerivable(drafts, places).map((draft): Draft => {
    const { population, specification } = draft.table;
    const isTold = population === "started" || !nearlyClosed.has(specification.subgroup);
    return isTold ? draft : { ...draft, counts: hiddenCounts(draft.counts) };
  });
  return { places, settlement, drafts: told };
}
