import type { SafeTable } from "../safe-table.ts";
import { isTelling, tellsAnswers } from "../withdrawn.ts";

/**
 * Tables whose numbers, told or hidden, belong to what is audited: by their specifications' ids. Left out
 * are groups of which nothing at all is told, and in groups the questions of which no answer is told
 * anywhere: a number there is tied to nothing that is known.
 */
export function toBeAudited(told: readonly SafeTable[]): ReadonlySet<string> {
  const groups = new Set(told.filter(isTelling).map(groupOf));
  const questions = new Set(told.filter(tellsAnswers).map(questionOf));
  const audited = told.filter((table) => {
    const group = groupOf(table);
    if (group === undefined) return true;
    const isCases = table.counts.kind === "cases";
    return groups.has(group) && (isCases || questions.has(questionOf(table)));
  });
  return new Set(audited.map(({ specification }) => specification.id));
}

function groupOf({ specification }: SafeTable): string | undefined {
  return specification.subgroup;
}

function questionOf({ specification: { population, measure } }: SafeTable): string {
  return `${population} ${"variable" in measure ? measure.variable : ""}`;
}
