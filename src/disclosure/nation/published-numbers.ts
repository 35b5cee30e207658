import type { Variable } from "#codebook";
import type { Shown } from "../safe-table.ts";
import { type Amount, sum } from "./amount.ts";
import { allCells, type Cell, chainCells, otherCells, stepOf, validCells } from "./cells.ts";
import type { Draft } from "./draft.ts";
import type { Domain } from "./one-way-table.ts";

/** A number that leaves: how many cases of a domain are in these cells. */
export type PublishedNumber = {
  readonly domain: Domain;
  readonly cells: readonly Cell[];
  /** As it was counted, also without each participant. */
  readonly value: Amount;
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
  const { domain, amounts } = table;
  const found: PublishedNumber[] = [];
  const tell = (those: readonly Cell[] | undefined, shown: Shown, value: Amount | undefined) => {
    if (those && shown !== null && value) found.push({ domain, cells: those, value });
  };
  if (counts.kind === "cases" || amounts.kind === "cases") {
    if (counts.kind === "cases" && amounts.kind === "cases") {
      tell(cells.all, counts.cases, amounts.cases);
    }
    return found;
  }
  const chain = chainCells(cells.all);
  for (const step of ["eligible", "asked", "answered", "valid"] as const) {
    tell(chain[step], counts.base[step], amounts.base[step]);
  }
  const { measure } = table.raw.specification;
  if (counts.kind === "frequencies" && amounts.kind === "frequencies") {
    for (const { codes, count } of counts.rows) {
      const [first, ...more] = codes.flatMap((code) => {
        const row = amounts.rows.get(code);
        return row ? [row] : [];
      });
      tell(cells.withAny(codes), count, first && sum(first, ...more));
    }
  }
  if (measure.kind === "share" && counts.kind === "share" && amounts.kind === "share") {
    tell(cells.withAny(measure.codes), counts.numerator, amounts.numerator);
    tell(chain[measure.base], counts.denominator, amounts.base[measure.base]);
  }
  if (
    measure.kind === "mean-distinct" &&
    counts.kind === "mean-distinct" &&
    amounts.kind === "mean-distinct"
  ) {
    if (question.type !== "multiple") tell(validCells(question), counts.total, amounts.total);
    tell(chain[measure.base], counts.denominator, amounts.base[measure.base]);
  }
  return found;
}
