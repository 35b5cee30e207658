import type { Language } from "#kernel";
import type { SvgNode } from "../figure.ts";
import { pictureWordsOf, wordsOf } from "../words/words-of.ts";
import { hiddenMark } from "./bars-of.ts";
import { element, percentOf } from "./element.ts";
import { legendPiece, markWidth } from "./legend.ts";
import { type MarkerLook, marker } from "./markers.ts";
import { guide } from "./paint.ts";
import type { DumbbellPicture, PlacedShare } from "./picture-kinds.ts";
import { shareMark } from "./share-mark.ts";
import { type PieceAt, stackPieces } from "./stack-pieces.ts";
import { labelPiece, notesPiece, ticksPiece } from "./text-pieces.ts";

type Line = DumbbellPicture["lines"][number];

/** Room for half a marker at both ends of the axis. */
const along = (share: number) => percentOf(0.035 + 0.93 * share);

/** Shares side by side on an axis that is always the whole, in the order in which they are given. */
export function drawDumbbells(picture: DumbbellPicture, language: Language): SvgNode {
  const { name, notes, sides, lines } = picture;
  const words = pictureWordsOf(language);
  const { percentMark } = wordsOf(language);
  const mark = (share: PlacedShare | undefined) => shareMark(share ?? null, language);
  const looks = looksOf(sides);
  const legend = sides.map(({ label }, index) => ({
    label,
    mark: (y: number) => [
      element(
        "svg",
        { x: 0, y: y - 10, width: markWidth, height: 20, overflow: "visible" },
        marker(looks[index] ?? "own", "50%", 10),
      ),
    ],
  }));
  const told = lines.map(({ label, shares, interval }) => {
    const values = sides.map((side, index) => {
      const share = mark(shares[index]);
      return index === 0 && interval
        ? `${side.label} ${words.within(share, mark(interval[0]), mark(interval[1]))}`
        : `${side.label} ${share}`;
    });
    return `${label}: ${values.join(", ")}`;
  });
  const marksOf = ({ shares }: Line) => {
    const marks = sides.map((_, index) => mark(shares[index]));
    return marks.every((each) => each === hiddenMark) ? hiddenMark : marks.join(" · ");
  };
  return stackPieces(words.said("dumbbells", name, told), [
    legendPiece(legend, 12),
    ...lines.flatMap((line) => [labelPiece(line.label, marksOf(line)), axisOf(line, looks)]),
    ticksPiece(
      (lines.length === 0 ? [] : [0, 0.5, 1]).map((at) => ({ at, label: percentMark(at) })),
      along,
    ),
    notesPiece(notes),
  ]);
}

function looksOf(sides: DumbbellPicture["sides"]): readonly MarkerLook[] {
  const others = sides.filter(({ look }) => look === "other");
  return sides.map((side) => {
    if (side.look !== "other") return side.look;
    return others.indexOf(side) === 0 ? "first-other" : "second-other";
  });
}

function axisOf({ shares, interval }: Line, looks: readonly MarkerLook[]): PieceAt {
  return (top) => {
    const y = top + 14;
    const places = looks.flatMap((look, index) => {
      const share = shares[index] ?? null;
      return typeof share === "number" ? [{ look, share }] : [];
    });
    if (places.length === 0) return { nodes: [], height: 12 };
    const [least, most] = [Math.min, Math.max].map((of) => of(...places.map((p) => p.share)));
    const across = (from = 0, to = 1) => ({ x1: along(from), x2: along(to), y1: y, y2: y });
    const nodes = [
      element("line", { ...across(), ...guide }),
      ...(places.length < 2 ? [] : [element("line", { ...across(least, most), ...between })]),
      ...(interval && typeof shares[0] === "number" ? whisker(interval, y) : []),
      // One's own is drawn last: where shares are equal it lies on top, and the larger shapes around it.
      ...places.toReversed().map(({ look, share }) => marker(look, along(share), y)),
    ];
    return { nodes, height: 38 };
  };
}

const between = { stroke: "currentColor", "stroke-opacity": 0.3, "stroke-width": 4 } as const;

function whisker([lower, upper]: readonly [number, number], y: number): readonly SvgNode[] {
  const line = { stroke: "currentColor", "stroke-width": 1.5 } as const;
  const [from, to] = [along(lower), along(upper)];
  return [
    element("line", { x1: from, x2: to, y1: y, y2: y, ...line }),
    ...[from, to].map((x) => element("line", { x1: x, x2: x, y1: y - 5, y2: y + 5, ...line })),
  ];
}
