import { problem, randomId } from "#kernel";
import { refusal } from "../http/refusal.ts";
import { staffOf } from "./person-state.ts";
import { waitingRecoveries } from "./person-view.ts";
import { type PersonVisit, tellPerson } from "./person-visit.ts";

/** For somebody who has been in, and has lost her way in. Whoever has left comes back by another question. */
export async function askForRecovery(visit: PersonVisit): Promise<Response> {
  const { member } = visit;
  if (member.disabledAt !== null) return refusal(problem("person-has-left"));
  if (!(await staffOf(visit)).hasBeenIn(member)) return refusal(problem("person-cannot-come-in"));
  return askFor(visit);
}

/** One administrator asks; whoever asks twice has asked once. */
export async function askFor(visit: PersonVisit): Promise<Response> {
  const { services, tx, actor, at, member } = visit;
  const waiting = await waitingRecoveries(visit, await staffOf(visit));
  if (waiting.some(({ account }) => account === member.id)) return tellPerson(visit);
  const id = randomId(services.randomness);
  await tx.recoveries.insert({ id, account: member.id, askedBy: actor.account, askedAt: at });
  const details = { account: member.id };
  tx.audit.append({ at, account: actor.account, action: "recovery.asked", details });
  return tellPerson(visit);
}
