import { addressKey } from "./address.ts";
import type { AnswerAddress, AnswerSheet, Item } from "./answer.ts";
import type { Codebook, Field, RepeatGroup, Text, Variable } from "./codebook.ts";
import { type Evaluation, evaluate } from "./evaluate.ts";
import type { PhaseId } from "./phase.ts";

export type AskedRow = {
  readonly item: Item;
  /** Those that are asked in this row. */
  readonly fields: readonly Field[];
};

export type AskedQuestion =
  | { readonly kind: "question"; readonly variable: Variable }
  | { readonly kind: "group"; readonly group: RepeatGroup; readonly rows: readonly AskedRow[] };

/**
 * What a phase asks, in the order of the codebook. A repeat group stands where the first of its views
 * in the phase stands, else last; its rows are those added in the phase.
 */
export function questionsOf(
  codebook: Codebook,
  sheet: AnswerSheet,
  phase: PhaseId,
): readonly AskedQuestion[] {
  return questionsIn(codebook, sheet, phase, evaluate(codebook, sheet));
}

export type MissingAnswer = {
  /** `addressKey` of the question, or the group's id where it needs a first row. */
  readonly at: string;
  readonly label: Text;
} & (
  | { readonly kind: "answer"; readonly address: AnswerAddress }
  | { readonly kind: "row"; readonly group: string }
);

/** What keeps the phase from being complete: asked, required and unanswered. */
export function missingAnswers(
  codebook: Codebook,
  sheet: AnswerSheet,
  phase: PhaseId,
): readonly MissingAnswer[] {
  const evaluation = evaluate(codebook, sheet);
  return questionsIn(codebook, sheet, phase, evaluation).flatMap((asked): MissingAnswer[] => {
    if (asked.kind === "question") {
      return missingAt(evaluation, asked.variable, { variable: asked.variable.id });
    }
    const { group, rows } = asked;
    if (rows.length === 0 && group.requiredIn.includes(phase)) {
      return [{ kind: "row", group: group.id, at: group.id, label: group.label }];
    }
    return rows.flatMap(({ item, fields }) =>
      fields.flatMap((field) =>
        missingAt(evaluation, field, { variable: field.id, item: item.id }),
      ),
    );
  });
}

/** Answers that count as «not applicable», since their question is no longer asked. */
export function hiddenAnswers(codebook: Codebook, sheet: AnswerSheet): readonly AnswerAddress[] {
  const evaluation = evaluate(codebook, sheet);
  const ofCase = codebook.variables
    .filter(({ id, view }) => !view && Object.hasOwn(sheet.answers, id))
    .map(({ id }): AnswerAddress => ({ variable: id }));
  const ofRows = sheet.items.flatMap(({ id: item, group, answers }) =>
    (codebook.groups.find(({ id }) => id === group)?.fields ?? [])
      .filter(({ id }) => Object.hasOwn(answers, id))
      .map(({ id }): AnswerAddress => ({ variable: id, item })),
  );
  return [...ofCase, ...ofRows].filter((address) => evaluation.stateOf(address) === "not-asked");
}

/** Rows of groups that are no longer asked. */
export function hiddenItems(codebook: Codebook, sheet: AnswerSheet): readonly Item[] {
  const evaluation = evaluate(codebook, sheet);
  const groups = codebook.groups
    .map(({ id }) => id)
    .filter((group) => evaluation.groupState(group) === "not-asked");
  return sheet.items.filter(({ group }) => groups.includes(group));
}

function questionsIn(
  codebook: Codebook,
  sheet: AnswerSheet,
  phase: PhaseId,
  evaluation: Evaluation,
): readonly AskedQuestion[] {
  const waiting = new Set(codebook.groups.filter(({ phases }) => phases.includes(phase)));
  const questions: AskedQuestion[] = [];

  function add(group: RepeatGroup | undefined): void {
    if (!group || !waiting.delete(group) || evaluation.groupState(group.id) !== "asked") return;
    const rows = sheet.items
      .filter((item) => item.group === group.id && item.phase === phase)
      .map((item) => ({ item, fields: askedFields(evaluation, group, item) }));
    questions.push({ kind: "group", group, rows });
  }

  for (const variable of codebook.variables) {
    if (variable.phase !== phase) continue;
    if (variable.view) add(codebook.groups.find(({ id }) => id === variable.view?.group));
    else if (evaluation.stateOf({ variable: variable.id }) === "asked") {
      questions.push({ kind: "question", variable });
    }
  }
  for (const group of waiting) add(group);
  return questions;
}

function askedFields(evaluation: Evaluation, group: RepeatGroup, item: Item): readonly Field[] {
  return group.fields.filter(
    ({ id }) => evaluation.stateOf({ variable: id, item: item.id }) === "asked",
  );
}

function missingAt(
  evaluation: Evaluation,
  { required, label }: Variable | Field,
  address: AnswerAddress,
): MissingAnswer[] {
  if (!required || evaluation.valueOf(address) !== undefined) return [];
  return [{ kind: "answer", address, at: addressKey(address), label }];
}
