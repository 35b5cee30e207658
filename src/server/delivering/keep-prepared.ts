import { createHash } from "node:crypto";
import { withdrawRound } from "#delivery";
import { done, type Instant, type Outcome, problem, refused, swedishDay } from "#kernel";
import type { DeliveryToKeep, MadeDelivery } from "#store";
import type { Visit } from "../http/route.ts";
import { type AgreedRound, codebookOfRound } from "./agreed-round.ts";
import { checkDelivery, stopped } from "./check-delivery.ts";
import { headingOf } from "./delivery-views.ts";
import { contentOf, sourcesOfRound } from "./make-delivery.ts";
import { expectedMeetings, isOfMeetings, whyNoMeetingsLeave } from "./meeting-sources.ts";
import { isBeingSent, trialIn } from "./receipt.ts";

/**
 * The number of what is made next: after all that left, and after what may have left without anybody
 * knowing it. Refused while something is being sent.
 */
export function nextSequence(made: readonly MadeDelivery[], at: Instant): Outcome<number> {
  const isSending = made.some(({ receipt }) => isBeingSent(receipt, at));
  if (isSending) return refused(problem("delivery-being-sent"));
  const gone = made.filter(({ sent, receipt }) => sent !== null || trialIn(receipt) !== null);
  return done(Math.max(0, ...gone.map(({ sequence }) => sequence)) + 1);
}

type Ordered = { readonly sequence: number; readonly statedCases: number | null };

/** What would leave now, kept as it is; refused with what is in its way. */
export async function prepareDelivery(
  { tx, actor, at, services }: Visit,
  agreed: AgreedRound,
  { sequence, statedCases: ordered }: Ordered,
): Promise<Outcome<DeliveryToKeep>> {
  const { invitation, level, round } = agreed;
  const refusal = whyNothingLeaves(agreed, at);
  if (refusal.kind === "refused") return refusal;
  const code = actor.municipality;
  const codebook = codebookOfRound(services.codebooks, code, invitation);
  if (codebook.kind === "refused") return codebook;
  const ofMeetings = isOfMeetings(codebook.value);
  const open = ofMeetings ? await whyNoMeetingsLeave(tx, invitation) : [];
  if (open.length > 0) return refused(...open);
  const stated = ofMeetings ? (ordered ?? (await expectedMeetings(tx, invitation))) : ordered;
  const sources = await sourcesOfRound(tx, code, invitation, codebook.value);
  const making = { level, sequence, statedCases: stated };
  const checked = await checkDelivery(services, sources, making);
  if (checked.stops.length > 0) return refused(stopped(round, checked));
  const { lines, caseOf, digests } = checked.made;
  const kept = {
    round,
    sequence,
    isWithdrawal: false,
    level,
    statedCases: stated,
    cases: caseOf.size,
    ...contentAndHash(lines),
    by: actor.account,
    at,
    caseDigests: digests,
  };
  await tx.madeDeliveries.prepare(kept);
  return done(kept);
}

function whyNothingLeaves({ endedAt, invitation }: AgreedRound, at: Instant): Outcome<null> {
  const { from } = invitation.round;
  if (endedAt) return refused(problem("agreement-ended"));
  if (swedishDay(at) < from) return refused(problem("round-not-begun", undefined, { day: from }));
  return done(null);
}

/**
 * Takes back what left last. Also where the municipality takes no part any more: then above all.
 * Refused where nothing has left, or it is taken back already.
 */
export async function prepareWithdrawal(
  { tx, actor, at }: Visit,
  { round }: AgreedRound,
  made: readonly MadeDelivery[],
  sequence: number,
): Promise<Outcome<DeliveryToKeep>> {
  const last = made.find(({ sent }) => sent !== null);
  const content =
    last && !last.isWithdrawal && (await tx.madeDeliveries.content(round, last.sequence));
  if (!content) return refused(problem("nothing-to-withdraw"));
  const heading = { ...headingOf(content), sequence: sequence - 1 };
  const kept = {
    round,
    sequence,
    isWithdrawal: true,
    level: "rows",
    statedCases: heading.statedCases,
    cases: 0,
    ...contentAndHash(withdrawRound(heading)),
    by: actor.account,
    at,
    caseDigests: [],
  } as const;
  await tx.madeDeliveries.prepare(kept);
  return done(kept);
}

function contentAndHash(lines: readonly string[]) {
  const content = contentOf(lines);
  return { content, sha256: createHash("sha256").update(content).digest("hex") };
}
