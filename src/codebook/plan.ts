import type { Codebook, RepeatGroup, Variable } from "./codebook.ts";
import type { Condition } from "./condition.ts";
import { evaluationOrder, type Step, stepName } from "./dependencies.ts";
import { holdsOneOf, type Seen } from "./seen.ts";
import { both, everyTrue, negate, someTrue, type Truth } from "./truth.ts";
import type { ResolvedView, Row } from "./view-of-rows.ts";

/** The state of one evaluation; arrays by position in the codebook. */
export type Frame = {
  readonly variables: Seen[];
  readonly groups: Truth[];
  readonly rows: readonly Row[][];
};

/** A condition with all names resolved to positions. `row`: where `field` looks. */
export type Rule = (frame: Frame, row: Row | undefined) => Truth;

export type PlannedStep =
  | {
      readonly kind: "variable";
      readonly index: number;
      readonly variable: Variable;
      readonly rule: Rule | undefined;
      readonly view: ResolvedView | undefined;
    }
  | { readonly kind: "group"; readonly index: number; readonly rule: Rule | undefined }
  | {
      readonly kind: "field";
      readonly group: number;
      readonly index: number;
      readonly field: string;
      readonly rule: Rule | undefined;
    };

/** A codebook prepared for evaluation, made once. */
export type Plan = {
  readonly codebook: Codebook;
  readonly variables: ReadonlyMap<string, number>;
  readonly groups: ReadonlyMap<string, number>;
  /** By group, then field. */
  readonly fields: readonly ReadonlyMap<string, number>[];
  readonly steps: readonly PlannedStep[];
  /** Conditions that were asked about besides, by themselves: whoever counts asks the same of each case. */
  readonly asked: WeakMap<Condition, Rule>;
};

/** What names are resolved by. */
type Names = Omit<Plan, "steps" | "asked">;

const plans = new WeakMap<Codebook, Plan>();

/** @throws for a codebook that `lintCodebook` refuses: unknown names, circular conditions. */
export function planOf(codebook: Codebook): Plan {
  const known = plans.get(codebook);
  if (known) return known;
  const plan = makePlan(codebook);
  plans.set(codebook, plan);
  return plan;
}

function makePlan(codebook: Codebook): Plan {
  const order = evaluationOrder(codebook);
  if (order.kind === "circle") {
    throw new Error(`circular conditions: ${order.path.map(stepName).join(" → ")}`);
  }
  const names: Names = {
    codebook,
    variables: positions(codebook.variables),
    groups: positions(codebook.groups),
    fields: codebook.groups.map((group) => positions(group.fields)),
  };
  const steps = order.steps.map((step) => planStep(names, step));
  return { ...names, steps, asked: new WeakMap() };
}

/** The rule of a condition about whole cases, compiled once. */
export function ruleOf(plan: Plan, condition: Condition): Rule {
  const known = plan.asked.get(condition);
  if (known) return known;
  const rule = compileCondition(plan, condition, undefined);
  plan.asked.set(condition, rule);
  return rule;
}

function planStep(names: Names, step: Step): PlannedStep {
  if (step.kind === "variable") {
    const index = position(names.variables, step.variable);
    const variable = names.codebook.variables[index] as Variable;
    const rule = compile(names, variable.condition, undefined);
    return { kind: "variable", index, variable, rule, view: resolveView(names, variable) };
  }
  const group = position(names.groups, step.group);
  const { condition, fields } = names.codebook.groups[group] as RepeatGroup;
  if (step.kind === "group") {
    return { kind: "group", index: group, rule: compile(names, condition, undefined) };
  }
  const index = position(names.fields[group], step.field);
  const rule = compile(names, fields[index]?.condition, group);
  return { kind: "field", group, index, field: step.field, rule };
}

function resolveView(names: Names, { view }: Variable): ResolvedView | undefined {
  if (!view) return undefined;
  const group = position(names.groups, view.group);
  const field = position(names.fields[group], view.field);
  const orderBy =
    view.orderBy === undefined ? undefined : position(names.fields[group], view.orderBy);
  return { view, group, field, orderBy };
}

/** `group`: the position of the repeat group whose row `field` looks at. */
function compile(
  names: Names,
  condition: Condition | undefined,
  group: number | undefined,
): Rule | undefined {
  return condition === undefined ? undefined : compileCondition(names, condition, group);
}

function compileCondition(names: Names, condition: Condition, group: number | undefined): Rule {
  if ("answer" in condition) {
    const index = position(names.variables, condition.answer);
    const isWanted = codeTable(condition.in);
    return (frame) => holdsOneOf(frame.variables[index] as Seen, isWanted);
  }
  if ("field" in condition) {
    if (group === undefined) throw new Error(`«field» outside a group: ${condition.field}`);
    const index = position(names.fields[group], condition.field);
    const isWanted = codeTable(condition.in);
    return (_frame, row) => holdsOneOf(row?.fields[index] as Seen, isWanted);
  }
  if ("all" in condition) {
    const rules = condition.all.map((part) => compileCondition(names, part, group));
    return (frame, row) => everyTrue(rules, (rule) => rule(frame, row));
  }
  if ("any" in condition) {
    const rules = condition.any.map((part) => compileCondition(names, part, group));
    return (frame, row) => someTrue(rules, (rule) => rule(frame, row));
  }
  if ("not" in condition) {
    const rule = compileCondition(names, condition.not, group);
    return (frame, row) => negate(rule(frame, row));
  }
  const rowsOf = position(names.groups, condition.someItem);
  const { phases } = condition;
  const where = compile(names, condition.where, rowsOf);
  return (frame) =>
    someTrue(frame.rows[rowsOf] ?? [], (row) => {
      if (phases && !phases.includes(row.item.phase)) return false;
      return where ? both(row.shown, where(frame, row)) : row.shown;
    });
}

/** Codes are small: a table by code is the quickest to ask. */
function codeTable(codes: readonly number[]): readonly boolean[] {
  const table: boolean[] = new Array(100).fill(false);
  for (const code of codes) table[code] = true;
  return table;
}

function positions(named: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(named.map(({ id }, index) => [id, index]));
}

function position(names: ReadonlyMap<string, number> | undefined, name: string): number {
  const index = names?.get(name);
  if (index === undefined) throw new Error(`the codebook has no «${name}»`);
  return index;
}
