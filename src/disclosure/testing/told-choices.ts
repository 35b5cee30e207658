import type { Variable } from "#codebook";
import { amountOf, ofAll } from "../nation/amount.ts";
import { otherCells } from "../nation/cells.ts";
import { type ChoicePlan, shownChoices } from "../nation/choices.ts";
import { keyOfCodes, type Tally } from "../nation/tally.ts";
import { tinyCodebook } from "./tiny-nation.ts";

const help = tinyCodebook.variables.find(({ id }) => id === "help") as Variable;

/** So many chose these options. */
type Group = { readonly count: number; readonly chosen: readonly number[] };
export type Sets = readonly (readonly number[])[];

export type Asked = {
  readonly candidates?: Sets;
  readonly hasTotal?: boolean;
  /** Of how many options: three unless told. */
  readonly of?: number;
  /** Options that nobody chooses with another. */
  readonly alone?: readonly number[];
  readonly plan?: Partial<ChoicePlan>;
  /** Told in one block with those who chose: cases that did not answer. */
  readonly silent?: number;
  /** Of each group: how many are one participant's own. */
  readonly own?: readonly number[];
};

export const single: Sets = [[1], [2], [3]];

/** `20:1 6:1+2`: twenty chose 1 alone, six chose 1 and 2. */
function groupsIn(written: string): readonly Group[] {
  return written.split(" ").map((each) => {
    const [count = "", codes = ""] = each.split(":");
    return { count: Number(count), chosen: codes.split("+").map(Number) };
  });
}

export function tallyOf(written: string, candidates: Sets, silent = 0, own?: readonly number[]) {
  const groups = groupsIn(written);
  const sharesOf = (weight: (group: Group) => number) => {
    const each = groups.map((group) => weight(group));
    const all = groups.reduce((sum, { count }, at) => sum + count * (each[at] ?? 0), 0);
    const mine = (own ?? []).reduce((sum, count, at) => sum + count * (each[at] ?? 0), 0);
    return amountOf(all, own ? [mine] : []);
  };
  const valid = sharesOf(() => 1);
  const eligible = amountOf(ofAll(valid) + silent, own ? [own.reduce((a, b) => a + b, 0)] : []);
  const tally: Tally = {
    base: { eligible, asked: eligible, answered: valid, valid },
    blocks: [
      { cells: [otherCells.chosen], count: valid },
      { cells: [98], count: amountOf(silent, own ? [0] : []) },
    ],
    choices: new Map(
      candidates.map((codes) => [
        keyOfCodes(codes),
        sharesOf(({ chosen }) => Number(chosen.some((code) => codes.includes(code)))),
      ]),
    ),
    total: sharesOf(({ chosen }) => chosen.length),
    ...{ begunNotAsked: [], alike: [] },
  };
  return tally;
}

/** What may be told of them: the sets in the order of the candidates, and whether the sum of all is. */
export function told(groups: string, asked: Asked = {}): string {
  const { candidates = single, hasTotal = false, alone = [], plan, silent, own, of = 3 } = asked;
  const options = Array.from({ length: of }, (_, at) => ({
    ...{ code: at + 1, label: help.label },
    ...(alone.includes(at + 1) ? { exclusive: true } : {}),
  }));
  const shown = shownChoices({
    question: { ...help, options } as Variable,
    candidates,
    chosen: silent === undefined ? [otherCells.chosen] : [otherCells.chosen, 98],
    remainders: [[{ tally: tallyOf(groups, candidates, silent, own), sign: 1 }]],
    ...{
      beside: [],
      comeSoFar: [],
      hasTotal,
      isSensitive: true,
      guardsNobody: false,
      isSafeSince: () => true,
    },
    ...plan,
  });
  const sets = candidates.filter((codes) => shown.sets.has(keyOfCodes(codes)));
  return [...sets.map((codes) => codes.join("+")), ...(shown.total ? ["sum"] : [])].join(" ");
}
