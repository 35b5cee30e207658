import { type DeliveryOfRound, deliverRound } from "#delivery";
import type { Store } from "#store";
import { deliverySources } from "./delivering/delivery-sources.ts";

/** `codebook`: cases of rounds under others are not of this one. */
export type DeliveryFromStore = Omit<DeliveryOfRound, "cases" | "versions">;

/** The lines of one municipality's delivery, of what its store held at the round's cut-off. */
export async function* deliverFromStore(
  store: Store,
  delivery: DeliveryFromStore,
): AsyncGenerator<string> {
  const { municipality, round, codebook } = delivery;
  const { versions, cases } = await store.within(municipality.code, (tx) =>
    deliverySources(tx, { municipality: municipality.code, codebook, cutOff: round.cutOff }),
  );
  yield* deliverRound({ ...delivery, versions, cases });
}
