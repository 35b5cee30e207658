import { createHash } from "node:crypto";
import {
  addDays,
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

export type DueCase = LyingCase & { readonly endedOn: IsoDate };

/** Why a case that is due stays. */
export type Keeping =
  | { readonly kind: "held"; readonly reason: string; readonly by: string; readonly at: Instant }
  | { readonly kind: "in-round"; readonly round: string };

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
  const keeping = await undelivered(tx, lying, at);
  const names = await tx.accounts.names();
  for (const { case: id, reason, by, at: since } of await tx.disposalRules.holds()) {
    keeping.set(id, { kind: "held", reason, by: names.get(by) ?? "okänd", at: since });
  }
  return keeping;
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
