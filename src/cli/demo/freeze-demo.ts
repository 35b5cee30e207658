import { effectiveCodebooks } from "#codebook";
import { halfYearOf, type Instant, isoDate } from "#kernel";
import type { World } from "#scenario";
import { codebookShelf, freezeInStore, type HalfYearToFreeze } from "#server";
import type { Store } from "#store";

export type DemoHalfYear = Omit<HalfYearToFreeze, "at">;

/** The last half-year of the round in the first municipality, so that there is something to read. */
export function halfYearIn({ organisations, round }: World): DemoHalfYear | null {
  const [first] = organisations;
  const leader = first?.people.find(({ grants }) =>
    grants.some(({ role }) => role === "coordinator"),
  );
  if (!first || !leader) return null;
  const { code, name } = first;
  const lastMonths = isoDate(`${Number(round.period.until.slice(0, 4)) - 1}-12-31`);
  return { municipality: { code, name }, halfYear: halfYearOf(lastMonths), by: leader.account };
}

/** @returns whether it is frozen now: in a demo so small that nothing may be told, nothing is. */
export async function freezeDemo(
  store: Store,
  wanted: DemoHalfYear,
  at: Instant,
  signal: AbortSignal,
): Promise<boolean> {
  const { code } = wanted.municipality;
  const kept = await store.within(code, (tx) => tx.localReleases.find(wanted.halfYear));
  if (kept) return true;
  const shelf = codebookShelf(effectiveCodebooks());
  const problems = await freezeInStore(store, shelf, { ...wanted, at }, signal);
  return problems.length === 0;
}
