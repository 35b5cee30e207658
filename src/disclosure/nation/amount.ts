import { threshold } from "./threshold.ts";

/**
 * One count as everybody sees it: of all, then for each participant, in their order, what is left without
 * its own share, which it knows. Adds and subtracts like a number; all amounts of one count are as long.
 */
export type Amount = Int32Array;

/** `shares`: how many of `all` are each participant's own. */
export function amountOf(all: number, shares: readonly number[]): Amount {
  const amount = new Int32Array(shares.length + 1).fill(all);
  for (const [at, share] of shares.entries()) amount[at + 1] = all - share;
  return amount;
}

export function sum(one: Amount, ...others: readonly Amount[]): Amount {
  const total = one.slice();
  for (const each of others) accumulate(total, each, 1);
  return total;
}

export function difference(one: Amount, ...others: readonly Amount[]): Amount {
  const left = one.slice();
  for (const each of others) accumulate(left, each, -1);
  return left;
}

/** Adds in place; of large nations this is where the time goes. */
export function accumulate(into: Amount, each: Amount, factor: number): void {
  for (let at = 0; at < into.length; at++) {
    into[at] = (into[at] ?? 0) + factor * (each[at] ?? 0);
  }
}

export function ofAll(amount: Amount): number {
  return amount[0] ?? 0;
}

/** What the participant at this place knows of it: its own cases. */
export function shareIn(amount: Amount, participant: number): number {
  return ofAll(amount) - (amount[participant + 1] ?? 0);
}

export function isNobody(amount: Amount): boolean {
  return amount.every((each) => each === 0);
}

export function isSame(one: Amount, other: Amount): boolean {
  return one.every((each, at) => each === other[at]);
}

/** Nobody at all; or five, also without any one participant's share. */
export function isSafe(amount: Amount): boolean {
  return isNobody(amount) || amount.every((each) => each >= threshold);
}
