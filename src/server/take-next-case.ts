import {
  type CaseRecord,
  decideAssign,
  isOwnCase,
  registrationQueue,
  type TakenCase,
} from "#registration";
import type { RegistrationSessionVisit } from "./http/registration-session-route.ts";
import { saveRevision } from "./http/save-revision.ts";
import { leftToRegister } from "./registration-session-view.ts";

/**
 * The participant's next case, taken for her: nobody else in the session can take it then. While she
 * has one in work it is that one. Each candidate is locked and looked at again, since somebody may
 * have changed it, or taken it in another session, after it was listed.
 * @returns `undefined` when nothing waits for her.
 */
export async function takeNextCase(
  visit: RegistrationSessionVisit,
): Promise<CaseRecord | undefined> {
  const { tx, services, participant, registrationSession } = visit;
  const sessions = tx.registrationSessions;
  const current = await sessions.inWork(registrationSession.id, participant.account);
  if (current && isOwnCase(current, participant)) return current;
  // Handed over, voided or restricted meanwhile: it is no longer hers to settle.
  if (current) await putAside(visit, current);

  const taken = await sessions.taken(registrationSession.id);
  const queueOf = (cases: readonly CaseRecord[]) =>
    registrationQueue(cases, taken, participant, leftToRegister(services));
  for (const { code } of queueOf(await sessions.cases(participant))) {
    const record = await tx.cases.findForUpdate(code);
    if (!record || queueOf([record]).length === 0) continue;
    if (await take(visit, record, taken)) return record;
  }
  return undefined;
}

async function putAside(visit: RegistrationSessionVisit, { id }: CaseRecord): Promise<void> {
  const { tx, at, participant, registrationSession } = visit;
  const taken = { case: id, by: participant.account };
  await tx.registrationSessions.settle(registrationSession.id, taken, "later", at);
}

async function take(
  visit: RegistrationSessionVisit,
  record: CaseRecord,
  taken: readonly TakenCase[],
): Promise<boolean> {
  const { tx, at, actor, participant, registrationSession, log } = visit;
  const sessions = tx.registrationSessions;
  const isPutOff = taken.some((each) => each.case === record.id);
  const isHers = isPutOff
    ? await sessions.takeUpAgain(registrationSession.id, record.id, actor.account)
    : await sessions.take(registrationSession.id, record.id, actor.account, at);
  if (!isHers) return false;
  const revision = isOwnCase(record, participant) ? undefined : await assign(visit, record);
  const details = revision === undefined ? {} : { revision };
  log("case-taken", { case: record.id, details });
  return true;
}

/** @returns the number of the revision by which the case became hers. */
async function assign(visit: RegistrationSessionVisit, record: CaseRecord): Promise<number> {
  const { actor, at } = visit;
  const decision = decideAssign(record, actor.account, { by: actor.account, at });
  if (decision.kind === "refused") throw new Error(`case ${record.id} was queued and is refused`);
  await saveRevision(visit, record, decision.value);
  return decision.value.revision;
}
