import {
  type AnswerAddress,
  type AnswerSheet,
  type AskedQuestion,
  addressKey,
  type Codebook,
  evaluate,
  type PhaseId,
  type Question,
  questionsOf,
} from "#codebook";
import type { ItemId } from "#kernel";

/** One stop for the keyboard, in the order of the page. */
export type Step =
  | {
      readonly kind: "question";
      readonly id: string;
      readonly address: AnswerAddress;
      readonly question: Question;
    }
  | {
      readonly kind: "add-row";
      readonly id: string;
      readonly group: string;
      /** What a new row is asked first. */
      readonly first: Question | undefined;
    }
  | { readonly kind: "complete"; readonly id: string };

export const completeStep: Step = { kind: "complete", id: "klar" };

export function stepsOf(asked: readonly AskedQuestion[]): readonly Step[] {
  const steps = asked.flatMap((each): readonly Step[] => {
    if (each.kind === "question")
      return [questionStep(each.variable, { variable: each.variable.id })];
    const fields = each.rows.flatMap(({ item, fields: inRow }) =>
      inRow.map((field) => questionStep(field, { variable: field.id, item: item.id })),
    );
    const { id: group, fields: questions } = each.group;
    return [...fields, { kind: "add-row", id: addStepId(group), group, first: questions[0] }];
  });
  return [...steps, completeStep];
}

function questionStep(question: Question, address: AnswerAddress): Step {
  return { kind: "question", id: questionStepId(address), address, question };
}

/** The element's id: problems, labels and the keyboard all find a question by it. */
export function questionStepId(address: AnswerAddress): string {
  return `fraga-${addressKey(address)}`;
}

export function addStepId(group: string): string {
  return `lagg-till-${group}`;
}

/** The step before or after; at either end none, so that focus stays where it is. */
export function neighbour(
  steps: readonly Step[],
  id: string | undefined,
  direction: 1 | -1,
): Step | undefined {
  const at = steps.findIndex((step) => step.id === id);
  return at < 0 ? undefined : steps[at + direction];
}

export type PhaseProgress = { readonly answered: number; readonly asked: number };

/** How many of the phase's questions have an answer; the fields of rows count as questions. */
export function progressOf(codebook: Codebook, sheet: AnswerSheet, phase: PhaseId): PhaseProgress {
  const evaluation = evaluate(codebook, sheet);
  const addresses = stepsOf(questionsOf(codebook, sheet, phase)).flatMap((step) =>
    step.kind === "question" && step.question.required ? [step.address] : [],
  );
  const answered = addresses.filter((address) => evaluation.valueOf(address) !== undefined);
  return { answered: answered.length, asked: addresses.length };
}

/** Where the work goes on: the first question without an answer, else the end of the phase. */
export function firstUnanswered(codebook: Codebook, sheet: AnswerSheet, phase: PhaseId): Step {
  const evaluation = evaluate(codebook, sheet);
  const steps = stepsOf(questionsOf(codebook, sheet, phase));
  const open = steps.find(
    (step) => step.kind === "question" && evaluation.valueOf(step.address) === undefined,
  );
  return (
    open ??
    steps.find((step) => step.kind === "add-row" && isEmpty(sheet, step.group, phase)) ??
    completeStep
  );
}

function isEmpty(sheet: AnswerSheet, group: string, phase: PhaseId): boolean {
  return !sheet.items.some((item) => item.group === group && item.phase === phase);
}

export function rowTitle(label: string, index: number): string {
  return `${label} ${index + 1}`;
}

/** Names rows for messages: «Insats 2». */
export function rowNumber(sheet: AnswerSheet, item: ItemId): number {
  const found = sheet.items.find(({ id }) => id === item);
  const siblings = sheet.items.filter(
    ({ group, phase }) => group === found?.group && phase === found?.phase,
  );
  return siblings.findIndex(({ id }) => id === item) + 1;
}
