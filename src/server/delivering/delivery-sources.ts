import { type Codebook, localNamespace } from "#codebook";
import { type DeliverySource, deliveredCodebooks } from "#delivery";
import type { Instant, MunicipalityCode } from "#kernel";
import type { CaseRecord } from "#registration";
import type { MunicipalityTransaction } from "#store";

export type DeliverySources = {
  /** What the municipality has published upon common codebooks: its cases may rest on any of them. */
  readonly versions: readonly Codebook[];
  readonly cases: readonly DeliverySource[];
  /** Those that rest on another common codebook, and are delivered in no round of this one. */
  readonly others: readonly CaseRecord[];
};

/** What the municipality's store held of its cases at a moment: all of them, of whatever round. */
export async function deliverySources(
  tx: Pick<MunicipalityTransaction, "cases" | "surveyAnswers" | "codebooks">,
  about: {
    readonly municipality: MunicipalityCode;
    readonly codebook: Codebook;
    readonly cutOff: Instant;
  },
): Promise<DeliverySources> {
  const { codebook, cutOff } = about;
  const namespace = localNamespace(about.municipality);
  const published = await tx.codebooks.local();
  const versions = published.filter((each) => each.extends?.namespace === namespace);
  const isDelivered = deliveredCodebooks({ codebook, versions });
  const answers = await tx.surveyAnswers.forDelivery();
  const cases: DeliverySource[] = [];
  const others: CaseRecord[] = [];
  for await (const record of tx.cases.asAt(cutOff)) {
    if (!isDelivered(record.codebook)) others.push(record);
    else {
      // An answer that came after the cut-off belongs to no round that has ended.
      const hasAnswered = record.survey.kind === "answered";
      cases.push({ record, clientAnswers: hasAnswered ? answers.get(record.id) : undefined });
    }
  }
  return { versions, cases, others };
}
