import { holdsRole } from "#access";
import { addDays, swedishDay } from "#kernel";
import type { Visit } from "../http/route.ts";
import type { DeliveryDue } from "../wire.ts";
import { listAgreed } from "./agreed-round.ts";

/** Earlier it would only be one more line to read past. */
const daysBefore = 30;

/** For whoever delivers: the round whose cut-off comes next, where it comes soon. */
export async function deliveryDue({
  tx,
  actor,
  at,
}: Pick<Visit, "tx" | "actor" | "at">): Promise<DeliveryDue | null> {
  if (!holdsRole(actor, ["coordinator"])) return null;
  const latest = addDays(swedishDay(at), daysBefore);
  const due = (await listAgreed(tx))
    .filter(({ endedAt, invitation: { round } }) => {
      return endedAt === null && round.cutOff > at && swedishDay(round.cutOff) <= latest;
    })
    .map(({ invitation: { round } }) => round)
    .sort((one, other) => one.cutOff.localeCompare(other.cutOff));
  const [next] = due;
  if (!next) return null;
  const last = (await tx.madeDeliveries.list(next.id)).find(({ sent }) => sent !== null);
  const hasDelivered = last !== undefined && !last.isWithdrawal;
  return { round: next.id, name: next.name, cutOff: next.cutOff, hasDelivered };
}
