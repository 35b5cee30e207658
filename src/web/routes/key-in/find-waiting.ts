import { parseCaseCode } from "#registration";
import type { WaitingToKeyIn } from "#server";

export type WaitingCase = WaitingToKeyIn["surveys"][number];

/** The characters of a code after its first: what is typed from a pile of papers. */
const lastCharacters = 5;

/**
 * The code that is meant by what is typed so far: when all six characters are there and right, or when the
 * last five of exactly one waiting case are, and none of them is only on its way to being six.
 */
export function readTypedCode(typed: string, waiting: readonly WaitingCase[]): string | undefined {
  const whole = parseCaseCode(typed);
  if (whole) return whole;
  const characters = bare(typed);
  if (characters.length !== lastCharacters) return undefined;
  const codes = waiting.map(({ caseCode }) => caseCode);
  if (codes.some((code) => bare(code).startsWith(characters))) return undefined;
  const [only, ...others] = codes.filter((code) => bare(code).endsWith(characters));
  return others.length === 0 ? only : undefined;
}

function bare(code: string): string {
  return code.toUpperCase().replace(/[\s–-]/g, "");
}
