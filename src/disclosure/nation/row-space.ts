import { inverse, prime } from "../modulo-prime.ts";
import type { Amount } from "./amount.ts";

/**
 * Equations over unknown counts, in exact arithmetic modulo a large prime. Answers which sums of
 * unknowns they settle, and to what. A sum that is settled over the whole numbers is settled modulo the
 * prime as well; the reverse can only err towards hiding.
 */
export class RowSpace {
  readonly #width: number;
  readonly #nothing: Amount;
  /** Each with a one at its pivot, where all others have zero below it. */
  readonly #rows: { readonly pivot: number; readonly row: Float64Array }[] = [];

  /** `attackers`: how many see the same equations, each with numbers of its own. */
  constructor(unknowns: number, attackers: number) {
    this.#width = unknowns;
    this.#nothing = new Int32Array(attackers);
  }

  /** The sum of the unknowns with these coefficients is `value`: one number for each attacker. */
  add(coefficients: Uint8Array, value: Amount): void {
    const row = this.#reduced(coefficients, value);
    const pivot = row.subarray(0, this.#width).findIndex((each) => each !== 0);
    if (pivot < 0) return;
    const scale = inverse(row[pivot] ?? 1);
    for (let at = 0; at < row.length; at++) row[at] = ((row[at] ?? 0) * scale) % prime;
    this.#rows.push({ pivot, row });
  }

  /** What the sum must be; `undefined` where the equations leave it open. */
  valueOf(coefficients: Uint8Array): Amount | undefined {
    const row = this.#reduced(coefficients, this.#nothing);
    for (let at = 0; at < this.#width; at++) if (row[at] !== 0) return undefined;
    return Int32Array.from(row.subarray(this.#width), (each) => (prime - each) % prime);
  }

  #reduced(coefficients: Uint8Array, value: Amount): Float64Array {
    const row = new Float64Array(this.#width + value.length);
    row.set(coefficients);
    row.set(value, this.#width);
    for (const { pivot, row: known } of this.#rows) {
      const factor = row[pivot] ?? 0;
      if (factor === 0) continue;
      for (let at = pivot; at < row.length; at++) {
        const next = ((row[at] ?? 0) - factor * (known[at] ?? 0)) % prime;
        row[at] = next < 0 ? next + prime : next;
      }
    }
    return row;
  }
}
