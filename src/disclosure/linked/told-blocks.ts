import type { Cell } from "../nation/cells.ts";
import { nameOf } from "./counted-places.ts";
import { describeCell, keyOfCells, type Spot, subjectOfCells } from "./describe-cell.ts";
import type { PlacedRegion } from "./placed-region.ts";
import { cellsWithin, type QuestionCells } from "./question-cells.ts";
import type { SetBuilder } from "./set-builder.ts";

/**
 * What can be had by adding and subtracting the numbers that are told of one question: parts that all
 * of them take together, or leave together, are a number of their own.
 */
export function addToldBlocks(
  builder: SetBuilder,
  placed: PlacedRegion,
  { place, chain, parts, sums }: QuestionCells,
): void {
  const isTold = (cell: number | undefined) =>
    cell !== undefined && builder.at(cell).role === "told";
  const within = (those: (cells: readonly Cell[]) => boolean) =>
    new Set(parts.filter(({ cells }) => those(cells)).map(({ cell }) => cell));
  const told: ReadonlySet<number>[] = [
    ...parts.filter(({ cell }) => isTold(cell)).map(({ cell }) => new Set([cell])),
    ...[...sums].flatMap(([key, cell]) => {
      const codes = key.split(" ").map(Number);
      const inside = isTold(cell) && cellsWithin(parts, codes);
      return inside ? [new Set(inside)] : [];
    }),
    ...(isTold(chain.eligible) ? [within((cells) => !cells.includes(-4))] : []),
    ...(isTold(chain.asked) ? [within((cells) => !cells.some((each) => each < -2))] : []),
    ...(isTold(chain.answered)
      ? [within((cells) => !cells.some((each) => each < -1 || each === 98))]
      : []),
    ...(isTold(chain.valid)
      ? [within((cells) => cells.every((each) => each >= 0 && each < 97))]
      : []),
  ];
  const groups = new Map<string, QuestionCells["parts"][number][]>();
  for (const part of parts) {
    const key = told.map((each) => (each.has(part.cell) ? "1" : "0")).join("");
    if (key.includes("1")) groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  const { question, population, among, tables } = place;
  const spot: Spot = { population, among, table: tables[0] ? nameOf(tables[0]) : "", question };
  for (const group of groups.values()) {
    const own = new Set(group.map(({ cell }) => cell));
    const isKnown = told.some(
      (each) => each.size === own.size && [...own].every((cell) => each.has(cell)),
    );
    if (group.length < 2 || isKnown) continue;
    const cells = group.flatMap((part) => part.cells);
    const terms = group.map(({ cell }) => ({ cell, factor: 1 }));
    const block = describeCell(placed, spot, keyOfCells(cells), subjectOfCells(question.id, cells));
    builder.makesUp("options", terms, block);
  }
}
