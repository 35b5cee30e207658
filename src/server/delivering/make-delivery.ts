import { createHash } from "node:crypto";
import type { Codebook } from "#codebook";
import {
  type DeliveredCase,
  type DeliveryLevel,
  type DeliverySource,
  deliverRound,
  isOfRound,
  type RoundInvitation,
} from "#delivery";
import { canonicalJson, type JsonValue, type MunicipalityCode } from "#kernel";
import type { CaseRecord } from "#registration";
import type { DeliveredCaseDigest, MunicipalityTransaction } from "#store";
import type { Services } from "../services.ts";
import { periodOfRound } from "./agreed-round.ts";
import { type DeliverySources, deliverySources } from "./delivery-sources.ts";
import { isOfMeetings, meetingSources } from "./meeting-sources.ts";

/** A delivery as it would leave now, and what the municipality alone may know of it. */
export type MadeHere = {
  /** Each without its line feed. */
  readonly lines: readonly string[];
  /** Whose case a row is, by the id that stands in it. */
  readonly caseOf: ReadonlyMap<string, CaseRecord>;
  readonly digests: readonly DeliveredCaseDigest[];
};

/** All that the municipality's store holds for a round, read once. */
export type RoundSources = DeliverySources & {
  readonly invitation: RoundInvitation;
  readonly codebook: Codebook;
  readonly municipality: {
    readonly code: MunicipalityCode;
    readonly name: string;
    readonly county: string;
  };
  /** The names of the units, by id. */
  readonly units: ReadonlyMap<string, string>;
};

export async function sourcesOfRound(
  tx: Pick<MunicipalityTransaction, "cases" | "surveyAnswers" | "codebooks" | "units"> &
    Pick<MunicipalityTransaction, "municipality" | "screening">,
  code: MunicipalityCode,
  invitation: RoundInvitation,
  codebook: Codebook,
): Promise<RoundSources> {
  const { cutOff } = invitation.round;
  const found = isOfMeetings(codebook)
    ? { versions: [], cases: await meetingSources(tx, code, invitation), others: [] }
    : await deliverySources(tx, { municipality: code, codebook, cutOff });
  const own = await tx.municipality.find();
  const units = new Map((await tx.units.list()).map(({ id, name }) => [id, name]));
  // A municipality's code begins with its county's.
  const county = own?.county ?? code.slice(0, 2);
  const municipality = { code, name: own?.name ?? code, county };
  return { ...found, invitation, codebook, municipality, units };
}

export type Making = {
  readonly level: DeliveryLevel;
  readonly sequence: number;
  readonly statedCases: number | null;
};

export async function makeDelivery(
  { randomness }: Pick<Services, "randomness">,
  sources: RoundSources,
  making: Making,
): Promise<MadeHere> {
  const { invitation, codebook, versions, cases, municipality } = sources;
  const caseOf = new Map<string, CaseRecord>();
  const digests: DeliveredCaseDigest[] = [];
  const witness = ({ record }: DeliverySource, delivered: DeliveredCase) => {
    caseOf.set(delivered.id, record);
    // Of a meeting there is no case that could be told otherwise later.
    if (!isOfMeetings(codebook)) digests.push({ case: record.id, digest: digestOf(delivered) });
  };
  const lines = deliverRound({
    ...making,
    kind: invitation.kind,
    municipality,
    units: unitsIn(sources),
    round: periodOfRound(invitation),
    codebook,
    versions,
    cases,
    randomness,
    witness,
  });
  return { lines: await Array.fromAsync(lines), caseOf, digests };
}

/** Of what is told of a case: the id is another each time. */
export function digestOf({ id: _, ...told }: DeliveredCase): string {
  return createHash("sha256")
    .update(canonicalJson(told as unknown as JsonValue))
    .digest("hex");
}

/** Two units may be called the same, and a delivery names each name once. */
function unitsIn({ cases, units, invitation }: RoundSources): readonly string[] {
  const round = periodOfRound(invitation);
  const found = cases.filter(({ record }) => isOfRound(record, round));
  return [...new Set(found.map(({ record }) => units.get(record.unit) ?? "–"))];
}

/** The delivery as a file: what is hashed, signed and sealed. */
export function contentOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}
