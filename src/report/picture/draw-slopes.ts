import type { Language } from "#kernel";
import type { SvgNode } from "../figure.ts";
import { pictureWordsOf } from "../words/words-of.ts";
import { element, percentOf } from "./element.ts";
import { ownFill } from "./paint.ts";
import type { SlopePicture } from "./picture-kinds.ts";
import { narrowest, type PieceAt, stackPieces } from "./stack-pieces.ts";
import { fontSize, lineHeight, notesPiece } from "./text-pieces.ts";
import { type Way, waysIn } from "./ways.ts";
import { wrapText } from "./wrap-text.ts";

/** Names stand left of the numbers, and the numbers left of the lines, as parts of the width. */
const numbersEnd = 0.5;
const [start, end] = [0.54, 0.97];
const namesWidth = narrowest * 0.42;
/** Between the lines that leave or reach one level: a number's height. */
const step = 22;

/** A band of the height for one level, the same before and after. */
type Band = {
  readonly name: readonly string[];
  readonly out: readonly Way[];
  readonly into: readonly Way[];
  readonly y: number;
  readonly height: number;
};

/**
 * A line for each way that somebody went, as thick as it is common, with its number where it begins. The
 * last level stands highest, as on an axis.
 */
export function drawSlopes(picture: SlopePicture, language: Language): SvgNode {
  const { name, notes, from, to } = picture;
  const all = waysIn(picture, language);
  const said = pictureWordsOf(language).said(
    "slopes",
    name,
    all.map((way) => way.said),
  );
  return stackPieces(said, [
    headings(from, to),
    (top) => bandsAndLines(bandsOf(picture.levels, all, top), top),
    notesPiece(notes),
  ]);
}

function headings(from: string, to: string): PieceAt {
  return (top) => {
    const columns = [
      { text: from, x: percentOf(numbersEnd), width: narrowest * numbersEnd },
      { text: to, x: "100%", width: narrowest * 0.42 },
    ];
    const wrapped = columns.map(({ text, width }) =>
      wrapText(text, fontSize, { line: width, lastLine: width }),
    );
    const lines = Math.max(...wrapped.map(({ length }) => length));
    const nodes = wrapped.flatMap((texts, column) =>
      texts.map((text, index) => {
        const y = top + fontSize + lineHeight * (lines - texts.length + index);
        const place = { x: columns[column]?.x ?? 0, y, "text-anchor": "end" };
        return element("text", { ...place, "font-weight": 600 }, text);
      }),
    );
    return { nodes, height: lineHeight * lines + 6 };
  };
}

/** From the highest level to the lowest, each as high as its name and its lines need. */
function bandsOf(levels: readonly string[], ways: readonly Way[], top: number): readonly Band[] {
  const bands: Band[] = [];
  let y = top;
  for (const [level, label] of [...levels.entries()].toReversed()) {
    const name = wrapText(label, fontSize, { line: namesWidth, lastLine: namesWidth });
    // In the order of where they go or come from, so that lines cross only between levels.
    const gone = ways.filter(({ count }) => count !== 0).toReversed();
    const out = gone.filter(({ before }) => before === level);
    const into = gone.filter(({ after, count }) => after === level && count !== null);
    const lines = Math.max(name.length, out.length, into.length, 2);
    const height = lines * step + 14;
    bands.push({ name, out, into, y, height });
    y += height + 6;
  }
  return bands;
}

function bandsAndLines(bands: readonly Band[], top: number) {
  const last = bands.at(-1);
  return {
    nodes: [
      ...bands.flatMap((band) => bandNodes(band)),
      ...bands.flatMap(({ out }) => out.flatMap(lineOf(bands))),
    ],
    height: last ? last.y + last.height + 12 - top : 0,
  };
}

function bandNodes({ name, out, y, height }: Band): readonly SvgNode[] {
  const textTop = y + (height - name.length * lineHeight) / 2;
  return [
    element("rect", { x: 0, y, width: "100%", height, "fill-opacity": 0.06 }),
    ...name.map((text, index) =>
      element("text", { x: "1.5%", y: textTop + fontSize + lineHeight * index }, text),
    ),
    ...out.map((way, index) => {
      const place = { x: percentOf(numbersEnd), y: slotAt(index, out.length, y, height) + 5 };
      return element("text", { ...place, "text-anchor": "end", "font-weight": 600 }, way.mark);
    }),
  ];
}

/** The middle of one of several places in a band, gathered around the band's own middle. */
function slotAt(index: number, of: number, y: number, height: number): number {
  return y + height / 2 + (index - (of - 1) / 2) * step;
}

/** What may not be shown has its mark, and no line. */
function lineOf(bands: readonly Band[]) {
  return (way: Way, index: number, out: readonly Way[]): readonly SvgNode[] => {
    const one = bands.find((band) => band.out.includes(way));
    const other = bands.find((band) => band.into.includes(way));
    if (way.count === null || !one || !other) return [];
    const y1 = slotAt(index, out.length, one.y, one.height);
    const y2 = slotAt(other.into.indexOf(way), other.into.length, other.y, other.height);
    const ends = { x1: percentOf(start), y1, x2: percentOf(end), y2 };
    const thick = { stroke: ownFill, "stroke-width": Math.min(step - 2, 1 + 1.6 * way.count) };
    return [
      element("line", { ...ends, ...thick, "stroke-opacity": 0.8, "stroke-linecap": "round" }),
      element("circle", { cx: ends.x2, cy: y2, r: 4, ...dot }),
    ];
  };
}

const dot = { fill: ownFill, stroke: "currentColor", "stroke-width": 1 } as const;
