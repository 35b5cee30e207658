import { type AnswerSheet, type Check, type Codebook, questionsOf, referencesIn } from "#codebook";
import { type Step, stepsOf } from "./steps.ts";

/**
 * Where a check between answers is thought of again: at the last question of its phase that it looks
 * at, since the others are answered by then. `undefined`: it looks at nothing that the phase asks.
 */
export function stepOfCheck(
  codebook: Codebook,
  sheet: AnswerSheet,
  check: Check,
): string | undefined {
  const looksAt = lookedAt(codebook, check);
  return stepsOf(questionsOf(codebook, sheet, check.phase)).findLast((step) =>
    placesOf(step, sheet).some((place) => looksAt.has(place)),
  )?.id;
}

/** `V10`, `riskAssessment.method` behind the view V14, or `riskAssessment` for its rows as such. */
function lookedAt(codebook: Codebook, { when }: Check): ReadonlySet<string> {
  const places = referencesIn(when).map((reference) => {
    if (reference.kind === "group") return reference.group;
    if (reference.kind === "field") return `${reference.group}.${reference.field}`;
    const view = codebook.variables.find(({ id }) => id === reference.variable)?.view;
    return view ? `${view.group}.${view.field}` : reference.variable;
  });
  const withFields = new Set(places.filter((place) => place.includes(".")).map(groupOf));
  return new Set(places.filter((place) => !withFields.has(place)));
}

function groupOf(place: string): string {
  return place.slice(0, place.lastIndexOf("."));
}

function placesOf(step: Step, sheet: AnswerSheet): readonly string[] {
  if (step.kind === "add-row") return [step.group];
  if (step.kind !== "question") return [];
  const { variable, item } = step.address;
  const row = sheet.items.find(({ id }) => id === item);
  return [row ? `${row.group}.${variable}` : variable];
}
