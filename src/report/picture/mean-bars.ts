import type { SvgNode } from "../figure.ts";
import type { NationSubject } from "../nation/nation-subject.ts";
import { nationWordsOf, wordsOf } from "../words/words-of.ts";
import { hiddenMark } from "./bars-of.ts";
import { drawBars } from "./draw-bars.ts";

/** A mean as a bar from zero; `null`: may not be shown. */
export type MeanLine = {
  readonly label: string;
  readonly value: number | null;
  readonly look: "own" | "all";
};

/** The scale ends at the even number above the greatest mean, so that its middle is whole too. */
export function meanBars({ label, language }: NationSubject, lines: readonly MeanLine[]): SvgNode {
  const words = nationWordsOf(language);
  const end = Math.max(2, ...lines.map(({ value }) => 2 * Math.ceil((value ?? 0) / 2)));
  const drawn = lines.map(({ label, value, look }) => ({
    label,
    value: value === null ? hiddenMark : words.decimal(value),
    bars: value === null ? [] : [{ length: value / end, look, interval: null }],
  }));
  return drawBars({
    title: wordsOf(language).barChart(
      label[language],
      drawn.map((line) => `${line.label}: ${line.value}`),
    ),
    legend: [],
    lines: drawn,
    ticks: [0, 0.5, 1].map((at) => ({ at, label: String(at * end) })),
    notes: [words.averageAxis],
  });
}
