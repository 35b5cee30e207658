import type { SafeTable } from "#disclosure";
import {
  casesCounts,
  frequencyCounts,
  meanCounts,
  type PlainTable,
  placeTable,
  shareCounts,
} from "./safe-tables.ts";

const closed = { population: "closed" } as const;

/** A municipality of the small release: told, hidden, coarser, too few, and counts alone. */
export function smallPlace(): readonly SafeTable[] {
  const tables: readonly PlainTable[] = [
    { id: "cases started", counts: casesCounts(190) },
    { id: "women", counts: shareCounts(172, 183) },
    {
      id: "men",
      counts: {
        kind: "share",
        numerator: null,
        denominator: null,
        base: { eligible: 190, asked: null, answered: null, valid: 183 },
      },
    },
    { id: "V02", counts: frequencyCounts(183, [[1, 2], 60], [[3, 4, 5], 123]) },
    { id: "V03", counts: frequencyCounts(null, [1, null], [[2, 3, 4], 21]) },
    { id: "V06", counts: frequencyCounts(null, [1, 30], [2, 12], [[3, 4, 5, 6, 7, 8, 9], null]) },
    { id: "V12", counts: frequencyCounts(null, [1, 0], [2, null]) },
    { id: "very-severe-violence", counts: shareCounts(9, 25) },
    { id: "honour-related", counts: shareCounts(18, 180) },
    { id: "interventions-per-case", counts: meanCounts(360, 144) },
    { id: "housing-intervention", counts: shareCounts(60, 144) },
    { id: "goal-attained-wholly-or-partly", ...closed, counts: shareCounts(0, 31) },
    { id: "client-much-better", ...closed, counts: shareCounts(26, 50) },
    { id: "V17", counts: frequencyCounts(144, [1, 90], [2, 70], [5, null]) },
    { id: "V24", ...closed, counts: frequencyCounts(31, [[1, 2], 25], [[3, 4], 6]) },
    { id: "V26", ...closed, counts: frequencyCounts(50, [1, 26], [2, 10], [[3, 4], 6], [5, 8]) },
  ];
  return tables.map(placeTable);
}
