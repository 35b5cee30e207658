import type { SvgNode } from "../figure.ts";
import { leastForShares } from "../small-numbers.ts";
import type { Subject } from "../subject.ts";
import { wordsOf } from "../words/words-of.ts";
import { drawBars } from "./draw-bars.ts";

export type CountedLine = {
  readonly label: string;
  readonly count: number;
  /** 95 %, of the count's share. */
  readonly interval: readonly [number, number] | null;
  readonly isMissing: boolean;
};

/** Parts of one whole as bars: shares, or counts where there are too few for shares. */
export function barsOf(
  { label, base, language }: Subject,
  total: number,
  lines: readonly CountedLine[],
): SvgNode | null {
  if (total === 0) return null;
  const words = wordsOf(language);
  const hasShares = total >= leastForShares;
  const hasIntervals = hasShares && lines.some(({ interval }) => interval !== null);
  const axis = words.axis(hasShares ? "shares" : "counts", base);
  const marks = [0, 0.5, 1].map((at) => ({ at, label: words.percentMark(at) }));
  const drawn = lines.map(({ label, count, interval, isMissing }) => ({
    label,
    value: hasShares ? words.percentMark(count / total) : String(count),
    length: count / total,
    interval: hasShares ? interval : null,
    isMissing,
  }));
  return drawBars({
    title: words.barChart(
      label[language],
      drawn.map((line) => `${line.label}: ${line.value}`),
    ),
    lines: drawn,
    ticks: hasShares ? marks : [0, 1].map((at) => ({ at, label: String(at * total) })),
    notes: hasIntervals ? [axis, words.whiskers(lines.length)] : [axis],
  });
}
