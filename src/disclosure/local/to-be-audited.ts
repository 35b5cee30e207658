import type { SafeCounts, SafeTable } from "../safe-table.ts";

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

/** Whether any number of it is told. */
export function isTelling({ counts }: SafeTable): boolean {
  if (counts.kind === "cases") return counts.cases !== null;
  return Object.values(counts.base).some((each) => each !== null) || answersIn(counts);
}

function tellsAnswers({ counts }: SafeTable): boolean {
  return counts.kind !== "cases" && answersIn(counts);
}

function answersIn(counts: Exclude<SafeCounts, { readonly kind: "cases" }>): boolean {
  if (counts.kind === "frequencies") return counts.rows.some(({ count }) => count !== null);
  return (counts.kind === "share" ? counts.numerator : counts.total) !== null;
}

function groupOf({ specification }: SafeTable): string | undefined {
  return specification.subgroup;
}

function questionOf({ specification: { population, measure } }: SafeTable): string {
  return `${population} ${"variable" in measure ? measure.variable : ""}`;
}
