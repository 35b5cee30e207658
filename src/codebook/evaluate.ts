import type { AnswerAddress, AnswerSheet, Answers, AnswerValue, Item } from "./answer.ts";
import type { Codebook } from "./codebook.ts";
import type { Condition } from "./condition.ts";
import { type Frame, type Plan, type PlannedStep, planOf, ruleOf } from "./plan.ts";
import {
  type AskState,
  hiddenSeen,
  pendingSeen,
  type Seen,
  seenAnswer,
  stateFrom,
} from "./seen.ts";
import { both, type Truth } from "./truth.ts";
import { type Row, viewOfRows } from "./view-of-rows.ts";

/** What is asked in one case, given its answers; all of it follows from these two alone. */
export type Evaluation = {
  /** Names and rows that the codebook does not have are not asked. */
  readonly stateOf: (address: AnswerAddress) => AskState;
  readonly groupState: (group: string) => AskState;
  /**
   * The answer that counts: 97 where the question is not asked, computed for views, and `undefined`
   * where nothing is registered yet.
   */
  readonly valueOf: (address: AnswerAddress) => AnswerValue | undefined;
  /** Both at once, for those who ask about every question of every case. */
  readonly seenAt: (address: AnswerAddress) => Pick<Seen, "state" | "value">;
  /** `undefined`: it rests on something that is not answered yet. */
  readonly holds: (condition: Condition) => boolean | undefined;
};

/** One sheet is asked about several times in a row, and sheets are never changed. */
let latest:
  | { readonly codebook: Codebook; readonly sheet: AnswerSheet; readonly evaluation: Evaluation }
  | undefined;

/**
 * The one evaluator of conditions, for browser and server. Pure, and independent of the order of
 * variables in the codebook and of the order of answering.
 * @throws for a codebook that `lintCodebook` refuses.
 */
export function evaluate(codebook: Codebook, sheet: AnswerSheet): Evaluation {
  if (latest?.sheet === sheet && latest.codebook === codebook) return latest.evaluation;
  latest = { codebook, sheet, evaluation: evaluated(codebook, sheet) };
  return latest.evaluation;
}

function evaluated(codebook: Codebook, sheet: AnswerSheet): Evaluation {
  const plan = planOf(codebook);
  const frame: Frame = {
    variables: new Array<Seen>(codebook.variables.length).fill(pendingSeen),
    groups: new Array<Truth>(codebook.groups.length).fill(undefined),
    rows: rowsByGroup(plan, sheet.items),
  };
  for (const step of plan.steps) take(step, frame, plan, sheet);
  let latestRow: Row | undefined;

  function seenAt({ variable, item }: AnswerAddress): Seen {
    if (item === undefined) {
      return frame.variables[plan.variables.get(variable) ?? -1] ?? hiddenSeen;
    }
    // The fields of one row are asked about one after another.
    if (latestRow?.item.id !== item) latestRow = rowOf(item, frame);
    return latestRow?.fields[latestRow.names?.get(variable) ?? -1] ?? hiddenSeen;
  }

  return {
    stateOf: (address) => seenAt(address).state,
    groupState: (group) => {
      const index = plan.groups.get(group);
      return index === undefined ? "not-asked" : stateFrom(frame.groups[index]);
    },
    valueOf: (address) => seenAt(address).value,
    seenAt,
    holds: (condition) => ruleOf(plan, condition)(frame, undefined),
  };
}

/** The state of one question; use `evaluate` where several are asked for. */
export function stateOf(codebook: Codebook, sheet: AnswerSheet, address: AnswerAddress): AskState {
  return evaluate(codebook, sheet).stateOf(address);
}

/** What a numbered view such as V15 amounts to; `undefined` while nothing is registered for it. */
export function viewValue(
  codebook: Codebook,
  sheet: AnswerSheet,
  variable: string,
): AnswerValue | undefined {
  return evaluate(codebook, sheet).valueOf({ variable });
}

function take(step: PlannedStep, frame: Frame, plan: Plan, sheet: AnswerSheet): void {
  if (step.kind === "group") {
    const shown = step.rule ? step.rule(frame, undefined) : true;
    frame.groups[step.index] = shown;
    const { phases = [] } = plan.codebook.groups[step.index] ?? {};
    for (const row of frame.rows[step.index] ?? []) {
      row.shown = phases.includes(row.item.phase) ? shown : false;
    }
  } else if (step.kind === "field") {
    for (const row of frame.rows[step.group] ?? []) {
      const asked = step.rule ? both(row.shown, step.rule(frame, row)) : row.shown;
      row.fields[step.index] =
        asked === true ? seenAnswer(own(row.item.answers, step.field)) : unaskedSeen(asked);
    }
  } else {
    const { index, variable, rule, view } = step;
    const condition = rule ? rule(frame, undefined) : true;
    const asked = view ? both(condition, frame.groups[view.group]) : condition;
    if (asked !== true) frame.variables[index] = unaskedSeen(asked);
    else if (view) frame.variables[index] = viewOfRows(view, frame.rows[view.group] ?? []);
    else frame.variables[index] = seenAnswer(own(sheet.answers, variable.id));
  }
}

function unaskedSeen(asked: false | undefined): Seen {
  return asked === undefined ? pendingSeen : hiddenSeen;
}

function rowOf(id: Item["id"], { rows }: Frame): Row | undefined {
  for (const ofGroup of rows) for (const row of ofGroup) if (row.item.id === id) return row;
  return undefined;
}

function rowsByGroup(plan: Plan, items: readonly Item[]): Row[][] {
  const rows: Row[][] = plan.codebook.groups.map(() => []);
  for (const item of items) {
    const group = plan.groups.get(item.group);
    if (group === undefined) continue;
    const names = plan.fields[group];
    const fields = new Array<Seen>(names?.size ?? 0).fill(pendingSeen);
    rows[group]?.push({ item, names, shown: undefined, fields });
  }
  return rows;
}

/** Names come from data: «constructor» must not be found on every object. */
function own(answers: Answers, name: string): AnswerValue | undefined {
  return Object.hasOwn(answers, name) ? answers[name] : undefined;
}
