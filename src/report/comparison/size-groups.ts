import type { SizeGroup } from "../words/comparison/told-comparison.ts";
import type { ComparedPlace } from "./compared.ts";
import { tableOf } from "./compared-line.ts";

/** By the published number of cases that began in the round. */
const sizeGroups: readonly SizeGroup[] = [
  { from: 5, below: 30 },
  { from: 30, below: 60 },
  { from: 60, below: 100 },
  { from: 100, below: 200 },
  { from: 200, below: null },
];

/** `null` where how many they are is not published: then nobody may be told to be of that size. */
export function sizeGroupOf(place: ComparedPlace): SizeGroup | null {
  const counts = tableOf(place.tables, "cases started")?.counts;
  const cases = counts?.kind === "cases" ? counts.cases : null;
  if (cases === null) return null;
  return sizeGroups.find(({ from, below }) => cases >= from && cases < (below ?? Infinity)) ?? null;
}
