import type { Codebook } from "#codebook";
import { type LocalGroup, type LocalRelease, localGroups } from "#compilation";
import { type SafeTable, shownCases, verdictInWords } from "#disclosure";
import { addDays, type HalfYear, type Instant, periodOf } from "#kernel";
import { nationFigures, toldOfGroup } from "#report";
import type { LocalGroupView, LocalReleaseView } from "./wire-of-local-releases.ts";

type Kept = { readonly halfYear: HalfYear; readonly at: Instant };

/** @param wanted a group's id; of one that is not told of, all cases. */
export function localReleaseView(
  { halfYear, at }: Kept,
  { tables, verdict }: LocalRelease,
  codebook: Codebook,
  wanted: string | undefined,
): LocalReleaseView {
  const { from, until } = periodOf(halfYear);
  const groups = localGroups(codebook).filter(({ id }) => tells(tables, id));
  const group = groups.find(({ id }) => id === wanted) ?? null;
  return {
    halfYear,
    from,
    through: addDays(until, -1),
    frozenAt: at,
    codebook: codebook.id,
    cases: shownCases(tables, "cases started"),
    closed: shownCases(tables, "cases closed"),
    verdict: verdictInWords(verdict),
    groups: groups.map(viewOf),
    group: group && viewOf(group),
    chapters: nationFigures(tables, toldOfGroup(codebook, group), "sv"),
  };
}

/** Whether anything of the group may be shown. */
export function tells(tables: readonly SafeTable[], group: string): boolean {
  return tables.some(({ specification: { subgroup }, counts }) => {
    if (subgroup !== group) return false;
    if (counts.kind === "cases") return counts.cases !== null;
    return Object.values(counts.base).some((each) => each !== null);
  });
}

function viewOf({ id, label, noun }: LocalGroup): LocalGroupView {
  return { id, label, noun };
}
