import type { SvgNode } from "../figure.ts";
import type { NationSubject } from "../nation/nation-subject.ts";
import { nationWordsOf, wordsOf } from "../words/words-of.ts";
import { hiddenMark } from "./bars-of.ts";
import { type Bar, type BarLine, type BarLook, drawBars } from "./draw-bars.ts";

/** Shares of a subgroup and of all; `null`: may not be shown. */
export type AgainstLine = {
  readonly label: string;
  readonly own: number | null;
  readonly all: number | null;
  /** 95 %, of the subgroup's share. */
  readonly interval: readonly [number, number] | null;
  readonly isMissing: boolean;
};

/** Two bars in every line: the subgroup's above, that of all thinner below it. */
export function barsAgainst(subject: NationSubject, lines: readonly AgainstLine[]): SvgNode {
  const { base, language } = subject;
  const words = nationWordsOf(language);
  const legend = [
    { look: "own", label: words.own(base) },
    { look: "all", label: words.all(base) },
  ] as const;
  const drawn = lines.map(({ label, own, all, interval, isMissing }) => ({
    label,
    value:
      own === null && all === null
        ? hiddenMark
        : words.against(mark(subject, own), mark(subject, all)),
    bars: [...barOf(own, isMissing ? "missing" : "own", interval), ...barOf(all, "all", null)],
  }));
  const whiskers = lines.filter(({ interval }) => interval !== null).length;
  return draw(subject, legend, drawn, whiskers);
}

/** One share of each: a bar under its own name needs no legend. */
export function shareAgainst(subject: NationSubject, line: Omit<AgainstLine, "label">): SvgNode {
  const { base, language } = subject;
  const words = nationWordsOf(language);
  const lines = [
    {
      label: words.own(base),
      value: mark(subject, line.own),
      bars: barOf(line.own, "own", line.interval),
    },
    { label: words.all(base), value: mark(subject, line.all), bars: barOf(line.all, "all", null) },
  ];
  return draw(subject, [], lines, line.interval === null ? 0 : 1);
}

function draw(
  { label, base, language }: NationSubject,
  legend: readonly { readonly look: BarLook; readonly label: string }[],
  lines: readonly BarLine[],
  whiskers: number,
): SvgNode {
  const words = wordsOf(language);
  const axis = words.axis("shares", base);
  const told = lines.map((line) => `${line.label}: ${line.value}`);
  const [own, all] = legend.map((entry) => entry.label);
  const names = own && all ? [nationWordsOf(language).against(own, all)] : [];
  return drawBars({
    title: words.barChart([label[language], ...names].join(". "), told),
    legend,
    lines,
    ticks: [0, 0.5, 1].map((at) => ({ at, label: words.percentMark(at) })),
    notes: whiskers === 0 ? [axis] : [axis, words.whiskers(whiskers)],
  });
}

function barOf(length: number | null, look: BarLook, interval: Bar["interval"]): readonly Bar[] {
  return length === null ? [] : [{ length, look, interval }];
}

function mark({ language }: NationSubject, share: number | null): string {
  return share === null ? hiddenMark : wordsOf(language).percentMark(share);
}
