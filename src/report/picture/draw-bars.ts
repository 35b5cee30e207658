import type { SvgNode } from "../figure.ts";
import { element, percentOf } from "./element.ts";
import { textWidth, wrapText } from "./wrap-text.ts";

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

/** The narrowest place a picture stands in: a page of 320 px with its margins. */
const narrowest = 288;
const fontSize = 16;
const lineHeight = 22;
const barHeights = { own: 12, missing: 12, all: 8 } as const;
const spaceOverBar = 5;
const spaceBetweenBars = 3;
const spaceUnderBar = 15;

/**
 * Horizontal bars from zero, with the label above each bar. Everything along the width is in per cent
 * and everything else in px, so the one picture fills any width from 288 px with text of the same
 * size. Colours follow the text (`currentColor`) and `--picture-bar`: light, dark and grey alike.
 */
export function drawBars({ title, legend, lines, ticks, notes }: BarPicture): SvgNode {
  const key = drawLegend(legend);
  const drawn: SvgNode[] = [...key.nodes];
  let top = key.height;
  for (const line of lines) {
    const { nodes, height } = drawLine(line, top);
    drawn.push(...nodes);
    top += height;
  }
  const axis = drawTicks(ticks, top);
  const foot = drawNotes(notes, top + axis.height);
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: "picture",
      role: "img",
      "aria-label": title,
      width: "100%",
      height: top + axis.height + foot.height,
      "font-size": fontSize,
      fill: "currentColor",
      overflow: "visible",
    },
    ...drawn,
    ...axis.nodes,
    ...foot.nodes,
  );
}

type Part = { readonly nodes: readonly SvgNode[]; readonly height: number };

/** Before each name a piece of its bar. */
function drawLegend(legend: BarPicture["legend"]): Part {
  const nodes: SvgNode[] = [];
  let top = 0;
  for (const { look, label } of legend) {
    const width = narrowest - swatch.space;
    const texts = wrapText(label, fontSize, { line: width, lastLine: width });
    const y = top + (lineHeight - barHeights[look]) / 2;
    nodes.push(drawRect(look, { y, width: swatch.width }));
    for (const text of texts) {
      nodes.push(element("text", { x: swatch.space, y: top + fontSize }, text));
      top += lineHeight;
    }
  }
  return { nodes, height: legend.length === 0 ? 0 : top + spaceUnderBar };
}

const swatch = { width: 24, space: 34 } as const;

function drawLine(line: BarLine, top: number): Part {
  const lastLine = narrowest - textWidth(line.value, fontSize) - 12;
  const texts = wrapText(line.label, fontSize, { line: narrowest, lastLine });
  const baseline = (index: number) => top + lineHeight * index + fontSize;
  const nodes = [
    ...texts.map((text, index) => element("text", { x: 0, y: baseline(index) }, text)),
    element(
      "text",
      { x: "100%", y: baseline(texts.length - 1), "text-anchor": "end", "font-weight": 600 },
      line.value,
    ),
  ];
  let y = top + lineHeight * texts.length + spaceOverBar - 2;
  for (const bar of line.bars) {
    nodes.push(...drawBar(bar, y));
    y += barHeights[bar.look] + spaceBetweenBars;
  }
  const bottom = line.bars.length === 0 ? y : y - spaceBetweenBars;
  return { nodes, height: bottom + spaceUnderBar - top };
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

function drawTicks(ticks: BarPicture["ticks"], top: number): Part {
  const nodes = ticks.flatMap(({ at, label }) => {
    const x = percentOf(at);
    const anchor = at === 0 ? "start" : at === 1 ? "end" : "middle";
    const text = { x, y: top + fontSize + 4, "text-anchor": anchor };
    return [
      element("line", {
        x1: x,
        x2: x,
        y1: top - 5,
        y2: top,
        stroke: "currentColor",
        "stroke-opacity": 0.5,
      }),
      element("text", { ...text, "fill-opacity": 0.8 }, label),
    ];
  });
  return { nodes, height: ticks.length === 0 ? 0 : fontSize + 14 };
}

function drawNotes(notes: readonly string[], top: number): Part {
  const widths = { line: narrowest, lastLine: narrowest };
  const texts = notes.flatMap((note) => wrapText(note, fontSize, widths));
  const nodes = texts.map((text, index) => {
    const y = top + fontSize + lineHeight * index;
    return element("text", { x: 0, y, "fill-opacity": 0.8 }, text);
  });
  return { nodes, height: lineHeight * texts.length };
}
