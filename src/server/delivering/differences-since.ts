import { deliveredCases, isOfRound } from "#delivery";
import type { CaseRecord } from "#registration";
import type { MadeDelivery, MunicipalityTransaction } from "#store";
import type { Services } from "../services.ts";
import type { DifferencesSince } from "../wire-of-deliveries.ts";
import { periodOfRound } from "./agreed-round.ts";
import { digestOf, type RoundSources } from "./make-delivery.ts";

/**
 * What a delivery of now, at the same level, would tell otherwise than the one that left.
 * @param mayKnow whether the viewer may know that there is such a case.
 */
export async function differencesSince(
  tx: Pick<MunicipalityTransaction, "madeDeliveries">,
  { randomness }: Pick<Services, "randomness">,
  { sequence, level, round: id }: MadeDelivery,
  sources: RoundSources,
  mayKnow: (record: CaseRecord) => boolean,
): Promise<DifferencesSince> {
  const { invitation, codebook, versions } = sources;
  const round = periodOfRound(invitation);
  const rowLevel = level === "coarse-rows" ? level : "rows";
  const deliver = deliveredCases({ round, codebook, versions, randomness }, rowLevel);
  const then = new Map<string, string>();
  for (const each of await tx.madeDeliveries.caseDigests(id, sequence)) {
    then.set(each.case, each.digest);
  }
  const found: { readonly record: CaseRecord; readonly kind: "changed" | "added" | "gone" }[] = [];
  const known = new Set<string>();
  for (const source of sources.cases) {
    const { record } = source;
    const before = then.get(record.id);
    const told = isOfRound(record, round) ? deliver(source) : undefined;
    if (before !== undefined) known.add(record.id);
    if (told && before === undefined) found.push({ record, kind: "added" });
    else if (told && before !== digestOf(told)) found.push({ record, kind: "changed" });
    else if (!told && before !== undefined) found.push({ record, kind: "gone" });
  }
  // Voided ones, too, are no longer in the store's list of cases.
  const vanished = [...then.keys()].filter((each) => !known.has(each)).length;
  const count = (kind: string) => found.filter((each) => each.kind === kind).length;
  return {
    sequence,
    changed: count("changed"),
    added: count("added"),
    gone: count("gone") + vanished,
    cases: found
      .filter(({ record }) => mayKnow(record))
      .map(({ record, kind }) => ({ code: record.code, kind }))
      .sort((one, other) => (one.code < other.code ? -1 : 1)),
  };
}
