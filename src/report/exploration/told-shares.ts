import { intervalOf } from "#disclosure";
import type { About } from "../findings/about.ts";
import type { ShownCell, ShownTable } from "../panel.ts";
import { shareOf } from "../small-numbers.ts";
import type { Proportion } from "../words/findings/told-findings.ts";
import { explorationWordsOf, tableWordsOf } from "../words/words-of.ts";

/** One share of each group or each step of time, with what it is of. */
export function toldShares(
  { language }: Pick<About, "language">,
  caption: string,
  corner: string,
  told: readonly (Proportion & { readonly label: string })[],
): ShownTable {
  const words = explorationWordsOf(language);
  return {
    caption,
    corner,
    columns: [
      { label: words.count, unit: "count" },
      { label: words.of, unit: "count" },
      { label: words.share, unit: "share" },
      { label: tableWordsOf(language).lowest, unit: "share" },
      { label: tableWordsOf(language).highest, unit: "share" },
    ],
    rows: told.map(({ label, count, total }) => ({
      label,
      isMissing: false,
      cells: [count, total, ...shareCells({ count, total })],
    })),
  };
}

/** The share and both ends of its uncertainty; none of them where there are too few for a share. */
function shareCells(told: Proportion): readonly ShownCell[] {
  const share = shareOf(told.count, told.total);
  const interval = intervalOf(told);
  return share === null || !interval ? ["none", "none", "none"] : [share, ...interval];
}
