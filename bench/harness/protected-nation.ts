import type { TableSpecification } from "#tabulation";

/** How large a nation `protect-nation.ts` protects. */
export type NationSize = {
  readonly municipalities: number;
  readonly cases: number;
  /** Only so many of the codebook's questions; else all tables of a release. */
  readonly questions?: number;
};

/** What it writes when it is done; times in seconds. */
export type ProtectedNation = {
  readonly cells: number;
  readonly hidden: number;
  /** Counting the tables, nothing else. */
  readonly counting: number;
  readonly protecting: number;
  readonly auditing: number;
  /** Adding up every relation once for everybody who attacks, nothing else. */
  readonly adding: number;
};

/** How many cases, and these questions of all cases. */
export function smaller(
  specifications: readonly TableSpecification[],
  questions: number | undefined,
): readonly TableSpecification[] {
  if (questions === undefined) return specifications;
  const isPlain = ({ measure, subgroup }: TableSpecification) =>
    measure.kind === "frequencies" && measure.group === undefined && subgroup === undefined;
  const plain = specifications.filter(isPlain).slice(0, questions);
  return specifications.filter((each) => each.measure.kind === "cases" || plain.includes(each));
}
