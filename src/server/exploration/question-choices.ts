import { ageBands, type Codebook, type Variable } from "#codebook";
import type { Choice, ChoiceGroup } from "../wire-of-exploration.ts";

/** Indicators, then the questions by phase: of those whose ids are given. */
export function showChoices(codebook: Codebook, ids: ReadonlySet<string>): readonly ChoiceGroup[] {
  const indicators = codebook.indicators.filter(({ id }) => ids.has(id)).map(choiceOf);
  const keyFigures = indicators.length > 0 ? [{ label: "Nyckeltal", choices: indicators }] : [];
  const isShown = ({ id }: Variable) => ids.has(id);
  return [...keyFigures, ...byPhase(codebook, codebook.variables.filter(isShown))];
}

/** Questions in the order of a case's life. */
export function byPhase(
  { phases }: Codebook,
  variables: readonly Variable[],
): readonly ChoiceGroup[] {
  return phases.flatMap(({ id, label }) => {
    const choices = variables.filter(({ phase }) => phase === id).map(choiceOf);
    return choices.length > 0 ? [{ label: label.sv, choices }] : [];
  });
}

/** Whether its answers make groups. */
export function mayDivide(variable: Variable): boolean {
  return variable.options.length > 0 || ageBands(variable).length > 0;
}

/**
 * What one is met by: the question that the goal is judged by, where the codebook has one, else the first.
 */
export function firstShown({ indicators }: Codebook, shows: readonly ChoiceGroup[]): string {
  const ids = shows.flatMap(({ choices }) => choices.map(({ id }) => id));
  const goal = indicators.find(({ besideChange }) => besideChange === "goal");
  const wanted = [goal?.variable, goal?.id].find((id) => id !== undefined && ids.includes(id));
  return wanted ?? ids[0] ?? "";
}

/** As people read it: a name in an address need not be one of ours. */
export function labelOf({ variables, indicators }: Codebook, id: string): string {
  return [...indicators, ...variables].find((each) => each.id === id)?.label.sv ?? id;
}

function choiceOf({ id, label }: Pick<Variable, "id" | "label">): Choice {
  return { id, label: label.sv };
}
