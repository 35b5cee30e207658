import type { Language } from "#kernel";
import type { SvgNode } from "../figure.ts";
import { pictureWordsOf } from "../words/words-of.ts";
import { hiddenMark } from "./bars-of.ts";
import { element, percentOf } from "./element.ts";
import { ownFill } from "./paint.ts";
import type { StripPicture } from "./picture-kinds.ts";
import { type PieceAt, stackPieces } from "./stack-pieces.ts";
import { labelPiece, notesPiece } from "./text-pieces.ts";

const barHeight = 8;

/** The chain of denominators: each step's bar lies within the first one's length. */
export function drawStrip({ name, notes, steps }: StripPicture, language: Language): SvgNode {
  const words = pictureWordsOf(language);
  const first = steps[0]?.count ?? null;
  const told = steps.map(({ label, count }) => ({
    label,
    value: count === null ? hiddenMark : words.count(count),
    // Without the first there is nothing to be a part of: then the numbers stand alone.
    part: count === null || first === null || first === 0 ? null : Math.min(1, count / first),
  }));
  return stackPieces(
    words.said(
      "strip",
      name,
      told.map(({ label, value }) => `${label}: ${value}`),
    ),
    [
      ...told.flatMap(({ label, value, part }) => [labelPiece(label, value), stepBar(part)]),
      notesPiece(notes),
    ],
  );
}

function stepBar(part: number | null): PieceAt {
  return (top) => {
    const place = { x: 0, y: top + 2, height: barHeight };
    const nodes =
      part === null
        ? []
        : [
            element("rect", { ...place, width: "100%", "fill-opacity": 0.12 }),
            element("rect", { ...place, width: percentOf(part), fill: ownFill }),
          ];
    return { nodes, height: barHeight + 12 };
  };
}
