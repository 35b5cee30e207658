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

/** From one state of the seeded generator to the next. */
const seedStep = 0x6d2b79f5;
const drawsPerStretch = 8192;

/**
 * Repeatable: the same seed gives the same draws on every machine. Never for secrets.
 * Mulberry32, a public-domain generator by Tommy Ettinger.
 */
export function seededRandomness(seed: number): Randomness {
  let state = seed >>> 0;
  function next(): number {
    state = (state + seedStep) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }
  return {
    below: (limit) => Math.floor((next() / 0x1_0000_0000) * limit),
    bytes: (length) => new Uint8Array(length).map(() => next() & 0xff),
  };
}

/**
 * A stretch of 8 192 draws of its own for each of up to half a million things: stretches of one seed do
 * not overlap, so no two things come to the same identifiers.
 */
export function seededStretch(seed: number, index: number): Randomness {
  return seededRandomness(seed + Math.imul(index, Math.imul(seedStep, drawsPerStretch)));
}

/** A random identifier of 128 bits, as 32 hexadecimal digits. */
export function randomId(randomness: Randomness): string {
  let digits = "";
  for (const byte of randomness.bytes(16)) digits += byte.toString(16).padStart(2, "0");
  return digits;
}
