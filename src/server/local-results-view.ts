import type { Codebook } from "#codebook";
import { type LocalRelease, localGroups } from "#compilation";
import { shownCases } from "#disclosure";
import type { HalfYear, Instant } from "#kernel";
import { halfYearIn, localResults } from "#report";
import { tells } from "./local-release-view.ts";
import type { LocalResultsView } from "./wire-of-results.ts";

type Kept = { readonly halfYear: HalfYear; readonly at: Instant };

type Asked = {
  readonly codebook: Codebook;
  readonly municipality: LocalResultsView["municipality"];
  readonly group: string | null;
  /** Every half-year that is frozen. */
  readonly others: readonly HalfYear[];
};

/** `undefined`: there is no such group, or nothing of it may be shown; the two are told alike. */
export function localResultsView(
  { halfYear, at }: Kept,
  { tables }: LocalRelease,
  { codebook, municipality, group: wanted, others }: Asked,
): LocalResultsView | undefined {
  const groups = localGroups(codebook).filter(({ id }) => tells(tables, id));
  const group = groups.find(({ id }) => id === wanted);
  if (wanted !== null && !group) return undefined;
  const ofGroup = group ? `${group.id}:` : "";
  return {
    municipality,
    codebook: codebook.id,
    frozenAt: at,
    cases: shownCases(tables, `${ofGroup}cases started`),
    closed: shownCases(tables, `${ofGroup}cases closed`),
    periods: others.map((id) => ({ id, label: halfYearIn(id, "sv") })),
    groups: groups.map(({ id, label }) => ({ id, label })),
    chosen: { period: halfYear, group: wanted },
    results: localResults(tables, { codebook, language: "sv", halfYear, group: group ?? null }),
  };
}
