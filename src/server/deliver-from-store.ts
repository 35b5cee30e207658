import type { Codebook } from "#codebook";
import { type DeliverySource, deliverRound } from "#delivery";
import type { MunicipalityCode, Randomness, Round } from "#kernel";
import type { Store } from "#store";

export type DeliveryFromStore = {
  readonly kind: "demo" | "real";
  readonly municipality: {
    readonly code: MunicipalityCode;
    readonly name: string;
    readonly county: string;
  };
  readonly round: Round;
  /** The municipality's, with its overlay; cases of rounds under other codebooks are not of this one. */
  readonly codebook: Codebook;
  readonly randomness: Randomness;
};

/** The lines of one municipality's delivery, of what its store held at the round's cut-off. */
export async function* deliverFromStore(
  store: Store,
  delivery: DeliveryFromStore,
): AsyncGenerator<string> {
  const { municipality, round, codebook } = delivery;
  const codebooks = [codebook.id, codebook.extends?.codebook];
  const cases = await store.within(municipality.code, async (tx) => {
    const answers = await tx.surveyAnswers.forDelivery();
    const found: DeliverySource[] = [];
    for await (const record of tx.cases.asAt(round.cutOff)) {
      if (!codebooks.includes(record.codebook)) continue;
      // An answer that came after the cut-off belongs to no round that has ended.
      const hasAnswered = record.survey.kind === "answered";
      found.push({ record, clientAnswers: hasAnswered ? answers.get(record.id) : undefined });
    }
    return found;
  });
  yield* deliverRound({ ...delivery, cases });
}
