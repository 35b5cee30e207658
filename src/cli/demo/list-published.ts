import { type Release, readReleaseFolder } from "#compilation";
import { systemClock } from "#kernel";
import type { World } from "#scenario";
import type { Store } from "#store";
import { publishedNameOf, releaseIn } from "./demo-order.ts";

/** That the nation has published the round which the demo's release is of; a kept demo knows it already. */
export async function listPublished(
  store: Store,
  workshop: string,
  { organisations, round: { id: round } }: World,
  { verdict }: Release,
): Promise<void> {
  const nation = organisations.find(({ kind }) => kind === "nation");
  const [analyst] = nation?.people ?? [];
  const read = await readReleaseFolder(releaseIn(workshop, round));
  if (!nation || !analyst || read.kind === "refused") return;
  await store.within(nation.code, async (tx) => {
    if (!(await tx.rounds.find(round))) return;
    await tx.publishedReleases.insert({
      round,
      publication: 1,
      isInterim: false,
      folder: publishedNameOf(round),
      sha256: read.value.hash,
      verdict: verdict.sv,
      by: analyst.account,
      at: systemClock.now(),
    });
  });
}
