import { effectiveCodebooks } from "#codebook";
import { halfYearOf, type Instant, isoDate } from "#kernel";
import type { World } from "#scenario";
import { codebookShelf, freezeInStore } from "#server";
import type { Store } from "#store";

/**
 * The last half-year of the round is frozen in the first municipality, so that there is something to
 * read. In a demo so small that nothing may be told, nothing is.
 */
export async function freezeDemo(
  store: Store,
  { organisations, round }: World,
  at: Instant,
): Promise<void> {
  const [first] = organisations;
  const leader = first?.people.find(({ grants }) =>
    grants.some(({ role }) => role === "coordinator"),
  );
  if (!first || !leader) return;
  const { code, name } = first;
  const lastMonths = isoDate(`${Number(round.period.until.slice(0, 4)) - 1}-12-31`);
  const halfYear = halfYearOf(lastMonths);
  const kept = await store.within(code, (tx) => tx.localReleases.find(halfYear));
  if (kept) return;
  const order = { municipality: { code, name }, halfYear, by: leader.account, at };
  await freezeInStore(store, codebookShelf(effectiveCodebooks()), order);
}
