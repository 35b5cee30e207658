import type { KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import { type MissingCode, type PhaseId, questionsOf } from "#codebook";
import { pickMissing, pickOption } from "../../keyboard/pick-answer.ts";
import { type KeyIntent, keyIntent } from "../../keyboard/question-keys.ts";
import { addRow } from "./add-row.ts";
import { answer, type OpenCase } from "./case-context.ts";
import { focusStep, stepOf } from "./focus-step.ts";
import { sheetNow } from "./sheet-now.ts";
import { completeStep, neighbour, questionStepId, type Step, stepsOf } from "./steps.ts";

type Desk = {
  readonly phase: PhaseId;
  readonly steps: readonly Step[];
  readonly openCase: OpenCase;
  readonly shortcuts: boolean;
  /** Whether a single answer given by its key also goes on. */
  readonly goesOn: boolean;
  readonly setGoesOn: (wanted: boolean) => void;
  readonly toggleDefinition: (stepId: string) => void;
};

type QuestionStep = Extract<Step, { kind: "question" }>;

/** Carries out what a key asks for, at the question that has focus. */
export function actOnKey(event: KeyboardEvent<HTMLElement>, desk: Desk): void {
  const focused = stepOf(event.target);
  const step = desk.steps.find(({ id }) => id === focused?.id);
  if (!focused || !step) return;
  const asked = askedAt(step);
  const intent = keyIntent(event, {
    control: focused.control,
    options: asked?.options.length ?? 0,
    missing: asked?.missing.map(({ code }) => code) ?? [],
    shortcuts: desk.shortcuts,
  });
  if (!intent) return;
  event.preventDefault();
  carryOut(intent, step, desk);
}

/** A button would take Ctrl+Enter for Enter, and add a row: it completes the phase from there too. */
export function completeFromButton(event: KeyboardEvent<HTMLElement>): void {
  const isAsked = event.key === "Enter" && (event.ctrlKey || event.metaKey);
  if (!isAsked || !(event.target instanceof Element) || !event.target.closest("button")) return;
  event.preventDefault();
  event.stopPropagation();
  pressComplete();
}

function pressComplete(): void {
  document.getElementById(`${completeStep.id}-knapp`)?.click();
}

function askedAt(step: Step) {
  if (step.kind === "question") return step.question;
  return step.kind === "add-row" ? step.first : undefined;
}

function carryOut(intent: KeyIntent, step: Step, desk: Desk) {
  const asked = step.kind === "question" ? step : undefined;
  switch (intent.kind) {
    case "next":
      return goOn(step.id, desk);
    case "previous":
      return focusStep(neighbour(desk.steps, step.id, -1)?.id ?? step.id);
    case "complete":
      return pressComplete();
    case "definition":
      return desk.toggleDefinition(step.id);
    case "pace":
      return desk.setGoesOn(!desk.goesOn);
    case "option":
      return asked && pickAt(desk, asked, intent.index);
    case "missing":
      return asked && missAt(desk, asked, intent.code);
    case "add-row":
      return step.kind === "add-row" ? addWith(desk, step, intent.index) : undefined;
  }
}

function pickAt(desk: Desk, step: QuestionStep, index: number): void {
  const { question, id, address } = step;
  const option = question.options[index];
  if (!option) return;
  const { view } = desk.openCase;
  const picked = pickOption(question, valueAt(view, address), option.code);
  // What is asked next may depend on the answer: it must be drawn before focus can go there.
  flushSync(() => answer(view.code, address, picked));
  if (desk.goesOn && question.type === "single") goOn(id, desk);
  else document.getElementById(`${id}-${option.code}`)?.focus();
}

function missAt(desk: Desk, { id, address, question }: QuestionStep, code: MissingCode): void {
  const { view } = desk.openCase;
  const picked = pickMissing(question, valueAt(view, address), code);
  flushSync(() => answer(view.code, address, picked));
  if (desk.goesOn && picked !== null) goOn(id, desk);
  else document.getElementById(`${id}-${code}`)?.focus();
}

function addWith(desk: Desk, { group, first }: Extract<Step, { kind: "add-row" }>, index: number) {
  const option = first?.options[index];
  if (!option) return;
  const { view } = desk.openCase;
  const address = flushSync(() => {
    const item = addRow(view.code, group, desk.phase);
    const added = { variable: first.id, item };
    answer(view.code, added, pickOption(first, undefined, option.code));
    return added;
  });
  const id = questionStepId(address);
  if (desk.goesOn && first.type === "single") goOn(id, desk);
  else focusStep(id);
}

/** The steps as they are at this moment, not as they were when the page was last drawn. */
function goOn(stepId: string, { openCase: { view, codebook }, phase }: Desk): void {
  const steps = stepsOf(questionsOf(codebook, sheetNow(view), phase));
  focusStep(neighbour(steps, stepId, 1)?.id ?? stepId);
}

function valueAt(view: OpenCase["view"], { variable, item }: QuestionStep["address"]) {
  const sheet = sheetNow(view);
  const answers =
    item === undefined ? sheet.answers : sheet.items.find(({ id }) => id === item)?.answers;
  return answers?.[variable];
}
