import { tellsOfCopies } from "#codebook";
import type { ChangeBase, Counts, Part } from "../raw-table.ts";
import { netChange } from "../statistics/net-change.ts";
import { stuartMaxwell } from "../statistics/stuart-maxwell.ts";
import { wilcoxonSignedRank } from "../statistics/wilcoxon-signed-rank.ts";
import { wilsonInterval } from "../statistics/wilson.ts";
import type { StoredChange } from "./change-columns.ts";

type Change = Extract<Counts, { kind: "change" }>;

/** One combination of the columns of `StoredChange`, in their order, and its cases. */
export type CountedChange = {
  readonly values: readonly number[];
  readonly count: number;
};

/** Places on the scale, −1 without a level. */
type Cell = {
  readonly method: number;
  readonly before: number;
  readonly after: number;
  readonly isRepeated: boolean;
  readonly count: number;
};

/** From the finest cells to how many improved, and what else a change must be told with. */
export function foldChange(
  { measured, compared }: Pick<StoredChange, "measured" | "compared">,
  counted: readonly CountedChange[],
): Change {
  const { field, method } = measured;
  const codes = field.options.map(({ code }) => code);
  const scale = field.better === "first" ? codes.toReversed() : codes;
  const cells = counted.map((each) => cellOf(each, scale));
  const pairs = cells.filter((cell) => cell.method > 0);
  const levels = (among: readonly Cell[]) =>
    scale.map((_, at) => total(among.filter(({ before }) => before === at)));
  const methods = [...new Set(pairs.map((pair) => pair.method))];
  const listed = method ? method.options.map(({ code }) => code) : methods;
  return {
    kind: "change",
    base: baseOf(cells, pairs),
    scale,
    methods: listed
      .filter((code) => methods.includes(code))
      .map((code) => {
        const own = pairs.filter((pair) => pair.method === code);
        const repeated = tellsOfCopies(measured, compared)
          ? total(own.filter(({ isRepeated }) => isRepeated))
          : null;
        return { method: method ? code : null, pairs: matrixOf(own, scale.length), repeated };
      }),
    before: { all: levels(cells), compared: levels(pairs) },
    ...movesOf(pairs, scale.length),
  };
}

function cellOf({ values, count }: CountedChange, scale: readonly number[]): Cell {
  const [method = 0, before = 0, after = 0, repeated] = values;
  return {
    method,
    before: scale.indexOf(before),
    after: scale.indexOf(after),
    isRepeated: repeated === 1,
    count,
  };
}

function baseOf(cells: readonly Cell[], pairs: readonly Cell[]): ChangeBase {
  const hasBefore = cells.filter(({ before }) => before >= 0);
  return {
    cases: total(cells),
    before: total(hasBefore),
    both: total(hasBefore.filter(({ after }) => after >= 0)),
    compared: total(pairs),
  };
}

function movesOf(pairs: readonly Cell[], size: number) {
  const compared = total(pairs);
  const improved = total(pairs.filter(({ before, after }) => after > before));
  const worse = total(pairs.filter(({ before, after }) => after < before));
  const same = compared - improved - worse;
  const part = (count: number): Part => ({
    count,
    interval: compared === 0 ? null : wilsonInterval(count, compared),
  });
  return {
    improved: part(improved),
    same: part(same),
    worse: part(worse),
    net: compared === 0 ? null : netChange({ improved, same, worse }),
    tests: same === compared ? { stuartMaxwell: null, signedRank: null } : testsOf(pairs, size),
  };
}

/** Over the pairs of all methods: a step counts the same in each. */
function testsOf(pairs: readonly Cell[], size: number) {
  const steps = pairs.flatMap(({ before, after, count }) =>
    new Array<number>(count).fill(after - before),
  );
  return {
    stuartMaxwell: stuartMaxwell(matrixOf(pairs, size)).p,
    signedRank: wilcoxonSignedRank(steps).p,
  };
}

function matrixOf(pairs: readonly Cell[], size: number): readonly (readonly number[])[] {
  const matrix = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (const { before, after, count } of pairs) {
    const row = matrix[before];
    if (row) row[after] = (row[after] ?? 0) + count;
  }
  return matrix;
}

function total(cells: readonly Cell[]): number {
  return cells.reduce((sum, { count }) => sum + count, 0);
}
