import type { Answers, Codebook, Variable } from "#codebook";
import { pickOption } from "../../keyboard/pick-answer.ts";
import { askedAnswers, meetingQuestions } from "./meeting-questions.ts";

/** A meeting that is being noted, and at which of its steps one is. */
export type TallyDraft = { readonly answers: Answers; readonly at: number };

/** One screen: a question that must be answered, or, last, those that need not be. */
export type TallyStep =
  | { readonly kind: "question"; readonly question: Variable }
  | { readonly kind: "person"; readonly questions: readonly Variable[] };

export const emptyDraft: TallyDraft = { answers: {}, at: 0 };

/** As far as they are known: what is asked next may depend on what has not been answered yet. */
export function stepsOf(
  codebook: Codebook,
  { answers }: TallyDraft,
  asksAboutPerson: boolean,
): readonly TallyStep[] {
  const asked = meetingQuestions(codebook, answers);
  const optional = asked.filter(({ required }) => required === false);
  return [
    ...asked
      .filter(({ required }) => required !== false)
      .map((question): TallyStep => ({ kind: "question", question })),
    ...(asksAboutPerson && optional.length > 0
      ? [{ kind: "person" as const, questions: optional }]
      : []),
  ];
}

/**
 * A single answer goes on by itself; several are chosen before one goes on. What is optional goes on when
 * nothing of it is left to answer, and is taken back by choosing it again.
 */
export function pick(
  codebook: Codebook,
  draft: TallyDraft,
  step: TallyStep,
  question: Variable,
  code: number,
): TallyDraft {
  const current = draft.answers[question.id];
  const isAgain = current?.kind === "codes" && current.codes.includes(code);
  const picked = step.kind === "person" && isAgain ? null : pickOption(question, current, code);
  const { [question.id]: _, ...others } = draft.answers;
  const answers = askedAnswers(codebook, picked ? { ...others, [question.id]: picked } : others);
  const isDone =
    step.kind === "person"
      ? step.questions.every(({ id }) => answers[id])
      : question.type === "single";
  return { answers, at: draft.at + (isDone ? 1 : 0) };
}

/** On to the next step; `undefined`: this one must be answered first. */
export function goOn(draft: TallyDraft, step: TallyStep): TallyDraft | undefined {
  const isLeft = step.kind === "question" && !draft.answers[step.question.id];
  return isLeft ? undefined : { ...draft, at: draft.at + 1 };
}

/** Back to the step before, where its answer still stands. */
export function goBack(draft: TallyDraft): TallyDraft {
  return draft.at <= 1 ? emptyDraft : { ...draft, at: draft.at - 1 };
}

/** The option that a key stands for: of the questions of a step, counted through from 1. */
export function optionAt(
  step: TallyStep,
  key: string,
): { readonly question: Variable; readonly code: number } | undefined {
  if (!/^[1-9]$/.test(key)) return undefined;
  const questions = step.kind === "person" ? step.questions : [step.question];
  const all = questions.flatMap((question) =>
    question.options.map(({ code }) => ({ question, code })),
  );
  return all[Number(key) - 1];
}
