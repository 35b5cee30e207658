import type { AnswerValue, Variable } from "#codebook";
import { isToldInUnit } from "../client-stands-alone.ts";
import { absent } from "./carry.ts";
import type { CountedUnder } from "./counted-under.ts";

/** A client's question of the newest codebook, as it was asked under the codebook that she answered. */
export type AskedThen = {
  readonly question: Variable;
  /** Her answer in the newest's codes. */
  readonly answer: (value: AnswerValue) => AnswerValue;
};

/** `undefined`: not asked there of clients, of something else, or because of another answer of hers. */
export function askedThen(
  { codebook, carries }: CountedUnder,
  newest: Variable,
): AskedThen | undefined {
  const carry = carries ? (carries.get(newest) ?? absent) : undefined;
  if (carry && carry.kind !== "asked") return undefined;
  const id = carry?.from ?? newest.id;
  const question = codebook.variables.find((variable) => variable.id === id);
  if (!question || !isToldInUnit(codebook)(question)) return undefined;
  return { question, answer: carry?.answer ?? ((value) => value) };
}

/**
 * The codebook in whose words she was asked: answers from two of them are never of one batch, since what
 * is broken between them would leave fewer than five. A common question is the common codebook's, under
 * every version of a municipality's own.
 */
export function wordsOf({ codebook }: CountedUnder, { id }: Variable): string {
  const isAdded = id.includes(".");
  return isAdded ? codebook.id : (codebook.extends?.codebook ?? codebook.id);
}
