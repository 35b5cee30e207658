import type { KeyboardEvent } from "react";
import type { MissingCode } from "#codebook";
import { pickMissing, pickOption } from "../../keyboard/pick-answer.ts";
import { type KeyIntent, keyIntent } from "../../keyboard/question-keys.ts";
import { answer, type OpenCase } from "./case-context.ts";
import { focusStep, stepOf } from "./focus-step.ts";
import { completeStep, neighbour, type Step } from "./steps.ts";

type Desk = {
  readonly steps: readonly Step[];
  readonly openCase: OpenCase;
  readonly shortcuts: boolean;
  readonly toggleDefinition: (stepId: string) => void;
};

type QuestionStep = Extract<Step, { kind: "question" }>;

/** Carries out what a key asks for, at the question that has focus. */
export function actOnKey(event: KeyboardEvent<HTMLElement>, desk: Desk): void {
  const focused = stepOf(event.target);
  const step = desk.steps.find(({ id }) => id === focused?.id);
  if (!focused || !step) return;
  const asked = step.kind === "question" ? step : undefined;
  const intent = keyIntent(event, {
    control: focused.control,
    options: asked?.question.options.length ?? 0,
    missing: asked?.question.missing.map(({ code }) => code) ?? [],
    shortcuts: desk.shortcuts,
  });
  if (!intent) return;
  event.preventDefault();
  carryOut(intent, step, desk);
}

function carryOut(intent: KeyIntent, step: Step, desk: Desk) {
  const asked = step.kind === "question" ? step : undefined;
  switch (intent.kind) {
    case "next":
      return focusStep(neighbour(desk.steps, step.id, 1)?.id ?? step.id);
    case "previous":
      return focusStep(neighbour(desk.steps, step.id, -1)?.id ?? step.id);
    case "complete":
      return document.getElementById(`${completeStep.id}-knapp`)?.click();
    case "definition":
      return desk.toggleDefinition(step.id);
    case "option":
      return asked && pickAt(desk.openCase, asked, intent.index);
    case "missing":
      return asked && missAt(desk.openCase, asked, intent.code);
  }
}

function pickAt({ view, sheet }: OpenCase, { id, address, question }: QuestionStep, index: number) {
  const option = question.options[index];
  if (!option) return;
  answer(view, address, pickOption(question, valueAt(sheet, address), option.code));
  document.getElementById(`${id}-${option.code}`)?.focus();
}

function missAt(
  { view, sheet }: OpenCase,
  { id, address, question }: QuestionStep,
  code: MissingCode,
) {
  answer(view, address, pickMissing(question, valueAt(sheet, address), code));
  document.getElementById(`${id}-${code}`)?.focus();
}

function valueAt(sheet: OpenCase["sheet"], { variable, item }: QuestionStep["address"]) {
  const answers =
    item === undefined ? sheet.answers : sheet.items.find(({ id }) => id === item)?.answers;
  return answers?.[variable];
}
