import { isNarrower } from "../nation/one-way-table.ts";
import { answerIn, without } from "../nation/places.ts";
import { keyOfCodes } from "../nation/tally.ts";
import type { SizedDomain } from "./counted-places.ts";
import type { LinkedCell, Term } from "./linked-cells.ts";
import type { PlacedRegion } from "./placed-region.ts";
import { cellsWithin, type QuestionCells } from "./question-cells.ts";
import { cellsOf } from "./route-cells.ts";
import type { SetBuilder } from "./set-builder.ts";

/** A number among the cases of a domain, and the cells that count the same among all of a wider one. */
type Counted = { readonly cell: number; readonly wide: readonly number[] };

/**
 * All cases are those of a subgroup and the others; those of a crossing's columns and those in none. Of
 * every number that both the narrower and the wider tell.
 */
export function tieDomains(builder: SetBuilder, questions: readonly QuestionCells[]): void {
  for (const narrow of questions) {
    const wider = questions.filter((each) => isWiderBy(1, each, narrow));
    for (const wide of wider) {
      for (const { cell, wide: cells } of shared(narrow, wide)) {
        const label = labelOf(narrow, wide);
        others(builder, cells, [cell], beside(builder.at(cell), wide, `not ${label}`));
      }
      const beside_ = siblings(narrow, wide, questions);
      if (beside_[0] === narrow && beside_.length > 1) tieSiblings(builder, beside_, wide);
    }
    tieNeither(builder, narrow, questions);
  }
}

/** How many a domain has is how many gave its answer. */
export function tieSize(
  builder: SetBuilder,
  placed: PlacedRegion,
  { population, domain }: SizedDomain,
  cases: number,
  questions: readonly QuestionCells[],
): void {
  for (const [key, condition] of domain) {
    const given = answerIn(condition);
    const among = without(domain, key);
    const lead = questions.find(
      ({ place }) =>
        place.population === population &&
        place.question.id === given?.variable &&
        place.domain.size === among.size &&
        [...among.keys()].every((each) => place.domain.has(each)),
    );
    const cells = given && lead && cellsOf(builder, placed, lead, given.codes);
    if (cells) builder.adds("among", cases, cells);
  }
}

function tieSiblings(
  builder: SetBuilder,
  columns: readonly QuestionCells[],
  wide: QuestionCells,
): void {
  const [first, ...more] = columns;
  if (first === undefined) return;
  for (const { cell, wide: cells } of shared(wide, wide)) {
    const inside = [first, ...more].map((each) => sameCells(wide, cell, each));
    if (!inside.every((each) => each !== undefined)) continue;
    const labels = columns.map((each) => labelOf(each, wide)).join(" or ");
    others(builder, cells, inside.flat(), beside(builder.at(cell), wide, `not ${labels}`));
  }
}

/** In neither of two that overlap, where all four are counted. */
function tieNeither(
  builder: SetBuilder,
  both: QuestionCells,
  questions: readonly QuestionCells[],
): void {
  const single = questions.filter((each) => isWiderBy(1, each, both));
  for (const [index, one] of single.entries()) {
    for (const other of single.slice(index + 1)) {
      const widest = questions.find((each) => isWiderBy(1, each, one) && isWiderBy(1, each, other));
      if (widest === undefined) continue;
      for (const { cell, wide: cells } of shared(both, widest)) {
        const [mine, yours] = [sameCells(both, cell, one), sameCells(both, cell, other)];
        if (mine === undefined || yours === undefined) continue;
        const terms: readonly Term[] = [
          ...cells.map((each) => ({ cell: each, factor: 1 })),
          ...[...mine, ...yours].map((each) => ({ cell: each, factor: -1 })),
          { cell, factor: 1 },
        ];
        const among = `neither ${labelOf(one, widest)} nor ${labelOf(other, widest)}`;
        builder.makesUp("among", terms, beside(builder.at(cell), widest, among));
      }
    }
  }
}

