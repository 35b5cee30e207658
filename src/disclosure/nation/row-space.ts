import { inverse, prime } from "../modulo-prime.ts";
import type { Amount } from "./amount.ts";

/**
 * Equations over unknown counts, in exact arithmetic modulo a large prime. Answers which sums of
 * unknowns they settle, and to what. A sum that is settled over the whole numbers is settled modulo the
 * prime as well; the reverse can only err towards hiding.
 */
export class RowSpace {
  readonly #attackers: number;
  /** Each with a one at its pivot, where all others have zero below it. */
  readonly #rows: Row[] = [];

  /** `attackers`: how many see the same equations, each with numbers of its own. */
  constructor(attackers: number) {
    this.#attackers = attackers;
  }

  /** The sum of the unknowns with these coefficients is `value`: one number for each attacker. */
  add(coefficients: Uint8Array, value: Amount): void {
    const { left, taken } = this.#reduced(coefficients);
    const pivot = left.findIndex((each) => each !== 0);
    if (pivot < 0) return;
    const scale = inverse(left[pivot] ?? 1);
    const values = Float64Array.from(value);
    for (const { row, factor } of taken) subtract(values, row.values, factor, 0);
    multiply(left, scale);
    multiply(values, scale);
    this.#rows.push({ pivot, coefficients: left, values });
  }

  /** What the sum must be; `undefined` where the equations leave it open. */
  valueOf(coefficients: Uint8Array): Amount | undefined {
    const { left, taken } = this.#reduced(coefficients);
    if (left.some((each) => each !== 0)) return undefined;
    // Only now: of most sums nothing is settled, and of a large nation the attackers are many.
    const values = new Float64Array(this.#attackers);
    for (const { row, factor } of taken) subtract(values, row.values, factor, 0);
    return Int32Array.from(values, (each) => (prime - each) % prime);
  }

  /** What no equation says anything of, and how often each was taken off. */
  #reduced(coefficients: Uint8Array): {
    readonly left: Float64Array;
    readonly taken: readonly { readonly row: Row; readonly factor: number }[];
  } {
    const left = Float64Array.from(coefficients);
    const taken: { row: Row; factor: number }[] = [];
    for (const row of this.#rows) {
      const factor = left[row.pivot] ?? 0;
      if (factor === 0) continue;
      subtract(left, row.coefficients, factor, row.pivot);
      taken.push({ row, factor });
    }
    return { left, taken };
  }
}

type Row = {
  readonly pivot: number;
  readonly coefficients: Float64Array;
  readonly values: Float64Array;
};

/** Modulo the prime, from this place on. */
function subtract(from: Float64Array, row: Float64Array, factor: number, first: number): void {
  for (let at = first; at < from.length; at++) {
    const next = ((from[at] ?? 0) - factor * (row[at] ?? 0)) % prime;
    from[at] = next < 0 ? next + prime : next;
  }
}

function multiply(row: Float64Array, factor: number): void {
  for (let at = 0; at < row.length; at++) row[at] = ((row[at] ?? 0) * factor) % prime;
}
