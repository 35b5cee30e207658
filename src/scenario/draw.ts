import type { Randomness } from "#kernel";

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
