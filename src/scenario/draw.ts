import type { Randomness } from "#kernel";

/** Weights by code; they need not sum to a hundred. */
export type Shares = { readonly [code: number]: number };

/** One code, as likely as its share of the whole. */
export function drawCode(randomness: Randomness, shares: Shares): number {
  const entries = Object.entries(shares);
  const whole = entries.reduce((sum, [, weight]) => sum + weight, 0);
  let left = (randomness.below(1_000_000) / 1_000_000) * whole;
  for (const [code, weight] of entries) {
    left -= weight;
    if (left < 0) return Number(code);
  }
  return Number(entries.at(-1)?.[0]);
}

/** Every code by itself, with its share in percent: several, or none. */
export function drawSet(randomness: Randomness, shares: Shares): readonly number[] {
  return Object.entries(shares)
    .filter(([, percent]) => happens(randomness, percent))
    .map(([code]) => Number(code));
}

export function happens(randomness: Randomness, percent: number): boolean {
  return randomness.below(1000) < percent * 10;
}

/** A whole number; both ends are possible. */
export function between(randomness: Randomness, from: number, to: number): number {
  return from + randomness.below(Math.max(1, to - from + 1));
}

export function pick<Thing>(randomness: Randomness, things: readonly Thing[]): Thing {
  const thing = things[randomness.below(things.length)];
  if (thing === undefined) throw new Error("nothing to pick from");
  return thing;
}

/** Fisher and Yates' shuffle. */
export function shuffled<Thing>(
  randomness: Randomness,
  things: readonly Thing[],
): readonly Thing[] {
  const mixed = [...things];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = randomness.below(last + 1);
    [mixed[last], mixed[other]] = [mixed[other] as Thing, mixed[last] as Thing];
  }
  return mixed;
}
