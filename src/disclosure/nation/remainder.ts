import { type Amount, accumulate, isNobody, isSafe } from "./amount.ts";
import { type Domain, isNarrower, keyOfDomain } from "./one-way-table.ts";
import type { Tally } from "./tally.ts";

/**
 * Cases that are told apart by adding and subtracting domains: the domain itself, what is left of a
 * wider one without it, and what is left beside domains that exclude each other.
 */
export type Remainder = readonly { readonly tally: Tally; readonly sign: 1 | -1 }[];

export type Counted = { readonly domain: Domain; readonly tally: Tally };

/** `others`: the domains already settled, of the same question. */
export function remaindersOf(own: Counted, others: readonly Counted[]): readonly Remainder[] {
  const plus = ({ tally }: Counted) => ({ tally, sign: 1 as const });
  const minus = ({ tally }: Counted) => ({ tally, sign: -1 as const });
  const wider = others.filter(({ domain }) => isNarrower(own.domain, domain));
  const beside = siblingsOf(own.domain, others);
  return [
    [plus(own)],
    ...wider.map((each) => [plus(each), minus(own)]),
    ...wider
      .filter((each) => beside.some(({ domain }) => isNarrower(domain, each.domain)))
      .map((each) => {
        const within = beside.filter(({ domain }) => isNarrower(domain, each.domain));
        return [plus(each), minus(own), ...within.map(minus)];
      }),
    // In neither of two that overlap, where all four are counted.
    ...wider.flatMap((one, at) =>
      wider.slice(at + 1).flatMap((other) => {
        const both = new Set([...one.domain.keys(), ...other.domain.keys()]);
        const shared = new Map([...one.domain].filter(([key]) => other.domain.has(key)));
        const widest = wider.find(({ domain }) => keyOfDomain(domain) === keyOfDomain(shared));
        const isSplit =
          !isNarrower(one.domain, other.domain) && !isNarrower(other.domain, one.domain);
        if (!widest || !isSplit || both.size !== own.domain.size) return [];
        return [[plus(widest), minus(one), minus(other), plus(own)]];
      }),
    ),
  ];
}

/** Domains that differ in one answer to one question, so that no case is in both. */
export function siblingsOf<Each extends Counted>(
  own: Domain,
  others: readonly Each[],
): readonly Each[] {
  return others.filter(({ domain }) => {
    const [mine, ...more] = [...own].filter(([key]) => !domain.has(key)).map(([, each]) => each);
    const [yours, ...most] = [...domain].filter(([key]) => !own.has(key)).map(([, each]) => each);
    if (!mine || !yours || more.length > 0 || most.length > 0) return false;
    if (!("answer" in mine && "answer" in yours) || mine.answer !== yours.answer) return false;
    return !mine.in.some((code) => yours.in.includes(code));
  });
}

/** What some count amounts to in a remainder; `undefined` where one of its domains lacks it. */
export function amountIn(remainder: Remainder, count: Count): Amount | undefined {
  let amount: Amount | undefined;
  for (const { tally, sign } of remainder) {
    const found = count(tally);
    if (found === undefined) return undefined;
    amount ??= new Int32Array(found.length);
    accumulate(amount, found, sign);
  }
  return amount;
}

export type Count = (tally: Tally) => Amount | undefined;

/** `among`: where there is somebody among these, nobody in `count` is too few as well. */
export function isSafeEverywhere(
  remainders: readonly Remainder[],
  count: Count,
  among?: Count,
): boolean {
  return remainders.every((each) => {
    const amount = amountIn(each, count);
    if (amount === undefined) return true;
    if (!isSafe(amount)) return false;
    if (among === undefined || !isNobody(amount)) return true;
    const all = amountIn(each, among);
    return all !== undefined && isNobody(all);
  });
}
