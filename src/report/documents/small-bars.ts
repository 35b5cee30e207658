import type { Language } from "#kernel";
import type { Figure, SvgNode } from "../figure.ts";
import { hiddenMark } from "../picture/bars-of.ts";
import { element, percentOf } from "../picture/element.ts";
import { textWidth, wrapText } from "../picture/wrap-text.ts";
import { wordsOf } from "../words/words-of.ts";
import { writingOf } from "./written-numbers.ts";

const fontSize = 16;
const lineHeight = 22;
const narrowest = 288;
const barHeight = 10;
const spaceUnderBar = 10;

type SmallBar = {
  readonly label: string;
  readonly value: number | null;
  readonly interval: readonly [number, number] | null;
  readonly look: "own" | "all";
};

/**
 * One measure as one bar, and the nation's under it: no axis and no notes, so that five of them and
 * their words fit a page. A share is a part of the whole width; a mean of the even number above the
 * greatest. `null` where there is nothing to draw.
 */
export function smallBars(figure: Figure, ownName: string, language: Language): SvgNode | null {
  const { kind, value, interval, beside } = figure;
  if (kind === "frequencies" || value === null) return null;
  const bars: readonly SmallBar[] = [
    { label: ownName, value, interval, look: "own" },
    ...(beside
      ? [
          {
            label: beside.label[language],
            value: beside.value,
            interval: null,
            look: "all",
          } as const,
        ]
      : []),
  ];
  const end =
    kind === "share" ? 1 : Math.max(2, ...bars.map((bar) => 2 * Math.ceil((bar.value ?? 0) / 2)));
  const writing = writingOf(language);
  const write = (of: number | null) =>
    of === null ? hiddenMark : kind === "share" ? writing.share(of, []) : writing.mean(of, []);
  const drawn: SvgNode[] = [];
  let top = 0;
  for (const bar of bars) {
    const { nodes, height } = drawBar(bar, write(bar.value), end, top);
    drawn.push(...nodes);
    top += height;
  }
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: "picture",
      role: "img",
      "aria-label": wordsOf(language).barChart(
        figure.label[language],
        bars.map(({ label, value }) => `${label}: ${write(value)}`),
      ),
      width: "100%",
      height: top,
      "font-size": fontSize,
      fill: "currentColor",
      overflow: "visible",
    },
    ...drawn,
  );
}

function drawBar(
  { label, value, interval, look }: SmallBar,
  text: string,
  end: number,
  top: number,
) {
  const lastLine = narrowest - textWidth(text, fontSize) - 12;
  const lines = wrapText(label, fontSize, { line: narrowest, lastLine });
  const nodes: SvgNode[] = lines.map((line, index) =>
    element("text", { x: 0, y: top + lineHeight * index + fontSize }, line),
  );
  const y = top + lineHeight * lines.length + 2;
  nodes.push(
    element(
      "text",
      { x: "100%", y: y - lineHeight + fontSize - 2, "text-anchor": "end", "font-weight": 600 },
      text,
    ),
  );
  if (value !== null) {
    const place = { x: 0, y, height: barHeight };
    nodes.push(
      element("rect", { ...place, width: "100%", "fill-opacity": 0.08 }),
      element("rect", { ...place, width: percentOf(value / end), ...paint[look] }),
      ...(interval ? drawWhisker(interval, y + barHeight / 2) : []),
    );
  }
  return { nodes, height: y + barHeight + spaceUnderBar - top };
}

const paint = {
  own: { fill: "var(--picture-bar, #3d73b5)" },
  all: { fill: "var(--picture-beside, #8f96a0)" },
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
