import type { Language } from "#kernel";
import type { SvgNode } from "../figure.ts";
import { pictureWordsOf } from "../words/words-of.ts";
import { hiddenMark } from "./bars-of.ts";
import { element, percentOf } from "./element.ts";
import { legendPiece, markWidth } from "./legend.ts";
import { ownFill } from "./paint.ts";
import type { TransitionPicture } from "./picture-kinds.ts";
import { narrowest, type PieceAt, stackPieces } from "./stack-pieces.ts";
import { fontSize, lineHeight, notesPiece, smallLine, smallSize } from "./text-pieces.ts";
import { waysIn } from "./ways.ts";
import { textWidth, wrapText } from "./wrap-text.ts";

const cellHeight = 38;

/**
 * A row for each level before, under its name, and in it a cell for each level after. Cells are darker
 * where there are more, never so dark that the number is not read; the same level at both times is framed.
 */
export function drawTransitions(picture: TransitionPicture, language: Language): SvgNode {
  const { name, notes, from, to, levels } = picture;
  const words = pictureWordsOf(language);
  const ways = waysIn(picture, language);
  const most = Math.max(1, ...ways.map(({ count }) => count ?? 0));
  const names = columnNames(levels);
  const rows = levels.flatMap((level, row) => [
    rowName(names.areLetters ? `${letterOf(row)}: ${level}` : level),
    rowOf(
      ways.filter(({ before }) => before === row).map(({ count, mark }) => ({ count, mark })),
      row,
      most,
    ),
  ]);
  return stackPieces(
    words.said(
      "transitions",
      name,
      ways.map(({ said }) => said),
    ),
    [
      notesPiece([words.grid(from, to)]),
      columnHeads(names.labels),
      ...rows,
      legendPiece([{ label: words.unchanged, mark: framed }], 8),
      notesPiece(notes),
    ],
  );
}

/** In full where each fits its column without breaking a word; else letters, which the rows explain. */
function columnNames(levels: readonly string[]) {
  const width = narrowest / levels.length - 8;
  const areLetters = levels.some(
    (level) =>
      level.split(" ").some((word) => textWidth(word, smallSize) > width) ||
      wrapText(level, smallSize, { line: width, lastLine: width }).length > 3,
  );
  return { areLetters, labels: areLetters ? levels.map((_, index) => letterOf(index)) : levels };
}

function letterOf(index: number): string {
  return String.fromCharCode(65 + index);
}

function columnHeads(labels: readonly string[]): PieceAt {
  return (top) => {
    const width = narrowest / labels.length - 8;
    const wrapped = labels.map((label) =>
      wrapText(label, smallSize, { line: width, lastLine: width }),
    );
    const height = 6 + smallLine * Math.max(0, ...wrapped.map((lines) => lines.length));
    const nodes = wrapped.flatMap((lines, column) =>
      lines.map((line, index) =>
        element(
          "text",
          {
            x: percentOf((column + 0.5) / labels.length),
            // On the cells below, however many lines the others have.
            y: top + height - smallLine * (lines.length - 1 - index) - 4,
            "text-anchor": "middle",
            "font-size": smallSize,
          },
          line,
        ),
      ),
    );
    return { nodes, height: height + 4 };
  };
}

function rowName(label: string): PieceAt {
  return (top) => {
    const texts = wrapText(label, fontSize, { line: narrowest, lastLine: narrowest });
    const nodes = texts.map((text, index) =>
      element("text", { x: 0, y: top + fontSize + lineHeight * index }, text),
    );
    return { nodes, height: lineHeight * texts.length + 2 };
  };
}

type Cell = { readonly count: number | null; readonly mark: string };

function rowOf(cells: readonly Cell[], row: number, most: number): PieceAt {
  return (top) => ({
    nodes: cells.flatMap(({ count, mark }, column) => {
      const isSame = row === column;
      const place = { x: percentOf(column / cells.length), width: percentOf(1 / cells.length) };
      const size = cells.length > 5 ? smallSize : fontSize;
      const text = { x: percentOf((column + 0.5) / cells.length), y: top + 25, "font-size": size };
      const isQuiet = count === 0 || mark === hiddenMark;
      return [
        element("rect", { ...place, y: top, height: cellHeight, ...toneOf(count, most), ...line }),
        ...(isSame ? [element("rect", { ...place, y: top, height: cellHeight, ...frame })] : []),
        element(
          "text",
          { ...text, "text-anchor": "middle", "fill-opacity": isQuiet ? 0.7 : 1 },
          mark,
        ),
      ];
    }),
    height: cellHeight + 12,
  });
}

function toneOf(count: number | null, most: number) {
  if (count === null || count === 0) return { fill: "none" };
  return { fill: ownFill, "fill-opacity": 0.1 + 0.45 * (count / most) };
}

const line = { stroke: "currentColor", "stroke-opacity": 0.3, "stroke-width": 1 } as const;
const frame = { fill: "none", stroke: "currentColor", "stroke-width": 2 } as const;

function framed(y: number): readonly SvgNode[] {
  return [element("rect", { x: 1, y: y - 7, width: markWidth - 4, height: 14, ...frame })];
}
