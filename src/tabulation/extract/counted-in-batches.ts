import type { Answers, AnswerValue, Codebook, Variable } from "#codebook";
import type { CaseId } from "#kernel";
import { isFromClient } from "../client-stands-alone.ts";

/** A client's answers as they are stored: sealed, apart from the case, never read back singly. */
export type SealedAnswers = {
  readonly caseId: CaseId;
  readonly answers: Answers;
  /**
   * Place in the unit's order of arrival: a number that only grows and is never given again. A later
   * answer must not come in before an earlier one, nor an earlier one go away with its case.
   */
  readonly arrival: number;
};

/** So many new answers to a question must have come before a figure about it changes. */
export const batchSize = 5;

/**
 * The answers that may be counted inside the unit: of each question the first ⌊n / 5⌋ · 5 by arrival
 * (`statistics.md` §2, lane 1). Whoever looks before and after one survey sees no difference, and
 * after five cannot tell them apart. Each question is batched by itself, since clients skip questions:
 * a batch of five surveys could hold one single answer to it.
 *
 * A skipped question (98) is no answer. It is told only together with answers that came after it.
 */
export function countedInBatches(
  codebook: Codebook,
  sealed: readonly SealedAnswers[],
): ReadonlyMap<CaseId, Answers> {
  const inOrder = sealed.toSorted((one, other) => one.arrival - other.arrival);
  const counted = new Map<CaseId, { [variable: string]: AnswerValue }>();
  for (const variable of codebook.variables.filter(isFromClient)) {
    for (const { caseId, value } of countedOf(variable, inOrder)) {
      const answers = counted.get(caseId) ?? {};
      answers[variable.id] = value;
      counted.set(caseId, answers);
    }
  }
  return counted;
}

function countedOf(variable: Variable, inOrder: readonly SealedAnswers[]) {
  const stored = inOrder.flatMap(({ caseId, answers }) => {
    const value = Object.hasOwn(answers, variable.id) ? answers[variable.id] : undefined;
    return value ? [{ caseId, value, isSkipped: isSkipped(value) }] : [];
  });
  const answered = stored.filter(({ isSkipped }) => !isSkipped).length;
  let left = Math.floor(answered / batchSize) * batchSize;
  const until = left === 0 ? 0 : stored.findIndex((each) => !each.isSkipped && --left === 0) + 1;
  return stored.slice(0, until);
}

function isSkipped(value: AnswerValue): boolean {
  return value.kind === "missing" && value.code === 98;
}
