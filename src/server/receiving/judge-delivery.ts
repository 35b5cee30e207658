import type { Codebook } from "#codebook";
import {
  type DeliveryHeading,
  deliveryLevels,
  type OpenedPackage,
  type RoundInvitation,
  readHeading,
} from "#delivery";
import { canonicalJson, done, type Outcome, type Problem, problem, refused } from "#kernel";
import type { IncomingDelivery, RoundParticipant } from "#store";
import { readNumbers, type Told } from "./delivery-numbers.ts";
import { headingOf, latestSound } from "./round-standing.ts";

/** What a package is held against. */
export type Asked = {
  readonly invitation: RoundInvitation;
  readonly participants: readonly RoundParticipant[];
  readonly deliveries: readonly IncomingDelivery[];
  readonly codebooks: readonly Codebook[];
};

/** A delivery that may be taken in, and what whoever accepts it should know. */
export type SoundDelivery = { readonly told: Told; readonly remarks: readonly Problem[] };

/** Reads a signed delivery to its end. Heading first: what is of something else is told as that. */
export async function judgeDelivery(
  opened: OpenedPackage,
  asked: Asked,
): Promise<{
  readonly heading: DeliveryHeading | null;
  readonly outcome: Outcome<SoundDelivery>;
}> {
  const first = await readHeading(opened, asked.codebooks);
  if (first.kind === "refused") return { heading: null, outcome: first };
  const heading = first.value;
  const problems = problemsOf(heading, opened, asked);
  const stops = problems.filter(({ severity }) => severity === "error");
  if (stops.length > 0) return { heading, outcome: refused(...stops) };
  const read = await readNumbers(opened, asked.codebooks);
  if (read.kind === "refused") return { heading, outcome: read };
  return { heading, outcome: done({ told: read.value, remarks: problems }) };
}

function problemsOf(
  heading: DeliveryHeading,
  { name, sender, sha256 }: OpenedPackage,
  { invitation, participants, deliveries }: Asked,
): readonly Problem[] {
  const participant = participants.find(({ code }) => code === sender.municipality);
  if (!participant) return [problem("package-unknown-sender", name, sender)];
  return [
    ...ofParticipant(heading, participant, name, invitation),
    ...ofRound(heading, invitation, name),
    ...sequenceProblems(heading, latestSound(sender.municipality, deliveries), name, sha256),
  ];
}

function ofParticipant(
  { municipality }: DeliveryHeading,
  { leftAt, county, name: noted }: RoundParticipant,
  at: string,
  { round }: RoundInvitation,
): readonly Problem[] {
  const { county: found, name } = municipality;
  return [
    ...(leftAt ? [problem("participant-left", at, { round: round.name })] : []),
    ...(found === county ? [] : [problem("delivery-other-county", at, { found, wanted: county })]),
    ...(name === noted ? [] : [problem("delivery-other-name", at, { found: name, wanted: noted })]),
  ];
}

function ofRound(
  { kind, round, codebook, level, withdrawn }: DeliveryHeading,
  invitation: RoundInvitation,
  at: string,
): readonly Problem[] {
  if (kind !== invitation.kind) {
    const code = kind === "demo" ? "delivery-demo-among-real" : "delivery-real-among-demo";
    return [problem(code, at)];
  }
  const { id, from, through, cutOff } = invitation.round;
  if (canonicalJson(round) !== canonicalJson({ id, from, through, cutOff })) {
    const details = { found: described(round), wanted: described(invitation.round) };
    return [problem("delivery-wrong-round", at, details)];
  }
  const [found, wanted] = [codebook, invitation.codebook].map(
    (each) => `${each.id} ${each.version}`,
  );
  if (found !== wanted) {
    return [problem("delivery-other-codebook", at, { found: found ?? "", wanted: wanted ?? "" })];
  }
  // What takes back holds no case, and is of rows whatever was asked for.
  const isFiner = deliveryLevels.indexOf(level) < deliveryLevels.indexOf(invitation.level);
  return isFiner && !withdrawn
    ? [problem("delivery-too-fine", at, { wanted: levelWords[invitation.level] })]
    : [];
}

const levelWords = {
  rows: "en rad för varje ärende",
  "coarse-rows": "rader utan tid",
  counts: "bara antal",
} as const;

function described({ id, from, through, cutOff }: DeliveryHeading["round"]): string {
  return `${id} (${from}–${through}, brytdag ${cutOff.slice(0, 10)})`;
}

function sequenceProblems(
  { sequence }: DeliveryHeading,
  before: IncomingDelivery | undefined,
  at: string,
  sha256: string,
): readonly Problem[] {
  const latest = (before && headingOf(before)?.sequence) ?? 0;
  if (sequence > latest || before?.id === sha256) return [];
  return sequence === latest
    ? [problem("delivery-sequence-taken", at, { sequence })]
    : [problem("delivery-sequence-older", at, { sequence, latest })];
}
