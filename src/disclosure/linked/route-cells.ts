import type { Cell } from "../nation/cells.ts";
import { answerIn } from "../nation/places.ts";
import { keyOfCodes } from "../nation/tally.ts";
import { nameOf } from "./counted-places.ts";
import { describeCell, keyOfCells, type Spot, subjectOfCells } from "./describe-cell.ts";
import { sharesIn } from "./known-blocks.ts";
import type { PlacedRegion } from "./placed-region.ts";
import { cellsWithin, type QuestionCells } from "./question-cells.ts";
import type { SetBuilder } from "./set-builder.ts";

/** The cases that a question is for are those with an answer to another. */
export function tieRoute(
  builder: SetBuilder,
  placed: PlacedRegion,
  routed: QuestionCells,
  questions: readonly QuestionCells[],
): void {
  const lead = answerIn(routed.place.question.condition);
  if (lead === undefined) return;
  const { population, among } = routed.place;
  const found = questions.find(
    ({ place }) =>
      place.population === population &&
      place.among === among &&
      place.question.id === lead.variable,
  );
  const cells = found && cellsOf(builder, placed, found, lead.codes);
  if (cells) builder.adds("route", routed.chain.eligible, cells);
}

/** Cells that count the cases with these codes, each once; a coarser row is parted for it. */
export function cellsOf(
  builder: SetBuilder,
  placed: PlacedRegion,
  { place, parts, sums, blocks }: QuestionCells,
  codes: readonly number[],
): readonly number[] | undefined {
  const { question, population, among, tables } = place;
  const together = sums.get(keyOfCodes(codes));
  if (together !== undefined) return [together];
  if (question.type === "multiple") return undefined;
  const exact = cellsWithin(parts, codes);
  if (exact) return exact;
  const spot: Spot = { population, among, table: tables[0] ? nameOf(tables[0]) : "", question };
  const found: number[] = [];
  for (const part of parts) {
    const inside = part.cells.filter((each) => codes.includes(each));
    if (inside.length === part.cells.length) found.push(part.cell);
    else if (inside.length > 0) {
      const own = ownPart(inside);
      const others = part.cells.filter((each) => !inside.includes(each));
      if (own === undefined) return undefined;
      builder.leaves("options", part.cell, [own], describe(others));
      found.push(own);
    }
  }
  return found;

  function ownPart(cells: readonly Cell[]): number | undefined {
    const shares = sharesIn(blocks, cells);
    const here = shares && Int32Array.from(placed.members, (at) => shares[at] ?? 0);
    return here && builder.cell(describe(cells), here);
  }

  function describe(cells: readonly Cell[]) {
    return describeCell(placed, spot, keyOfCells(cells), subjectOfCells(question.id, cells));
  }
}
