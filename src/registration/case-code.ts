import type { Randomness } from "#kernel";

/** No I, O, 0 or 1: the code is copied by hand into the person's file. */
const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const letters = 24;

/** `M-7F3K-2`: a letter and four characters at random (25 million codes), then a check character. */
export function newCaseCode(randomness: Randomness): string {
  const payload = [
    randomness.below(letters),
    ...Array.from({ length: 4 }, () => randomness.below(32)),
  ];
  return format([...payload, checkSymbol(payload)]);
}

/**
 * Reads a code as people write it: small letters, spaces or no hyphens.
 * @returns the code in its one written form, or `undefined` when a character is wrong or swapped.
 */
export function parseCaseCode(text: string): string | undefined {
  const symbols = [...text.toUpperCase().replace(/[\s–-]/g, "")].map((char) =>
    alphabet.indexOf(char),
  );
  const payload = symbols.slice(0, 5);
  if (symbols.length !== 6 || symbols.includes(-1) || (payload[0] ?? 0) >= letters)
    return undefined;
  return symbols[5] === checkSymbol(payload) ? format(symbols) : undefined;
}

/**
 * The forms in which some characters in a row can stand in a code, hyphens in place: `7F3K` as it is,
 * `M-7F3` and `3K-2` over a hyphen. None for what no code holds.
 */
export function partsOfCaseCode(text: string): readonly string[] {
  const part = text.toUpperCase().replace(/[\s–-]/g, "");
  const isCode = part.length > 0 && [...part].every((char) => alphabet.includes(char));
  if (!isCode || part.length > 6) return [];
  const places = Array.from({ length: 7 - part.length }, (_, place) => place);
  return [...new Set(places.map((place) => hyphened(part, place)))];
}

/** Hyphens follow the first and the fifth of a code's six characters. */
function hyphened(part: string, place: number): string {
  const chars = [...part];
  return chars
    .map((char, index) => ([1, 5].includes(place + index) && index > 0 ? `-${char}` : char))
    .join("");
}

/**
 * A check symbol over the field of 32 elements (x⁵ + x² + 1), each place weighted by its own power of
 * the generator: finds every wrong character and every swap of two neighbours.
 * Method: Wagner & Putter 1989, «Error detecting decimal digits», carried over to 32 symbols.
 */
function checkSymbol(payload: readonly number[]): number {
  return payload.reduce((sum, symbol) => timesGenerator(sum ^ symbol), 0);
}

function timesGenerator(element: number): number {
  const doubled = element << 1;
  return doubled > 31 ? doubled ^ 0b100101 : doubled;
}

function format(symbols: readonly number[]): string {
  const text = symbols.map((symbol) => alphabet[symbol]).join("");
  return `${text.slice(0, 1)}-${text.slice(1, 5)}-${text.slice(5)}`;
}
