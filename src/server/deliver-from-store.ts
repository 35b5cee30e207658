import { type Codebook, localNamespace } from "#codebook";
import {
  type DeliveryOfRound,
  type DeliverySource,
  deliveredCodebooks,
  deliverRound,
} from "#delivery";
import type { Store } from "#store";

/** `codebook`: cases of rounds under others are not of this one. */
export type DeliveryFromStore = Omit<DeliveryOfRound, "cases" | "versions">;

/** The lines of one municipality's delivery, of what its store held at the round's cut-off. */
export async function* deliverFromStore(
  store: Store,
  delivery: DeliveryFromStore,
): AsyncGenerator<string> {
  const { municipality, round, codebook } = delivery;
  const versions = await publishedBy(store, delivery);
  const isDelivered = deliveredCodebooks({ codebook, versions });
  const cases = await store.within(municipality.code, async (tx) => {
    const answers = await tx.surveyAnswers.forDelivery();
    const found: DeliverySource[] = [];
    for await (const record of tx.cases.asAt(round.cutOff)) {
      if (!isDelivered(record.codebook)) continue;
      // An answer that came after the cut-off belongs to no round that has ended.
      const hasAnswered = record.survey.kind === "answered";
      found.push({ record, clientAnswers: hasAnswered ? answers.get(record.id) : undefined });
    }
    return found;
  });
  yield* deliverRound({ ...delivery, versions, cases });
}

/** What the municipality has published upon common codebooks: its cases may rest on any of them. */
async function publishedBy(
  store: Store,
  { municipality }: DeliveryFromStore,
): Promise<readonly Codebook[]> {
  const namespace = localNamespace(municipality.code);
  const published = await store.codebooks.local();
  return published.filter((codebook) => codebook.extends?.namespace === namespace);
}
