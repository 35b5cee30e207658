import type { Difference } from "./newcombe.ts";
import { checkWholeCounts } from "./whole-counts.ts";
import { z95 } from "./wilson.ts";

/** The same cases at two moments: how many moved which way. */
export type Moves = { readonly improved: number; readonly same: number; readonly worse: number };

/**
 * P(better) − P(worse): the share that improved less the share that became worse, −1 to 1, of all cases
 * seen twice, with Bonett and Price's adjusted Wald interval, 95 %, cut at −1 and 1. The difference is
 * as counted; only the interval is adjusted.
 *
 * Source: Bonett, D. G. & Price, R. M. (2012), «Adjusted Wald confidence interval for a difference of
 * binomial proportions based on paired data», Journal of Educational and Behavioral Statistics 37(4),
 * 479–488. Formula and worked example: `docs/methods/net-change.md`.
 *
 * @throws unless all three are whole, none negative, and together at least 1.
 */
export function netChange({ improved, same, worse }: Moves): Difference {
  checkWholeCounts([improved, same, worse]);
  const total = improved + same + worse;
  if (total === 0) throw new Error("no change without cases");
  const up = (improved + 1) / (total + 2);
  const down = (worse + 1) / (total + 2);
  const half = z95 * Math.sqrt((up + down - (up - down) ** 2) / (total + 2));
  return {
    difference: (improved - worse) / total,
    interval: [Math.max(-1, up - down - half), Math.min(1, up - down + half)],
  };
}
