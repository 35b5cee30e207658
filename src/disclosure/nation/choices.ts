import type { Variable } from "#codebook";
import { type Amount, accumulate, difference, ofAll } from "./amount.ts";
import { allCells, chainCells } from "./cells.ts";
import type { Block } from "./partition.ts";
import { type Count, isSafeEverywhere, type Remainder } from "./remainder.ts";
import { isSafeOfBegun } from "./safe-block.ts";
import { countIn, keyOfCodes, type Tally } from "./tally.ts";

const nothing: Amount = new Int32Array(1);

/** What may be told of several choices: sets of options by `keyOfCodes`, and the sum of all. */
export type ShownChoices = { readonly sets: ReadonlySet<string>; readonly total: boolean };

export type ChoicePlan = {
  readonly question: Variable;
  /** Options first, in the codebook's order; then the indicators'; then what other questions rest on. */
  readonly candidates: readonly (readonly number[])[];
  /** The block that those who chose anything are in. */
  readonly chosen: Block;
  readonly remainders: readonly Remainder[];
  readonly beside: readonly Amount[];
  readonly hasTotal: boolean;
  /** A sensitive question: what all of a group say is told by none. */
  readonly isSensitive: boolean;
  /** Neither is what nobody says. */
  readonly guardsNobody: boolean;
  /** Whether a number may be told beside what was published of the round before. */
  readonly isSafeSince: (count: Count) => boolean;
};

/** A sum of counts with signs; `null` stands for the block of all who chose anything. */
type Form = {
  readonly parts: readonly Part[];
  /** Whether 0 tells of people: of all, or only where nobody is guarded; not where the codebook says so. */
  readonly nobody: "of all" | "guarded" | "by the codebook";
};

type Part = { readonly codes: readonly number[] | null; readonly sign: 1 | -1 };

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
  const size = (codes: readonly number[]) =>
    ofAll(tally?.choices.get(keyOfCodes(codes)) ?? nothing);
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
  const covers = (...sets: readonly (readonly number[])[]) =>
    options.every((code) => sets.some((each) => each.includes(code)));
  const nobody = (isImpossible: boolean) =>
    isImpossible ? ("by the codebook" as const) : ("guarded" as const);
  return [
    { parts: [plus(codes)], nobody: "guarded" },
    { parts: [plus(null), minus(codes)], nobody: covers(codes) ? "by the codebook" : "of all" },
    {
      parts: [plus(null), minus(codes), ...alone.map(minus)],
      nobody: nobody(covers(codes, ...alone)),
    },
    ...apart.map((each) => ({
      parts: [plus(null), minus(codes), minus(each)],
      nobody: nobody(covers(codes, each)),
    })),
    ...shown
      .filter((each) => isWithin(each, codes))
      .map((each) => ({ parts: [plus(codes), minus(each)], nobody: nobody(false) })),
    ...shown
      .filter((each) => isWithin(codes, each))
      .map((each) => ({ parts: [plus(each), minus(codes)], nobody: nobody(false) })),
    ...unions(all)
      .filter((parts) => parts.includes(codes))
      .map(([one, other, both]) => ({
        parts: [plus(one), plus(other), minus(both)],
        nobody: nobody(isExclusive(one) || isExclusive(other)),
      })),
    // Two sets that are all options together: those who chose from both.
    ...(isAlone
      ? shown
          .filter((each) => covers(each, codes))
          .map((each) => ({
            parts: [plus(codes), plus(each), minus(null)],
            nobody: nobody(isExclusive(codes) || isExclusive(each)),
          }))
      : []),
    // How often more than one of a set was chosen.
    ...all
      .filter((each) => each.length > 1 && each.every(isThere))
      .filter((each) => each === codes || (codes.length === 1 && isWithin(codes, each)))
      .map((each) => ({
        parts: [...each.map((code) => plus([code])), minus(each)],
        nobody: nobody(each.filter((code) => !exclusive.includes(code)).length < 2),
      })),
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

function isSafeForm(plan: ChoicePlan, { parts, nobody }: Form): boolean {
  const { remainders, chosen, guardsNobody, isSensitive } = plan;
  const isGuarded = (nobody === "guarded" && guardsNobody) || (nobody === "of all" && isSensitive);
  const countOf =
    (whole: Count): Count =>
    (tally) => {
      const sum = new Int32Array(tally.base.eligible.length);
      for (const { codes, sign } of parts) {
        const part = codes === null ? whole(tally) : tally.choices.get(keyOfCodes(codes));
        if (part === undefined) return undefined;
        accumulate(sum, part, sign);
      }
      return sum;
    };
  const countWithin = (whole: Block) => countOf((tally) => countIn(tally, whole));
  const among = isGuarded ? validIn : undefined;
  const hasWhole = parts.some(({ codes }) => codes === null);
  return (
    isSafeEverywhere(remainders, countWithin(chosen), among) &&
    (!hasWhole || isSafeOfBegun(chosen, plan, countOf)) &&
    // Before, those who chose anything may have been told together with others alone.
    [chosen, ...wholes(plan.question)].every((each) => plan.isSafeSince(countWithin(each)))
  );
}

function wholes(question: Variable): readonly Block[] {
  const all = allCells(question);
  const { eligible, asked, answered } = chainCells(all);
  return [all, eligible, asked, answered];
}

const validIn: Count = ({ base }) => base.valid;

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
  { question, remainders, chosen, guardsNobody, isSafeSince }: ChoicePlan,
  without: readonly (readonly number[])[] | null,
): boolean {
  const subtracted = (tally: Tally): readonly (Amount | undefined)[] => {
    if (without !== null) return without.map((codes) => tally.choices.get(keyOfCodes(codes)));
    return chosen.length === 1 ? [countIn(tally, chosen)] : [];
  };
  const isNothingLeft = without?.length === question.options.length;
  const count: Count = (tally) => {
    const counts = subtracted(tally).flatMap((each) => (each ? [each] : []));
    if (tally.total === undefined || counts.length < subtracted(tally).length) return undefined;
    return difference(tally.total, ...counts);
  };
  const among = guardsNobody && !isNothingLeft ? validIn : undefined;
  return isSafeEverywhere(remainders, count, among) && isSafeSince(count);
}
