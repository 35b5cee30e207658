import type { SafeTable } from "../safe-table.ts";
import { isTelling, tellsAnswers } from "../withdrawn.ts";

/**
 * Tables whose numbers, told or hidden, belong to what is audited: by their specifications' ids. Left out
 * are groups of which nothing at all is told, or that nobody belongs to; and in groups the questions of
 * which no answer is told anywhere: a number there is tied to nothing that is known.
 */
export function toBeAudited(told: readonly SafeTable[]): ReadonlySet<string> {
  const groups = new Set(told.filter(isTelling).map(groupOf));
  const questions = new Set(told.filter(tellsAnswers).map(questionOf));
  for (const table of told) if (isOfNobody(table)) groups.delete(groupOf(table));
  const audited = told.filter((table) => {
    const group = groupOf(table);
    if (group === undefined) return true;
    const isCases = table.counts.kind === "cases";
    return groups.has(group) && (isCases || questions.has(questionOf(table)));
  });
  return new Set(audited.map(({ specification }) => specification.id));
}

/** That all of nobody gave an answer, or nobody of them, tells of nobody. */
function isOfNobody({ counts }: SafeTable): boolean {
  return counts.kind === "cases" && counts.cases === 0;
}

function groupOf({ specification }: SafeTable): string | undefined {
  return specification.subgroup;
}

function questionOf({ specification: { population, measure } }: SafeTable): string {
  return `${population} ${"variable" in measure ? measure.variable : ""}`;
}
