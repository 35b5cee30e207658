import { type Interval, wilsonInterval } from "#tabulation";
import type { Shown } from "./safe-table.ts";

/** Made of published numbers alone: an interval of anything hidden would give it away. */
export function shareInterval(count: Shown, denominator: Shown): Interval | null {
  if (count === null || denominator === null || denominator === 0) return null;
  return wilsonInterval(count, denominator);
}
