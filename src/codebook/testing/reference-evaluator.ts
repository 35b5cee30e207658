import type { AnswerSheet, AnswerValue, Item } from "../answer.ts";
import type { Codebook, RepeatGroup, Variable } from "../codebook.ts";
import type { Condition } from "../condition.ts";

/**
 * The semantics of conditions once more, written for the reader and not for speed: no order, no plan.
 * Everything starts as unknown, and all is worked out again and again until nothing changes. Truth is
 * a number (0 false, ½ unknown, 1 true), so that «and» is the least and «or» the greatest.
 */
export type ReferenceState = { readonly [address: string]: number };

export function referenceEvaluation(codebook: Codebook, sheet: AnswerSheet): ReferenceState {
  let before: ReferenceState = {};
  for (;;) {
    const after = oneRound(codebook, sheet, before);
    if (JSON.stringify(after) === JSON.stringify(before)) return after;
    before = after;
  }
}

const unknown = 0.5;

type Scope = {
  readonly codebook: Codebook;
  readonly sheet: AnswerSheet;
  /** What the round before found out. */
  readonly asked: ReferenceState;
};

function oneRound(codebook: Codebook, sheet: AnswerSheet, asked: ReferenceState): ReferenceState {
  const scope: Scope = { codebook, sheet, asked };
  const found: { [address: string]: number } = {};
  for (const variable of codebook.variables) {
    const own = variable.condition ? truth(scope, variable.condition) : 1;
    const ofGroup = variable.view ? (asked[`[${variable.view.group}]`] ?? unknown) : 1;
    found[variable.id] = Math.min(own, ofGroup);
  }
  for (const group of codebook.groups) {
    const shown = group.condition ? truth(scope, group.condition) : 1;
    found[`[${group.id}]`] = shown;
    for (const item of sheet.items.filter((each) => each.group === group.id)) {
      for (const field of group.fields) {
        found[`${item.id}.${field.id}`] = Math.min(
          group.phases.includes(item.phase) ? shown : 0,
          field.condition ? truth(scope, field.condition, item) : 1,
        );
      }
    }
  }
  return found;
}

function truth(scope: Scope, condition: Condition, row?: Item): number {
  if ("not" in condition) return 1 - truth(scope, condition.not, row);
  if ("all" in condition) return Math.min(...condition.all.map((c) => truth(scope, c, row)));
  if ("any" in condition) return Math.max(...condition.any.map((c) => truth(scope, c, row)));
  if ("answer" in condition) {
    const variable = scope.codebook.variables.find(({ id }) => id === condition.answer);
    if (!variable) throw new Error(`no ${condition.answer}`);
    return isAmong(completions(scope, variable), condition.in);
  }
  if ("field" in condition) {
    if (!row) throw new Error("no row");
    return isAmong([fieldValue(scope, row, condition.field)], condition.in);
  }
  const group = groupOf(scope, condition.someItem);
  const truths = scope.sheet.items
    .filter((item) => item.group === group.id && group.phases.includes(item.phase))
    .filter((item) => !condition.phases || condition.phases.includes(item.phase))
    .map((item) =>
      Math.min(
        scope.asked[`[${group.id}]`] ?? unknown,
        condition.where ? truth(scope, condition.where, item) : 1,
      ),
    );
  return Math.max(0, ...truths);
}

/** «?» is an answer that is not known yet. */
type Value = AnswerValue | "?";

/** A list of values: one, or several of which any may match (a set that is still open ends in «?»). */
function isAmong(values: readonly Value[], wanted: readonly number[]): number {
  const truths = values.map((value) => {
    if (value === "?") return unknown;
    if (value.kind === "missing") return wanted.includes(value.code) ? 1 : 0;
    return value.kind === "codes" && value.codes.some((code) => wanted.includes(code)) ? 1 : 0;
  });
  return Math.max(...truths);
}

function completions(scope: Scope, variable: Variable): readonly Value[] {
  const state = scope.asked[variable.id] ?? unknown;
  if (state === 0) return [{ kind: "missing", code: 97 }];
  if (state === unknown) return ["?"];
  return variable.view ? referenceView(scope, variable) : [scope.sheet.answers[variable.id] ?? "?"];
}

function fieldValue(scope: Scope, item: Item, field: string): Value {
  const state = scope.asked[`${item.id}.${field}`] ?? unknown;
  if (state === 0) return { kind: "missing", code: 97 };
  return state === unknown ? "?" : (item.answers[field] ?? "?");
}

export function referenceViewValue(
  codebook: Codebook,
  sheet: AnswerSheet,
  variable: Variable,
): AnswerValue | undefined {
  const asked = referenceEvaluation(codebook, sheet);
  const values = completions({ codebook, sheet, asked }, variable);
  const [known = "?"] = values.filter((value) => value !== "?");
  return known === "?" ? undefined : known;
}

function referenceView(scope: Scope, { view }: Variable): readonly Value[] {
  if (!view) throw new Error("no view");
  const group = groupOf(scope, view.group);
  const rows = scope.sheet.items.filter(
    (item) =>
      item.group === group.id &&
      group.phases.includes(item.phase) &&
      (!view.phases || view.phases.includes(item.phase)),
  );
  const valueIn = (item: Item): Value =>
    scope.asked[`${item.id}.${view.field}`] === 0
      ? { kind: "missing", code: view.notAskedAs ?? 97 }
      : fieldValue(scope, item, view.field);
  if (rows.length === 0) return ["?"];

  if (view.take === "set") {
    const values = rows.map(valueIn);
    const open = values.includes("?") ? (["?"] as const) : [];
    const codes = values.flatMap((value) =>
      value !== "?" && value.kind === "codes" ? value.codes : [],
    );
    if (codes.length > 0) {
      const distinct = [...new Set(codes)].sort((a, b) => a - b);
      return [{ kind: "codes", codes: distinct }, ...open];
    }
    if (open.length > 0) return open;
    const missing = values.flatMap((value) =>
      value !== "?" && value.kind === "missing" ? [value] : [],
    );
    const [highest] = missing.sort((a, b) => b.code - a.code);
    return [highest ?? "?"];
  }

  const ranked = rows.map((item, entry) => ({
    item,
    entry,
    rank: rankOf(scope, item, view.orderBy),
  }));
  const withRank = ranked.filter(({ rank }) => rank !== "");
  const sorted = (withRank.length > 0 ? withRank : ranked).sort(
    (a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0) || a.entry - b.entry,
  );
  const chosen = view.take === "first" ? sorted[0] : sorted.at(-1);
  return [chosen ? valueIn(chosen.item) : "?"];
}

/** A text that sorts as the value does; empty where the row has nothing to order by. */
function rankOf(scope: Scope, item: Item, field: string | undefined): string {
  const value = field === undefined ? "?" : fieldValue(scope, item, field);
  if (value === "?" || value.kind === "missing") return "";
  if (value.kind === "date") return value.date;
  return String(value.kind === "number" ? value.number : value.codes[0]).padStart(8, "0");
}

function groupOf({ codebook }: Scope, name: string): RepeatGroup {
  const group = codebook.groups.find(({ id }) => id === name);
  if (!group) throw new Error(`no ${name}`);
  return group;
}
