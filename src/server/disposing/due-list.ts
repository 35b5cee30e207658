import { createHash } from "node:crypto";
import { showsCase } from "#access";
import {
  addDays,
  addHours,
  type CaseId,
  canonicalJson,
  type Instant,
  type IsoDate,
  isWithin,
  swedishDay,
} from "#kernel";
import { disposalCutOff, endedOn } from "#registration";
import type { DisposalRule, LyingCase, MunicipalityTransaction } from "#store";
import { listAgreed, periodOfRound } from "../delivering/agreed-round.ts";
import { judgeOf } from "../log-review/find-marks.ts";
import { firstReviewDays } from "../log-review/first-review-days.ts";

export type DueCase = LyingCase & { readonly endedOn: IsoDate };

/** Why a case that is due stays. */
export type Keeping =
  | { readonly kind: "held"; readonly reason: string; readonly by: string; readonly at: Instant }
  | { readonly kind: "in-round"; readonly round: string }
  | { readonly kind: "not-reviewed" };

export type DueList = {
  readonly cutOff: IsoDate;
  /** By id. */
  readonly due: readonly DueCase[];
  readonly kept: readonly { readonly of: DueCase; readonly why: Keeping }[];
  /** Of the due ones' ids: who executes it does what was looked at. */
  readonly sha256: string;
};

/** Days after a round's cut-off, after which nobody delivers it any more. */
const daysToDeliver = 365;

/**
 * What the rule takes today.
 * @param isChange nobody else changes these cases before the transaction ends.
 */
export async function dueList(
  tx: MunicipalityTransaction,
  { years }: Pick<DisposalRule, "years">,
  at: Instant,
  isChange = false,
): Promise<DueList> {
  const cutOff = disposalCutOff(swedishDay(at), years);
  const lying = (await tx.caseDisposal.lyingSince(cutOff, isChange))
    .map((each): DueCase => ({ ...each, endedOn: endedOn(each) }))
    .filter((each) => each.endedOn <= cutOff);
  const keeping = await keepingOf(tx, lying, at);
  const due = lying.filter(({ id }) => !keeping.has(id));
  const kept = lying.flatMap((of) => {
    const why = keeping.get(of.id);
    return why ? [{ of, why }] : [];
  });
  const ids = due.map(({ id }) => id).sort();
  const sha256 = createHash("sha256").update(canonicalJson(ids)).digest("hex");
  return { cutOff, due, kept, sha256 };
}

async function keepingOf(
  tx: MunicipalityTransaction,
  lying: readonly DueCase[],
  at: Instant,
): Promise<ReadonlyMap<CaseId, Keeping>> {
  const keeping = await notReviewed(tx, lying, at);
  for (const [id, why] of await undelivered(tx, lying, at)) keeping.set(id, why);
  const names = await tx.accounts.names();
  for (const { case: id, reason, by, at: since } of await tx.disposalRules.holds()) {
    keeping.set(id, { kind: "held", reason, by: names.get(by) ?? "okänd", at: since });
  }
  return keeping;
}

/**
 * Somebody whose it was not has opened it since the log was last reviewed: once it is gone, nobody can say
 * any more whose it was, and a review would pass over whoever had no business there.
 */
async function notReviewed(
  tx: MunicipalityTransaction,
  lying: readonly DueCase[],
  at: Instant,
): Promise<Map<CaseId, Keeping>> {
  const signed = (await tx.logReviews.list()).find(({ signedAt }) => signedAt !== null);
  const after = signed
    ? { sequence: signed.throughSequence }
    : { since: addHours(at, -24 * firstReviewDays) };
  const ids = lying.map(({ id }) => id);
  const lines = await tx.logReading.actsIn(ids, after);
  const judge = await judgeOf(tx, lines);
  const acts = lines.filter((line) => showsCase(line) && !judge(line).isHers);
  return new Map(
    acts.flatMap((act) => (act.case ? [[act.case, { kind: "not-reviewed" } as const]] : [])),
  );
}

/** Cases of a round that the municipality has promised, and in no delivery of it that has left. */
async function undelivered(
  tx: MunicipalityTransaction,
  lying: readonly DueCase[],
  at: Instant,
): Promise<Map<CaseId, Keeping>> {
  const found = new Map<CaseId, Keeping>();
  for (const { round, invitation, endedAt } of await listAgreed(tx)) {
    const lastDay = addDays(swedishDay(invitation.round.cutOff), daysToDeliver);
    if (endedAt !== null || lastDay < swedishDay(at)) continue;
    const { period } = periodOfRound(invitation);
    const isIn = (day: IsoDate | null) => day !== null && isWithin(day, period);
    const asked = lying.filter(
      ({ startedOn, closedOn, isVoided }) => !isVoided && (isIn(startedOn) || isIn(closedOn)),
    );
    if (asked.length === 0) continue;
    const last = (await tx.madeDeliveries.list(round)).find(({ sent }) => sent !== null);
    const ids = asked.map(({ id }) => id);
    const told =
      last && !last.isWithdrawal
        ? await tx.caseDisposal.deliveredIn(round, last.sequence, ids)
        : new Set<CaseId>();
    for (const { id } of asked) {
      if (!told.has(id)) found.set(id, { kind: "in-round", round: invitation.round.name });
    }
  }
  return found;
}
