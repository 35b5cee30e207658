import { seededRandomness } from "#kernel";
import type { Said } from "./tiny-nation.ts";

/** How a nation of the tiny codebook is drawn. */
export type Draw = {
  readonly seed: number;
  readonly cases: number;
  /** Of a hundred answers, how many are lacking, and how many are a missing code. */
  readonly lacking: number;
  readonly missing: number;
  /** The higher, the rarer are the later options, down to nobody. */
  readonly skew: number;
};

/** The same draw gives the same cases. */
export function drawnNation({ seed, cases, lacking, missing, skew }: Draw): readonly Said[] {
  const chance = seededRandomness(seed);
  const option = (codes: readonly number[]) => {
    const at = codes.findIndex(() => chance.below(skew + 1) < skew / 2 + 0.6);
    return codes[Math.max(at, 0)] ?? 1;
  };
  const given = (codes: readonly number[], missingCodes: readonly number[]) => {
    if (chance.below(100) < lacking) return undefined;
    if (chance.below(100) < missing) return missingCodes[chance.below(missingCodes.length)];
    return option(codes);
  };
  return Array.from({ length: cases }, (): Said => {
    const sex = option([1, 2, 3]);
    if (chance.below(100) < lacking) return { sex, isBegun: false };
    const [honour, severity] = [given([1, 2], [99]), given([1, 2, 3, 4], [98, 99])];
    const left = sex === 1 ? given([1, 2], [99]) : undefined;
    const several = [1, 2, 3].filter(() => chance.below(skew + 1) === 0);
    const help = given([0], [99]) === 0 ? [...several, ...(several.length ? [] : [1])] : undefined;
    return { sex, isBegun: true, honour, severity, left, help: help ?? given([99], [99]) };
  });
}
