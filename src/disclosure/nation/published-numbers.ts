import type { Variable } from "#codebook";
import { allCells, type Cell, chainCells, otherCells, stepOf, validCells } from "./cells.ts";
import type { Draft } from "./draft.ts";
import type { Domain } from "./linked-table.ts";

/** A number that leaves: how many cases of a domain are in these cells. */
export type PublishedNumber = {
  readonly domain: Domain;
  readonly cells: readonly Cell[];
  readonly value: number;
};

/**
 * The cells of one question, where several choices are told apart by what was chosen of a few options.
 * `undefined` for sets of options that are not among these.
 */
export type Cells = {
  readonly all: readonly Cell[];
  readonly withAny: (codes: readonly number[]) => readonly Cell[] | undefined;
};

const firstChoice = 1000;

export function cellsOf(question: Variable, among: readonly number[]): Cells {
  const all = allCells(question);
  if (question.type !== "multiple") return { all, withAny: (codes) => codes };
  const exclusive = question.options.filter((each) => each.exclusive).map(({ code }) => code);
  const choices = Array.from({ length: 2 ** among.length }, (_, mask) => ({
    cell: firstChoice + mask,
    codes: among.filter((_, at) => (mask >> at) % 2 === 1),
  })).filter(({ codes }) => codes.length < 2 || !codes.some((code) => exclusive.includes(code)));
  return {
    all: [...choices.map(({ cell }) => cell), ...all.filter((each) => each !== otherCells.chosen)],
    withAny: (codes) => {
      if (!codes.every((code) => stepOf(code) !== "valid" || among.includes(code)))
        return undefined;
      const chosen = choices.filter((each) => each.codes.some((code) => codes.includes(code)));
      return [
        ...chosen.map(({ cell }) => cell),
        ...codes.filter((code) => stepOf(code) !== "valid"),
      ];
    },
  };
}

export function publishedNumbers(
  { table, counts }: Draft,
  question: Variable,
  cells: Cells,
): readonly PublishedNumber[] {
  const { domain } = table;
  const found: PublishedNumber[] = [];
  const tell = (those: readonly Cell[] | undefined, value: number | null) => {
    if (those !== undefined && value !== null) found.push({ domain, cells: those, value });
  };
  if (counts.kind === "cases") {
    tell(cells.all, counts.cases);
    return found;
  }
  const chain = chainCells(cells.all);
  const { measure } = table.raw.specification;
  tell(chain.eligible, counts.base.eligible);
  tell(chain.asked, counts.base.asked);
  tell(chain.answered, counts.base.answered);
  tell(chain.valid, counts.base.valid);
  if (counts.kind === "frequencies") {
    for (const { codes, count } of counts.rows) tell(cells.withAny(codes), count);
  }
  if (counts.kind === "share" && measure.kind === "share") {
    tell(cells.withAny(measure.codes), counts.numerator);
    tell(chain[measure.base], counts.denominator);
  }
  if (counts.kind === "mean-distinct" && measure.kind === "mean-distinct") {
    if (question.type !== "multiple") tell(validCells(question), counts.total);
    tell(chain[measure.base], counts.denominator);
  }
  return found;
}
