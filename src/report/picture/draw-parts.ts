import type { Language } from "#kernel";
import type { SvgNode } from "../figure.ts";
import { pictureWordsOf, wordsOf } from "../words/words-of.ts";
import { hiddenMark } from "./bars-of.ts";
import { element } from "./element.ts";
import type { PartsPicture } from "./picture-kinds.ts";
import { type PieceAt, stackPieces } from "./stack-pieces.ts";
import { labelPiece, notesPiece } from "./text-pieces.ts";
import { type Area, stripedArea, tonedArea, toneOf } from "./tones.ts";

type Part = PartsPicture["parts"][number];
type Span = { readonly from: number; readonly to: number };

/** Between what is known and what is not. */
const apart = 0.03;

/**
 * Parts of one whole in one bar, and under it the same part of the bar again beside each name, so that
 * nothing has to be matched by colour. Where a part may not be shown there is no whole to divide: then
 * each that is shown has its own bar, from the left edge.
 */
export function drawParts({ name, notes, parts }: PartsPicture, language: Language): SvgNode {
  const words = pictureWordsOf(language);
  const { percentMark } = wordsOf(language);
  const markOf = ({ count, share }: Part) =>
    share !== null ? percentMark(share) : count !== null ? words.count(count) : hiddenMark;
  const spans = spansOf(parts);
  const isWhole = spans.every((span) => span !== null) && spans.length > 0;
  const areasAt = (y: number, height: number) => (index: number) =>
    areaOf(parts, index, spans[index] ?? null, y, height);
  const bar: PieceAt = (top) => ({
    nodes: isWhole ? parts.flatMap((_, index) => areasAt(top + 2, 28)(index)) : [],
    height: isWhole ? 44 : 0,
  });
  const lines = parts.flatMap((part, index) => {
    const below: PieceAt = (top) => ({
      nodes: [...ground(spans[index] ?? null, top + 3), ...areasAt(top + 3, 10)(index)],
      height: 25,
    });
    return [labelPiece(part.label, markOf(part)), below];
  });
  const told = parts.map((part) => `${part.label}: ${markOf(part)}`);
  return stackPieces(words.said("parts", name, told), [bar, ...lines, notesPiece(notes)]);
}

/** Where each lies in the whole, what is not known a little apart; `null`: may not be shown. */
function spansOf(parts: readonly Part[]): readonly (Span | null)[] {
  const counts = parts.map(({ count }) => count);
  const total = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const lengths = parts.map(({ count, share }) => share ?? (count === null ? null : count / total));
  if (total === 0 && lengths.every((length) => !length)) return parts.map(() => null);
  if (lengths.includes(null)) {
    return lengths.map((length) => (length === null ? null : { from: 0, to: length }));
  }
  const firstUnknown = parts.findIndex(({ isUnknown }) => isUnknown);
  const isApart = firstUnknown > 0;
  const sum = lengths.reduce<number>((all, length) => all + (length ?? 0), 0);
  const scale = (isApart ? 1 - apart : 1) / Math.max(1, sum);
  let from = 0;
  return lengths.map((length, index) => {
    if (isApart && index === firstUnknown) from += apart;
    const span = { from, to: from + (length ?? 0) * scale };
    from = span.to;
    return span;
  });
}

function areaOf(
  parts: readonly Part[],
  index: number,
  span: Span | null,
  y: number,
  height: number,
): readonly SvgNode[] {
  if (span === null || span.to - span.from <= 0) return [];
  const area: Area = { ...span, y, height };
  if (parts[index]?.isUnknown) return stripedArea(area);
  return [tonedArea(area, toneOf(index, parts.filter(({ isUnknown }) => !isUnknown).length))];
}

function ground(span: Span | null, y: number): readonly SvgNode[] {
  const place = { x: 0, y: y + 9, width: "100%", height: 1 };
  return span === null ? [] : [element("rect", { ...place, "fill-opacity": 0.3 })];
}
