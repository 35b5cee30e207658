import { keyOfCodes } from "../nation/tally.ts";
import type { CountedPlace } from "./counted-places.ts";
import { keyOfCells } from "./describe-cell.ts";
import type { Grain } from "./grain.ts";
import type { CellSubject, LinkedCell, Term } from "./linked-cells.ts";
import type { QuestionCells } from "./question-cells.ts";
import type { SetBuilder, Shares } from "./set-builder.ts";

type Around = {
  readonly describe: (key: string, subject: CellSubject, whole?: number) => LinkedCell;
  /** Of all participants' shares those of the region. */
  readonly here: (shares: Shares) => Shares;
  readonly valid: number;
};

/**
 * Several choices: every counted set of options with its complement, and what ties the sets together.
 * A case may have given several, so nothing here adds up without something left over.
 */
export function choiceCells(
  builder: SetBuilder,
  { question, byCode, together, total }: CountedPlace,
  { choices, hasTotal }: Grain,
  { describe, here, valid }: Around,
): Pick<QuestionCells, "sums" | "none" | "total"> {
  const { id: variable, options } = question;
  const sums = new Map<string, number>();
  const noneOf = new Map<string, number>();
  const sets: (readonly number[])[] = [];
  for (const codes of choices) {
    const key = keyOfCodes(codes);
    const shares = together.get(key)?.shares ?? (codes[0] && byCode?.get(codes[0]));
    if (!shares || sums.has(key)) continue;
    const subject = { kind: "answer", variable, codes } as const;
    const any = builder.cell(describe(keyOfCells(codes), subject, valid), here(shares));
    const none = { kind: "no-answer", variable, codes } as const;
    const left = builder.leaves("choices", valid, [any], describe(`none ${key}`, none, valid));
    sums.set(key, any);
    if (left !== undefined) noneOf.set(key, left);
    sets.push(codes);
  }
  const at = (codes: readonly number[]) => sums.get(keyOfCodes(codes));
  const left = (of: string) => describe(of, { kind: "left", variable, of });
  const alone = options.filter(({ exclusive }) => exclusive).map(({ code }) => code);
  tieNested();
  tieUnions();
  tieExclusive();
  return { sums, none: noneOf, total: tieTotal() };

  /** An «or» is never less than what it is made of, and never more than all of it together. */
  function tieNested(): void {
    for (const set of sets) {
      for (const inner of sets) {
        if (!isWithin(inner, set)) continue;
        leave(`${keyOfCodes(set)} without ${keyOfCodes(inner)}`, set, [inner]);
        tieApart(set, inner);
      }
      const singles = set.flatMap((code) => at([code]) ?? []);
      const any = at(set);
      if (any === undefined || set.length < 2 || singles.length < set.length) continue;
      const terms = [...singles.map((cell) => ({ cell, factor: 1 })), { cell: any, factor: -1 }];
      builder.makesUp("choices", terms, left(`more than one of ${keyOfCodes(set)}`));
    }
  }

  /** What the one holds besides the other stands alone: then it is as many as both. */
  function tieApart(set: readonly number[], inner: readonly number[]): void {
    const rest = set.filter((code) => !inner.includes(code));
    const parts = [inner, ...rest.map((code) => [code])].map(at);
    const cells = [at(set), ...parts].filter((cell) => cell !== undefined);
    if (cells.length < 2 + rest.length || !rest.every((code) => alone.includes(code))) return;
    const [whole = 0, ...each] = cells;
    builder.adds("choices", whole, each);
  }

  /** Two sets whose union is a third: what both have in common. */
  function tieUnions(): void {
    for (const [index, one] of sets.entries()) {
      for (const other of sets.slice(index + 1)) {
        const union = [...new Set([...one, ...other])];
        const isAll = options.every(({ code }) => union.includes(code));
        const both = isAll ? valid : at(union);
        const [first, second] = [at(one), at(other)];
        if (both === undefined || first === undefined || second === undefined) continue;
        if (both === first || both === second || union.length === 2) continue;
        const isApart = [one, other].some((each) => each.every((code) => alone.includes(code)));
        if (isApart && union.length === one.length + other.length) {
          builder.adds("choices", both, [first, second]);
          continue;
        }
        const terms: readonly Term[] = [
          { cell: first, factor: 1 },
          { cell: second, factor: 1 },
          { cell: both, factor: -1 },
        ];
        builder.makesUp("choices", terms, left(`${keyOfCodes(one)} and ${keyOfCodes(other)}`));
      }
    }
  }

  /** Who chose an option that stands alone chose nothing else. */
  function tieExclusive(): void {
    const cells = alone.flatMap((code) => at([code]) ?? []);
    if (cells.length === 0) return;
    for (const set of sets) {
      const any = at(set);
      if (any === undefined || set.some((code) => alone.includes(code))) continue;
      const of = `neither ${keyOfCodes(set)} nor alone`;
      builder.leaves("choices", valid, [any, ...cells], left(of));
    }
  }

  /** Everybody who chose has one option at least. */
  function tieTotal(): number | undefined {
    const singles = sets.filter(({ length }) => length === 1).flatMap((set) => at(set) ?? []);
    const all = singles.map((cell) => ({ cell, factor: 1 }));
    const isWhole = singles.length === options.length;
    const beyond = left("more than one");
    if (!hasTotal || total === undefined) {
      if (isWhole) builder.makesUp("choices", [...all, { cell: valid, factor: -1 }], beyond);
      return undefined;
    }
    const sum = builder.cell(describe("total", { kind: "total", variable }), here(total));
    const [untold, ...more] = options.flatMap(({ code }) =>
      at([code]) === undefined ? [code] : [],
    );
    if (untold === undefined) builder.adds("choices", sum, singles);
    else if (more.length > 0) builder.leaves("choices", sum, singles, left("options not told"));
    else tieUntold(sum, singles, untold);
    builder.leaves("choices", sum, [valid], beyond);
    for (const set of sets) {
      const outside = sets.filter((each) => each.length === 1 && !isWithin(each, set));
      const parts = [set, ...outside].flatMap((each) => at(each) ?? []);
      const over = left(`options not told without ${keyOfCodes(set)}`);
      if (!isWhole && set.length > 1) builder.leaves("choices", sum, parts, over);
    }
    return sum;
  }

  /** What a sum leaves for one option is that option: it is as good as told, with its complement. */
  function tieUntold(sum: number, singles: readonly number[], code: number): void {
    const codes = [code];
    const any = describe(keyOfCells(codes), { kind: "answer", variable, codes }, valid);
    const cell = builder.leaves("choices", sum, singles, any);
    if (cell === undefined) return;
    const none = { kind: "no-answer", variable, codes } as const;
    builder.leaves("choices", valid, [cell], describe(`none ${code}`, none, valid));
  }

  function leave(
    of: string,
    whole: readonly number[],
    parts: readonly (readonly number[])[],
  ): void {
    const cell = at(whole);
    if (cell === undefined) return;
    builder.leaves(
      "choices",
      cell,
      parts.flatMap((each) => at(each) ?? []),
      left(of),
    );
  }
}

function isWithin(one: readonly number[], other: readonly number[]): boolean {
  return one.length < other.length && one.every((code) => other.includes(code));
}
