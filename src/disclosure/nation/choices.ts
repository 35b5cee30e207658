import type { Variable } from "#codebook";
import { type Amount, accumulate, ofAll } from "./amount.ts";
import { allCells, chainCells } from "./cells.ts";
import {
  isWithinReach,
  type Member,
  mayBeAnybody,
  type Sum,
  sumsOf,
  type Term,
  type ToldChoices,
} from "./choice-sums.ts";
import type { Block } from "./partition.ts";
import type { ComeSoFar } from "./phases.ts";
import { amountIn, type Count, isSafeEverywhere, type Remainder } from "./remainder.ts";
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
  readonly comeSoFar: readonly ComeSoFar[];
  readonly hasTotal: boolean;
  /** A sensitive question: what all of a group say is told by none. */
  readonly isSensitive: boolean;
  /** Neither is what nobody says. */
  readonly guardsNobody: boolean;
  /** Whether a number may be told beside what was published of the round before. */
  readonly isSafeSince: (count: Count) => boolean;
};

/**
 * Options of several choices cannot be added: a case may have given both. So none are merged; each is
 * a table of its own, with its complement, and one that is too few is hidden alone.
 */
export function shownChoices(plan: ChoicePlan): ShownChoices {
  let shown: readonly (readonly number[])[] = [];
  for (const codes of plan.candidates) {
    const told = toldWith(plan, [...shown, codes]);
    const isNew = ({ of }: Term) => of === codes;
    if (isWithinReach(told) && areSafe(plan, told, isNew)) shown = [...shown, codes];
  }
  if (!plan.hasTotal) return { sets: new Set(shown.map(keyOfCodes)), total: false };
  // The sum of all options gives away what is left of it without those that are shown.
  const tally = plan.remainders[0]?.[0]?.tally;
  const size = (codes: readonly number[]) =>
    ofAll(tally?.choices.get(keyOfCodes(codes)) ?? nothing);
  const singles = shown.filter(({ length }) => length === 1);
  const bySize = singles.sort((one, other) => size(one) - size(other));
  for (let hidden = 0; hidden <= bySize.length; hidden++) {
    const without = new Set(bySize.slice(0, hidden));
    const sets = shown.filter((each) => !without.has(each));
    const told = { ...toldWith(plan, sets), hasTotal: true };
    if (!isWithinReach(told) || !areSafe(plan, told, ({ of }) => of === "total")) continue;
    return { sets: new Set(sets.map(keyOfCodes)), total: true };
  }
  return { sets: new Set(shown.map(keyOfCodes)), total: false };
}

function toldWith(
  { question, chosen }: ChoicePlan,
  sets: readonly (readonly number[])[],
): ToldChoices {
  return { question, sets, isAlone: chosen.length === 1, hasTotal: false };
}

/** All that comes within reach and that this has a part in. */
function areSafe(plan: ChoicePlan, told: ToldChoices, isNew: (term: Term) => boolean): boolean {
  const { guardsNobody, isSensitive, question } = plan;
  const found = sumsOf(told);
  const withNew = (sums: readonly Sum[]) => sums.filter((sum) => sum.some(isNew));
  const isSafe = (sum: Sum, isGuarded: boolean) =>
    isSafeSum(plan, sum, isGuarded && mayBeAnybody(sum, question));
  return (
    withNew(found.sums).every((sum) => isSafe(sum, guardsNobody)) &&
    withNew(found.others).every((sum) => isSafe(sum, isSensitive)) &&
    !(isSensitive && plan.remainders.some((each) => tellsOneOfAll(plan, found.counted, each)))
  );
}

/** @param isGuarded whether nobody is too few as well, where somebody gave an answer. */
function isSafeSum(plan: ChoicePlan, sum: Sum, isGuarded: boolean): boolean {
  const { remainders, chosen, question, isSafeSince } = plan;
  const countOf = (whole: Count) => countOfSum(sum, whole);
  const countWithin = (whole: Block) => countOf((tally) => countIn(tally, whole));
  const isPartOfAll = sum.some(({ of, times }) => of === "all" && times > 0);
  // Before, those who chose anything may have been told together with others alone.
  const before = isPartOfAll ? [chosen, ...wholes(question)] : [chosen];
  return (
    isSafeEverywhere(remainders, countWithin(chosen), isGuarded ? validIn : undefined) &&
    (!isPartOfAll || isSafeOfBegun(chosen, plan, countOf)) &&
    before.every((each) => isSafeSince(countWithin(each)))
  );
}

/** Whether nobody who gave an answer chose anything without one and the same option, as far as is told. */
function tellsOneOfAll(
  { question: { options }, chosen }: ChoicePlan,
  counted: readonly Member[],
  remainder: Remainder,
): boolean {
  const valid = amountIn(remainder, validIn);
  if (valid === undefined || ofAll(valid) === 0) return false;
  const members = counted.flatMap(({ codes, sum }) => {
    const amount = amountIn(
      remainder,
      countOfSum(sum, (tally) => countIn(tally, chosen)),
    );
    return amount ? [{ codes, cases: ofAll(amount) }] : [];
  });
  return options.some(({ code }) => {
    const own = members.find(({ codes }) => codes.length === 1 && codes.includes(code));
    return options.every(
      (each) =>
        each.code === code ||
        members.some(
          ({ codes, cases }) =>
            codes.includes(each.code) && cases === (codes.includes(code) ? own?.cases : 0),
        ),
    );
  });
}

function countOfSum(sum: Sum, whole: Count): Count {
  return (tally) => {
    const amount = new Int32Array(tally.base.eligible.length);
    for (const { of, times } of sum) {
      const part = of === "all" ? whole(tally) : countOfTold(tally, of);
      if (part === undefined) return undefined;
      accumulate(amount, part, times);
    }
    return amount;
  };
}

function countOfTold(tally: Tally, of: Exclude<Term["of"], "all">): Amount | undefined {
  return of === "total" ? tally.total : tally.choices.get(keyOfCodes(of));
}

function wholes(question: Variable): readonly Block[] {
  const all = allCells(question);
  const { eligible, asked, answered } = chainCells(all);
  return [all, eligible, asked, answered];
}

const validIn: Count = ({ base }) => base.valid;
