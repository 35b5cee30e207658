import { checkNewPassword, hashPassword } from "#access";
import { problem } from "#kernel";
import { notFound, refusal, refusalOf } from "../../http/refusal.ts";
import { readBody } from "../../http/request-body.ts";
import type { LongVisit } from "../../http/route.ts";
import { NewPassword } from "../../requests-of-sign-in.ts";
import { secondsWhenFull } from "./work-gate.ts";

/** Who she is has just been proved; her app's codes go on as before. */
export async function changePassword({ context, services, actor }: LongVisit): Promise<Response> {
  const body = await readBody(context, NewPassword);
  if (body.kind === "refused") return refusalOf(body.problems);
  const { password } = body.value;
  const { municipality, account } = actor;
  const { store, passwordGate, clock, randomness } = services;
  const names = await store.within(municipality, async (tx) => {
    const own = await tx.accounts.find(account);
    const home = await tx.municipality.find();
    const hasPassword = (await tx.passwordWays.find(account)) !== undefined;
    return hasPassword && [own?.signInName ?? "", actor.name, home?.name ?? "", "Skillnad"];
  });
  if (!names) return notFound();
  const problems = checkNewPassword(password, names);
  if (problems.length > 0) return refusalOf(problems);
  const hash = await passwordGate.enter(true, () => hashPassword(password, randomness));
  if (hash === undefined) {
    return refusal(problem("too-much-to-do", undefined, { seconds: secondsWhenFull }));
  }
  return store.within(municipality, async (tx) => {
    await tx.passwordWays.changePassword(account, hash);
    tx.audit.append({ at: clock.now(), account, action: "account.password-changed" });
    return new Response(null, { status: 204 });
  });
}
