/** The only way to chance: passed in, so that a test or the demo can repeat it. */
export type Randomness = {
  /** Uniform over whole numbers 0 … below − 1. */
  readonly below: (limit: number) => number;
  readonly bytes: (length: number) => Uint8Array;
};

/** Cryptographically strong: for codes, tokens and identifiers. Exists in Node and in browsers. */
export const strongRandomness: Randomness = {
  below: (limit) => {
    // Rejection keeps the draw uniform: a bare remainder would favour the low numbers.
    const ceiling = Math.floor(0x1_0000_0000 / limit) * limit;
    for (;;) {
      const [draw = 0] = crypto.getRandomValues(new Uint32Array(1));
      if (draw < ceiling) return draw % limit;
    }
  },
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
};

/**
 * Repeatable: the same seed gives the same draws on every machine. Never for secrets.
 * Mulberry32, a public-domain generator by Tommy Ettinger.
 */
export function seededRandomness(seed: number): Randomness {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }
  return {
    below: (limit) => Math.floor((next() / 0x1_0000_0000) * limit),
    bytes: (length) => Uint8Array.from({ length }, () => next() & 0xff),
  };
}

/** A random identifier of 128 bits, as 32 hexadecimal digits. */
export function randomId(randomness: Randomness): string {
  return Array.from(randomness.bytes(16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
