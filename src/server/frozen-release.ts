import type { Codebook } from "#codebook";
import { type LocalRelease, readFrozen } from "#compilation";
import { done, type HalfYear, type Outcome } from "#kernel";
import type { KeptLocalRelease } from "#store";
import type { Visit } from "./http/route.ts";

/** A half-year of the reader's own municipality, as it was frozen. */
export type FrozenRelease = {
  readonly kept: KeptLocalRelease;
  readonly release: LocalRelease;
  readonly codebook: Codebook;
};

/** `undefined`: none is frozen; refused where it is not as it was frozen. */
export async function findFrozen(
  { tx, actor, services }: Pick<Visit, "tx" | "actor" | "services">,
  halfYear: HalfYear,
): Promise<Outcome<FrozenRelease> | undefined> {
  const kept = await tx.localReleases.find(halfYear);
  if (!kept) return undefined;
  const codebook = services.codebooks.get(kept.codebook);
  if (!codebook) throw new Error(`no codebook ${kept.codebook}`);
  const release = readFrozen(actor.municipality, kept);
  return release.kind === "refused" ? release : done({ kept, release: release.value, codebook });
}
