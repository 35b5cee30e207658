import type { SvgNode } from "../figure.ts";
import { element, percentOf } from "./element.ts";
import { legendPiece, markWidth } from "./legend.ts";
import { type PieceAt, stackPieces } from "./stack-pieces.ts";
import { labelPiece, notesPiece, ticksPiece } from "./text-pieces.ts";

/** One bar. Lengths are fractions of the whole width. */
export type Bar = {
  readonly length: number;
  readonly look: BarLook;
  readonly interval: readonly [number, number] | null;
};

/**
 * `own`: what the figure is about; `missing`: «vet ej» and the like, paler; `all`: what a subgroup is
 * held against, thinner and outlined, so that no colour is needed to tell the two apart.
 */
export type BarLook = "own" | "missing" | "all";

/** One line of a bar picture. */
export type BarLine = {
  readonly label: string;
  /** Beside the label: «93 %», or a count. */
  readonly value: string;
  /** From above; none where the number may not be shown. */
  readonly bars: readonly Bar[];
};

export type BarPicture = {
  /** What a screen reader says instead of the picture. */
  readonly title: string;
  /** Above the bars, where they are of two looks. */
  readonly legend: readonly { readonly look: BarLook; readonly label: string }[];
  readonly lines: readonly BarLine[];
  /** Under the bars, from the left edge to the right. */
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  readonly notes: readonly string[];
};

const barHeights = { own: 12, missing: 12, all: 8 } as const;
const spaceOverBar = 3;
const spaceBetweenBars = 3;
const spaceUnderBar = 15;

/** Horizontal bars from zero, with the label above each bar. */
export function drawBars({ title, legend, lines, ticks, notes }: BarPicture): SvgNode {
  return stackPieces(title, [
    drawLegend(legend),
    ...lines.flatMap((line) => [labelPiece(line.label, line.value), drawLine(line)]),
    ticksPiece(ticks),
    notesPiece(notes),
  ]);
}

/** Before each name a piece of its bar. */
function drawLegend(legend: BarPicture["legend"]): PieceAt {
  const entries = legend.map(({ look, label }) => ({
    label,
    mark: (y: number) => [drawRect(look, { y: y - barHeights[look] / 2, width: markWidth })],
  }));
  return legendPiece(entries, spaceUnderBar);
}

function drawLine({ bars }: BarLine): PieceAt {
  return (top) => {
    const nodes: SvgNode[] = [];
    let y = top + spaceOverBar;
    for (const bar of bars) {
      nodes.push(...drawBar(bar, y));
      y += barHeights[bar.look] + spaceBetweenBars;
    }
    const bottom = bars.length === 0 ? y : y - spaceBetweenBars;
    return { nodes, height: bottom + spaceUnderBar - top };
  };
}

function drawBar({ look, length, interval }: Bar, y: number): readonly SvgNode[] {
  const height = barHeights[look];
  const whole = { x: 0, y, width: "100%", height, "fill-opacity": 0.08 };
  return [
    ...(look === "all" ? [] : [element("rect", whole)]),
    drawRect(look, { y, width: percentOf(length) }),
    ...(interval ? drawWhisker(interval, y + height / 2) : []),
  ];
}

function drawRect(look: BarLook, place: { readonly y: number; readonly width: string | number }) {
  const { y, width } = place;
  return element("rect", { x: 0, y, width, height: barHeights[look], ...paint[look] });
}

const paint = {
  own: { fill: "var(--picture-bar, #3d73b5)" },
  missing: { "fill-opacity": 0.35 },
  all: {
    fill: "var(--picture-beside, #8f96a0)",
    stroke: "currentColor",
    "stroke-opacity": 0.7,
    "stroke-width": 1,
  },
} as const;

function drawWhisker([lower, upper]: readonly [number, number], y: number): readonly SvgNode[] {
  const stroke = { stroke: "currentColor", "stroke-width": 1.5 };
  const [from, to] = [percentOf(lower), percentOf(upper)];
  return [
    element("line", { x1: from, x2: to, y1: y, y2: y, ...stroke }),
    element("line", { x1: from, x2: from, y1: y - 4, y2: y + 4, ...stroke }),
    element("line", { x1: to, x2: to, y1: y - 4, y2: y + 4, ...stroke }),
  ];
}