function others(
  builder: SetBuilder,
  wide: readonly number[],
  inside: readonly number[],
  left: LinkedCell,
): void {
  const terms = [
    ...wide.map((cell) => ({ cell, factor: 1 })),
    ...inside.map((cell) => ({ cell, factor: -1 })),
  ];
  builder.makesUp("among", terms, left);
}

/** Every number of a question, each once. */
export function countedIn({ chain, parts, sums, total }: QuestionCells): readonly number[] {
  const cells = new Set([
    ...Object.values(chain).filter((each) => each !== undefined),
    ...parts.map(({ cell }) => cell),
    ...sums.values(),
    ...(total === undefined ? [] : [total]),
  ]);
  return [...cells];
}

/** Everything that the narrow one counts, with its counterpart in the wide one. */
function shared(narrow: QuestionCells, wide: QuestionCells): readonly Counted[] {
  return countedIn(narrow).flatMap((cell) => {
    const found = sameCells(narrow, cell, wide);
    return found ? [{ cell, wide: found }] : [];
  });
}

/** The cells of another domain that count the same there. */
export function sameCells(
  from: QuestionCells,
  cell: number,
  to: QuestionCells,
): readonly number[] | undefined {
  for (const step of ["eligible", "asked", "answered", "valid"] as const) {
    const there = to.chain[step];
    if (from.chain[step] === cell) return there === undefined ? undefined : [there];
  }
  if (from.total === cell) return to.total === undefined ? undefined : [to.total];
  for (const [key, each] of from.sums) {
    if (each !== cell) continue;
    const found = to.sums.get(key);
    if (found !== undefined) return [found];
    if (from.place.question.type === "multiple") return undefined;
    return cellsWithin(to.parts, key.split(" ").map(Number));
  }
  const part = from.parts.find((each) => each.cell === cell);
  if (part === undefined) return undefined;
  const exact = cellsWithin(to.parts, part.cells);
  if (exact) return exact;
  const together = to.sums.get(keyOfCodes(part.cells));
  return together === undefined ? undefined : [together];
}

function siblings(
  own: QuestionCells,
  wide: QuestionCells,
  questions: readonly QuestionCells[],
): readonly QuestionCells[] {
  const mine = answerIn(partOf(own, wide));
  const found: QuestionCells[] = [];
  for (const each of questions) {
    if (!isWiderBy(1, wide, each)) continue;
    const theirs = answerIn(partOf(each, wide));
    const isBeside =
      mine !== undefined &&
      theirs?.variable === mine.variable &&
      !found.some((other) => {
        const codes = answerIn(partOf(other, wide))?.codes ?? [];
        return codes.some((code) => theirs.codes.includes(code));
      });
    if (isBeside) found.push(each);
  }
  return found;
}

function isWiderBy(conditions: number, wide: QuestionCells, narrow: QuestionCells): boolean {
  const [one, other] = [wide.place, narrow.place];
  return (
    one.population === other.population &&
    one.question === other.question &&
    other.domain.size - one.domain.size === conditions &&
    isNarrower(other.domain, one.domain)
  );
}

function partOf(narrow: QuestionCells, wide: QuestionCells) {
  return [...narrow.place.domain].find(([key]) => !wide.place.domain.has(key))?.[1];
}

function labelOf(narrow: QuestionCells, wide: QuestionCells): string {
  const given = answerIn(partOf(narrow, wide));
  return given ? `${given.variable}=${given.codes.join(",")}` : narrow.place.among;
}

/** The same number among others of the wide one's cases; told by no table. */
function beside(cell: LinkedCell, { place }: QuestionCells, those: string): LinkedCell {
  const among = place.among === "" ? those : `${place.among} & ${those}`;
  const id = `${cell.id} (${among})`;
  // Its whole was that of the narrow one: all of the others are another number.
  const { whole: _, ...same } = cell;
  return { ...same, id, among, role: "never", guard: "few" };
}
