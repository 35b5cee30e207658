import { type Problem, problem } from "#kernel";
import { guessedWords } from "./guessed-words.ts";

/** Source: OWASP ASVS 5.0, 6.2.1 and 6.2.9: twelve at least, and no reason to refuse a long sentence. */
export const shortestPassword = 12;
export const longestPassword = 1000;

/** So many characters have to be left when all that is guessed first has been taken away. */
const leftAtLeast = 4;

/** Rows of keyboards and of the alphabet, and their way back. */
const rows = [
  "1234567890",
  "qwertyuiopå",
  "asdfghjklöä",
  "zxcvbnm",
  "abcdefghijklmnopqrstuvwxyzåäö",
  "1qaz2wsx3edc4rfv5tgb6yhn",
  "qazwsxedcrfvtgbyhnujm",
  "1q2w3e4r5t6y7u8i9o0p",
].flatMap((row) => [row, [...row].reverse().join("")]);

/**
 * What is wrong with a new password: too short; or, with what everybody tries first taken away (the
 * commonest passwords, runs on the keyboard, repetitions, and the names that belong to her and to us),
 * hardly anything is left. Nobody is asked for capitals, digits or signs: that makes passwords that are
 * guessed as easily and remembered worse.
 * @param names hers, her municipality's and the program's
 */
export function checkNewPassword(password: string, names: readonly string[]): readonly Problem[] {
  const plain = password.normalize("NFKC").toLowerCase();
  if ([...plain].length < shortestPassword) {
    return [problem("password-too-short", "password", { shortest: shortestPassword })];
  }
  const own = names.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const words = [...own.filter((word) => word.length > 2), ...guessedWords];
  const longestFirst = words.toSorted((one, other) => other.length - one.length);
  return whatIsLeft(plain, longestFirst).length < leftAtLeast
    ? [problem("password-guessable", "password")]
    : [];
}

/** «p4$$w0rd» is guessed right after «password». */
function withLettersForSigns(text: string): string {
  const letters: { readonly [sign: string]: string } = {
    "0": "o",
    "1": "i",
    "3": "e",
    "4": "a",
    "5": "s",
    "7": "t",
    "@": "a",
    $: "s",
    "!": "i",
  };
  return [...text].map((sign) => letters[sign] ?? sign).join("");
}

function whatIsLeft(text: string, longestFirst: readonly string[]): string {
  let left = text;
  let read = withLettersForSigns(text);
  for (const word of longestFirst) {
    for (let at = find(word); at >= 0; at = find(word)) {
      [left, read] = [blank(left, at, word.length), blank(read, at, word.length)];
    }
  }
  const pieces = left
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((piece) => withoutRuns(piece).match(/\p{N}+|[^\p{N}]+/gu) ?? []);
  return [...new Set(pieces.filter((piece) => !isYearOrSo(piece)))].join("");

  function find(word: string): number {
    return Math.max(left.indexOf(word), read.indexOf(word));
  }
}

function blank(text: string, from: number, length: number): string {
  return text.slice(0, from) + " ".repeat(length) + text.slice(from + length);
}

/** What is left of three or more in a row, of a keyboard, of the alphabet, or of the same again. */
function withoutRuns(text: string): string {
  let left = text.replaceAll(/(.{1,6}?)\1{2,}|^(.{2,})\2$/gu, "");
  for (let from = 0; from < left.length; from++) {
    let length = 2;
    while (from + length < left.length && isRun(left.slice(from, from + length + 1))) length++;
    if (length < 3) continue;
    left = left.slice(0, from) + left.slice(from + length);
    from--;
  }
  return left;
}

function isRun(text: string): boolean {
  return rows.some((row) => row.includes(text) || `${row}${row}`.includes(text));
}

/** A few digits beside a word: a year, a birthday, the number of the month. */
function isYearOrSo(text: string): boolean {
  return /^\d{1,4}$/.test(text);
}
