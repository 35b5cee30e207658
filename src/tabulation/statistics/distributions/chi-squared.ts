import { upperIncompleteGamma } from "./incomplete-gamma.ts";

/**
 * The probability that a chi-squared variable is at least x ≥ 0. Degrees of freedom: whole, at least 1.
 *
 * Source: Abramowitz & Stegun (1964), 26.4.19. Page: `docs/methods/distributions.md`.
 *
 * @throws on other numbers.
 */
export function chiSquaredSurvival(x: number, degreesOfFreedom: number): number {
  if (!Number.isInteger(degreesOfFreedom) || degreesOfFreedom < 1) {
    throw new Error(`no chi-squared distribution with ${degreesOfFreedom} degrees of freedom`);
  }
  return upperIncompleteGamma(degreesOfFreedom / 2, x / 2);
}
