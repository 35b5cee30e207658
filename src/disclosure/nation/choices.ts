import type { Variable } from "#codebook";
import type { Block } from "./partition.ts";
import { isSafeEverywhere, type Remainder } from "./remainder.ts";
import { countIn, keyOfCodes, type Tally } from "./tally.ts";

/** What may be told of several choices: sets of options by `keyOfCodes`, and the sum of all. */
export type ShownChoices = { readonly sets: ReadonlySet<string>; readonly total: boolean };

export type ChoicePlan = {
  readonly question: Variable;
  /** Options first, in the codebook's order; then the indicators'; then what other questions rest on. */
  readonly candidates: readonly (readonly number[])[];
  /** The block that those who chose anything are in. */
  readonly chosen: Block;
  readonly remainders: readonly Remainder[];
  readonly hasTotal: boolean;
};

/** A sum of counts with signs; `null` stands for the block of all who chose anything. */
type Form = readonly { readonly codes: readonly number[] | null; readonly sign: 1 | -1 }[];

/**
 * Options of several choices cannot be added: a case may have given both. So none are merged; each is
 * a table of its own, with its complement, and one that is too few is hidden alone.
 */
export function shownChoices(plan: ChoicePlan): ShownChoices {
  let shown: readonly (readonly number[])[] = [];
  for (const codes of plan.candidates) {
    if (forms(codes, shown, plan).every((form) => isSafeForm(plan, form))) {
      shown = [...shown, codes];
    }
  }
  if (!plan.hasTotal) return { sets: new Set(shown.map(keyOfCodes)), total: false };
  // The sum of all options gives away what is left of it without those that are shown.
  const singles = shown.filter(({ length }) => length === 1);
  const tally = plan.remainders[0]?.[0]?.tally;
  const size = (codes: readonly number[]) => tally?.choices.get(keyOfCodes(codes)) ?? 0;
  const bySize = [...singles].sort((one, other) => size(one) - size(other));
  for (let hidden = 0; hidden <= bySize.length; hidden++) {
    const left = bySize.slice(hidden);
    if (!leftOvers(left, shown).every((each) => isSafeSum(plan, each))) continue;
    const without = new Set(bySize.slice(0, hidden));
    const sets = shown.filter((each) => !without.has(each));
    return { sets: new Set(sets.map(keyOfCodes)), total: true };
  }
  return { sets: new Set(shown.map(keyOfCodes)), total: false };
}

/** Every count of cases that comes within reach when this set is shown beside the others. */
function forms(
  codes: readonly number[],
  shown: readonly (readonly number[])[],
  plan: ChoicePlan,
): readonly Form[] {
  const { options: asked } = plan.question;
  const options = asked.map(({ code }) => code);
  const exclusive = asked.filter((each) => each.exclusive).map(({ code }) => code);
  const isAlone = plan.chosen.length === 1;
  const plus = (each: readonly number[] | null) => ({ codes: each, sign: 1 as const });
  const minus = (each: readonly number[] | null) => ({ codes: each, sign: -1 as const });
  const alone = shown.filter(
    (each) => !codes.some((code) => each.includes(code)) && isExclusive(each),
  );
  const apart = isExclusive(codes)
    ? shown.filter((each) => !each.some((code) => codes.includes(code)))
    : alone;
  const all = [...shown, codes];
  const isThere = (code: number) => all.some((each) => each.length === 1 && each[0] === code);
  return [
    [plus(codes)],
    [plus(null), minus(codes)],
    [plus(null), minus(codes), ...alone.map(minus)],
    ...apart.map((each) => [plus(null), minus(codes), minus(each)]),
    ...shown.filter((each) => isWithin(each, codes)).map((each) => [plus(codes), minus(each)]),
    ...shown.filter((each) => isWithin(codes, each)).map((each) => [plus(each), minus(codes)]),
    ...unions(all)
      .filter((parts) => parts.includes(codes))
      .map(([one, other, both]): Form => [plus(one), plus(other), minus(both)]),
    // Two sets that are all options together: those who chose from both.
    ...(isAlone
      ? shown
          .filter((each) => options.every((code) => each.includes(code) || codes.includes(code)))
          .map((each) => [plus(codes), plus(each), minus(null)])
      : []),
    // How often more than one of a set was chosen.
    ...all
      .filter((each) => each.length > 1 && each.every(isThere))
      .filter((each) => each === codes || (codes.length === 1 && isWithin(codes, each)))
      .map((each) => [...each.map((code) => plus([code])), minus(each)]),
  ];

  function isExclusive(set: readonly number[]): boolean {
    return set.every((code) => exclusive.includes(code));
  }
}

type Union = readonly [one: readonly number[], other: readonly number[], both: readonly number[]];

function unions(sets: readonly (readonly number[])[]): readonly Union[] {
  const byKey = new Map(sets.map((each) => [keyOfCodes(each), each]));
  return sets.flatMap((one, at) =>
    sets.slice(at + 1).flatMap((other): readonly Union[] => {
      const both = byKey.get(keyOfCodes([...new Set([...one, ...other])]));
      return both && both !== one && both !== other ? [[one, other, both]] : [];
    }),
  );
}

function isWithin(one: readonly number[], other: readonly number[]): boolean {
  return one.length < other.length && one.every((code) => other.includes(code));
}

function isSafeForm({ remainders, chosen }: ChoicePlan, form: Form): boolean {
  return isSafeEverywhere(remainders, (tally) => {
    let sum = 0;
    for (const { codes, sign } of form) {
      const count = codes === null ? countIn(tally, chosen) : tally.choices.get(keyOfCodes(codes));
      if (count === undefined) return undefined;
      sum += sign * count;
    }
    return sum;
  });
}

/** What the sum of all options is held against: options, an indicator's set and other options, cases. */
function leftOvers(
  singles: readonly (readonly number[])[],
  shown: readonly (readonly number[])[],
): readonly (readonly (readonly number[])[] | null)[] {
  const together = shown.filter(({ length }) => length > 1);
  return [
    null,
    singles,
    ...together.map((set) => [set, ...singles.filter(([code = 0]) => !set.includes(code))]),
  ];
}

/** The sum of all options without these, or (`null`) without the first option of each case. */
function isSafeSum(
  { remainders, chosen }: ChoicePlan,
  without: readonly (readonly number[])[] | null,
): boolean {
  const subtracted = (tally: Tally): readonly (number | undefined)[] => {
    if (without !== null) return without.map((codes) => tally.choices.get(keyOfCodes(codes)));
    return chosen.length === 1 ? [countIn(tally, chosen)] : [];
  };
  return isSafeEverywhere(remainders, ({ total, ...tally }) => {
    const counts = subtracted({ total, ...tally });
    if (total === undefined || counts.includes(undefined)) return undefined;
    return counts.reduce<number>((sum, count) => sum - (count ?? 0), total);
  });
}
