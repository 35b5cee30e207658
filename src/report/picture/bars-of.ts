import type { SvgNode } from "../figure.ts";
import { leastForSharesIn } from "../small-numbers.ts";
import type { Subject } from "../subject.ts";
import { wordsOf } from "../words/words-of.ts";
import { type BarLine, drawBars } from "./draw-bars.ts";

/** For what may not be shown. */
export const hiddenMark = "..";

export type CountedLine = {
  readonly label: string;
  /** `null`: may not be shown; the line has its mark, and no bar. */
  readonly count: number | null;
  /** 95 %, of the count's share. */
  readonly interval: readonly [number, number] | null;
  readonly isMissing: boolean;
};

/** Parts of one whole as bars: shares, or counts where there are too few for shares. */
export function barsOf(
  { lane, label, base, language }: Subject,
  total: number,
  lines: readonly CountedLine[],
): SvgNode | null {
  if (total === 0) return null;
  const words = wordsOf(language);
  const hasShares = total >= leastForSharesIn[lane];
  const hasIntervals = hasShares && lines.some(({ interval }) => interval !== null);
  const axis = words.axis(hasShares ? "shares" : "counts", base);
  const marks = [0, 0.5, 1].map((at) => ({ at, label: words.percentMark(at) }));
  const drawn = lines.map(({ label, count, interval, isMissing }): BarLine => {
    if (count === null) return { label, value: hiddenMark, bars: [] };
    const look = isMissing ? "missing" : "own";
    return {
      label,
      value: hasShares ? words.percentMark(count / total) : String(count),
      bars: [{ length: count / total, look, interval: hasShares ? interval : null }],
    };
  });
  return drawBars({
    title: words.barChart(
      label[language],
      drawn.map((line) => `${line.label}: ${line.value}`),
    ),
    legend: [],
    lines: drawn,
    ticks: hasShares ? marks : [0, 1].map((at) => ({ at, label: String(at * total) })),
    notes: hasIntervals ? [axis, words.whiskers(lines.length)] : [axis],
  });
}
