import type { Codebook } from "./codebook.ts";
import { type Reference, referencesIn } from "./references.ts";

/** All that has a state of its own: a variable, a repeat group, or a field in all rows of a group. */
export type Step =
  | { readonly kind: "variable"; readonly variable: string }
  | { readonly kind: "group"; readonly group: string }
  | { readonly kind: "field"; readonly group: string; readonly field: string };

export type Order =
  /** Each step comes after all that its condition looks at. */
  | { readonly kind: "order"; readonly steps: readonly Step[] }
  /** The steps of the first circle found; the first is repeated at the end. */
  | { readonly kind: "circle"; readonly path: readonly Step[] };

/** The order in which conditions can be evaluated. Names that do not exist are passed over. */
export function evaluationOrder(codebook: Codebook): Order {
  const graph = dependencyGraph(codebook);
  const steps: Step[] = [];
  const settled = new Set<string>();
  const open: Step[] = [];

  function visit(step: Step): readonly Step[] | undefined {
    const key = stepName(step);
    if (settled.has(key)) return undefined;
    const start = open.findIndex((each) => stepName(each) === key);
    if (start >= 0) return [...open.slice(start), step];
    open.push(step);
    for (const needed of graph.get(key)?.needs ?? []) {
      if (!graph.has(stepName(needed))) continue;
      const circle = visit(needed);
      if (circle) return circle;
    }
    open.pop();
    settled.add(key);
    steps.push(step);
    return undefined;
  }

  for (const { step } of graph.values()) {
    const path = visit(step);
    if (path) return { kind: "circle", path };
  }
  return { kind: "order", steps };
}

/** `V08`, `intervention[]`, `intervention[].type`: read by people, and unique (ids hold no brackets). */
export function stepName(step: Step): string {
  if (step.kind === "variable") return step.variable;
  return step.kind === "group" ? `${step.group}[]` : `${step.group}[].${step.field}`;
}

type Dependencies = Map<string, { readonly step: Step; readonly needs: readonly Step[] }>;

export function dependencyGraph(codebook: Codebook): Dependencies {
  const graph: Dependencies = new Map();
  function add(step: Step, needs: readonly Step[]): void {
    graph.set(stepName(step), { step, needs });
  }
  for (const { id, condition, view } of codebook.variables) {
    const needs = referencesIn(condition).flatMap(stepsOf);
    if (view) {
      needs.push({ kind: "group", group: view.group });
      needs.push({ kind: "field", group: view.group, field: view.field });
      if (view.orderBy) needs.push({ kind: "field", group: view.group, field: view.orderBy });
    }
    add({ kind: "variable", variable: id }, needs);
  }
  for (const { id: group, condition, fields } of codebook.groups) {
    add({ kind: "group", group }, referencesIn(condition).flatMap(stepsOf));
    for (const field of fields) {
      const needs = referencesIn(field.condition, "", group).flatMap(stepsOf);
      add({ kind: "field", group, field: field.id }, [{ kind: "group", group }, ...needs]);
    }
  }
  return graph;
}

function stepsOf(reference: Reference): readonly Step[] {
  if (reference.kind === "answer") return [{ kind: "variable", variable: reference.variable }];
  if (reference.kind === "group") return [{ kind: "group", group: reference.group }];
  if (reference.group === undefined) return [];
  return [{ kind: "field", group: reference.group, field: reference.field }];
}
