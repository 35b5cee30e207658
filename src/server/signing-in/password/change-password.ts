import { checkNewPassword, hashPassword, hashSessionSecret } from "#access";
import { problem } from "#kernel";
import { notFound, refusal, refusalOf } from "../../http/refusal.ts";
import { readBody } from "../../http/request-body.ts";
import type { LongVisit } from "../../http/route.ts";
import { readSessionCookie } from "../../http/session-cookie.ts";
import { NewPassword } from "../../requests-of-sign-in.ts";
import { endOtherSessions } from "../end-other-sessions.ts";
import { secondsWhenFull } from "./work-gate.ts";

/**
 * Who she is has just been proved; her app's codes go on as before. Whoever came in by the old password,
 * in whatever browser, is out.
 */
export async function changePassword({ context, services, actor }: LongVisit): Promise<Response> {
  const body = await readBody(context, NewPassword);
  if (body.kind === "refused") return refusalOf(body.problems);
  const { password } = body.value;
  const { municipality, account } = actor;
  const { store, passwordGate, clock, randomness } = services;
  const before = await store.within(municipality, async (tx) => {
    const own = await tx.accounts.find(account);
    const home = await tx.municipality.find();
    const way = await tx.passwordWays.find(account);
    const names = [own?.signInName ?? "", actor.name, home?.name ?? "", "Skillnad"];
    return way && { names, hash: way.passwordHash };
  });
  if (!before) return notFound();
  const problems = checkNewPassword(password, before.names);
  if (problems.length > 0) return refusalOf(problems);
  const hash = await passwordGate.enter(true, () => hashPassword(password, randomness));
  if (hash === undefined) {
    return refusal(problem("too-much-to-do", undefined, { seconds: secondsWhenFull }));
  }
  return store.within(municipality, async (tx) => {
    const at = clock.now();
    const session = hashSessionSecret(readSessionCookie(context, services)?.secret ?? "");
    // Ended, or another password, since she sent this: a new way in after a loss must not be undone by it.
    if (!(await tx.sessions.findActive(session))) return refusal(problem("not-signed-in"));
    if (!(await tx.passwordWays.changePassword(account, before.hash, hash))) {
      return refusal(problem("step-up-needed"));
    }
    const opening = { context, services, tx, at };
    const sessions = await endOtherSessions(opening, { municipality, account, session });
    tx.audit.append({ at, account, action: "account.password-changed", details: { sessions } });
    return context.body(null, 204);
  });
}
