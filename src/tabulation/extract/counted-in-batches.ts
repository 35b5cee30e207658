import type { Answers, AnswerValue, Codebook, Variable } from "#codebook";
import type { CaseId } from "#kernel";
import { isToldInUnit } from "../client-stands-alone.ts";
import { askedThen, wordsOf } from "../harmonise/carried-answers.ts";
import type { CountedUnders } from "../harmonise/counted-under.ts";

/** A client's answers as they are stored: sealed, apart from the case, never read back singly. */
export type SealedAnswers = {
  readonly caseId: CaseId;
  readonly answers: Answers;
  /**
   * Place in the unit's order of arrival: a number that only grows and is never given again. A later
   * answer must not come in before an earlier one, nor an earlier one go away with its case.
   */
  readonly arrival: number;
  /** The id of the codebook that the case rests on, which says what the answers mean. */
  readonly codebook: string;
};

/** Where answers were that have been taken away with their case: nothing of what they said. */
export type AnswersGone = Pick<SealedAnswers, "arrival" | "codebook"> & {
  /** The questions that were answered, and not skipped. */
  readonly gone: readonly string[];
};

/** So many new answers to a question must have come before a figure about it changes. */
export const batchSize = 5;

/**
 * The answers that may be counted inside the unit, by the newest codebook's variables and in its codes,
 * without a word of whose they are: of each question the first ⌊n / 5⌋ · 5 by arrival (`statistics.md` §2,
 * lane 1). Whoever looks before and after one survey sees no difference, and after five cannot tell them
 * apart. Each question is batched by itself, since clients skip questions: a batch of five surveys could
 * hold one single answer to it.
 *
 * A batch is of answers as they were given, in one codebook's words. So no later codebook moves its
 * bounds, and none can break four of five and leave the last one's answer alone.
 *
 * A skipped question (98) is no answer. It is told only together with answers that came after it.
 *
 * Answers that have been taken away keep their place in their batch, and the whole batch is counted no
 * more: were the others moved together, what went would be told by the difference.
 */
export function countedInBatches(
  newest: Codebook,
  underOf: CountedUnders,
  sealed: readonly (SealedAnswers | AnswersGone)[],
): ReadonlyMap<string, readonly AnswerValue[]> {
  const inOrder = sealed.toSorted((one, other) => one.arrival - other.arrival);
  return new Map(
    newest.variables
      .filter(isToldInUnit(newest))
      .map((variable) => [variable.id, countedOf(variable, underOf, inOrder)]),
  );
}

/** `counted` is `null` where the answer has been taken away. */
type Given = { readonly isSkipped: boolean; readonly counted: AnswerValue | null };

function countedOf(
  variable: Variable,
  underOf: CountedUnders,
  inOrder: readonly (SealedAnswers | AnswersGone)[],
): readonly AnswerValue[] {
  const byWords = new Map<string, Given[]>();
  const readingOf = rememberedReading(variable, underOf);
  for (const each of inOrder) {
    const reading = readingOf(each.codebook);
    const given = reading && givenOf(each, reading);
    if (!given) continue;
    const before = byWords.get(reading.words) ?? [];
    byWords.set(reading.words, before);
    before.push(given);
  }
  return [...byWords.values()].flatMap(wholeBatches);
}

function givenOf(
  each: SealedAnswers | AnswersGone,
  { question, answer }: NonNullable<ReturnType<ReturnType<typeof rememberedReading>>>,
): Given | undefined {
  if ("gone" in each) return { isSkipped: !each.gone.includes(question.id), counted: null };
  const value = own(each.answers, question.id);
  return value && { isSkipped: isSkipped(value), counted: answer(value) };
}

/** Asked for once a survey: of each codebook it is found once. */
function rememberedReading(variable: Variable, underOf: CountedUnders) {
  const found = (codebook: string) => {
    const under = underOf(codebook);
    const asked = askedThen(under, variable);
    return asked && { ...asked, words: wordsOf(under, asked.question) };
  };
  const known = new Map<string, ReturnType<typeof found>>();
  return (codebook: string) => {
    if (!known.has(codebook)) known.set(codebook, found(codebook));
    return known.get(codebook);
  };
}

function wholeBatches(given: readonly Given[]): readonly AnswerValue[] {
  const counted: AnswerValue[] = [];
  let batch: Given[] = [];
  let answered = 0;
  for (const each of given) {
    batch.push(each);
    if (!each.isSkipped) answered++;
    if (answered < batchSize) continue;
    const whole = batch.flatMap((one) => one.counted ?? []);
    if (whole.length === batch.length) counted.push(...whole);
    batch = [];
    answered = 0;
  }
  return counted;
}

/** By «98», or by choosing none. */
function isSkipped(value: AnswerValue): boolean {
  if (value.kind === "codes") return value.codes.length === 0;
  return value.kind === "missing" && value.code === 98;
}

function own(answers: Answers, variable: string): AnswerValue | undefined {
  return Object.hasOwn(answers, variable) ? answers[variable] : undefined;
}
