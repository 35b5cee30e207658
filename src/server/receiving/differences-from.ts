import { openPackage, type Receiving } from "#delivery";
import type { MunicipalityCode } from "#kernel";
import type { DifferenceView } from "../wire-of-rounds.ts";
import type { Receiver } from "./arrival.ts";
import { differencesBetween, readNumbers, type Told } from "./delivery-numbers.ts";
import type { FoundRound } from "./find-round.ts";
import { keptPackage } from "./kept-package.ts";
import { standingDelivery } from "./round-standing.ts";

type Compared = {
  readonly round: FoundRound;
  readonly receiving: Receiving;
  /** Of the one that has just come. */
  readonly told: Told;
};

/**
 * From the delivery of the same municipality that stood before it, opened once more.
 * @returns `null` where there is none, or its key is not believed any more.
 */
export async function differencesFrom(
  services: Receiver,
  receiver: MunicipalityCode,
  { round, receiving, told }: Compared,
): Promise<readonly DifferenceView[] | null> {
  const before = standingDelivery(told.heading.municipality.code, round.deliveries);
  if (!before) return null;
  const kept = await keptPackage(services, receiver, before, before.id);
  if (kept.kind === "refused") return null;
  try {
    const opened = await openPackage(kept.value, receiving);
    if (opened.kind === "refused") return null;
    const read = await readNumbers(opened.value, services.codebooks.asked());
    return read.kind === "done" ? differencesBetween(read.value, told) : null;
  } finally {
    await kept.value.remove();
  }
}
