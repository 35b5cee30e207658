import { type Codebook, type PhaseId, referencesIn } from "#codebook";
import { questionsIn } from "./questions-in.ts";
import type { TableSpecification } from "./table-specification.ts";

/**
 * `chosen-by-need`: whoever needed more was given more, so that those who got it differ from those who
 * did not before anything was done. What they then have in common is no sign of what it did.
 */
export type Caution = "chosen-by-need";

/**
 * What must be said beside a table that puts an outcome (of the phase after, or the client's) against
 * what was done during the support, as columns or as the choice of cases; `null`: nothing.
 */
export function cautionOf(codebook: Codebook, specification: TableSpecification): Caution | null {
  const { measure, within } = specification;
  const isIn = (id: string, ...phases: readonly PhaseId[]) =>
    codebook.variables.some((variable) => variable.id === id && phases.includes(variable.phase));
  const asked = questionsIn(specification).flatMap(({ id, group }) => (group ? [] : [id]));
  const [outcome, ...columns] = asked;
  const isOutcome =
    measure.kind === "change" || (outcome !== undefined && isIn(outcome, "after", "client"));
  if (!isOutcome) return null;
  const isChosen =
    (measure.kind === "crossing" && columns.some((id) => isIn(id, "during"))) ||
    referencesIn(within).some((reference) =>
      reference.kind === "answer"
        ? isIn(reference.variable, "during")
        : reference.kind === "group" && isOfSupport(codebook, reference),
    );
  return isChosen ? "chosen-by-need" : null;
}

/** Rows that were added during the support, such as interventions. */
function isOfSupport(
  { groups }: Codebook,
  { group, phases }: { readonly group: string; readonly phases: readonly string[] },
): boolean {
  const own: readonly string[] = groups.find(({ id }) => id === group)?.phases ?? [];
  return (phases.length > 0 ? phases : own).includes("during");
}
