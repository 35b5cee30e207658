import { hashSessionSecret, newSessionToken } from "#access";
import { type AccountId, problem } from "#kernel";
import { refusal, refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import type { LongVisit } from "../http/route.ts";
import { readSessionCookie, setSessionCookie } from "../http/session-cookie.ts";
import { SessionProof } from "../requests-of-sign-in.ts";
import type { Opening } from "./open-session.ts";
import { proveByPasskey } from "./passkeys/prove-by-passkey.ts";
import { proveByPassword } from "./password/prove-by-password.ts";

/** Whoever is signed in shows that it is her who sits there: for what asks for more than a session. */
export async function proveAgain({ context, services, actor }: LongVisit): Promise<Response> {
  const body = await readBody(context, SessionProof);
  if (body.kind === "refused") return refusalOf(body.problems);
  const proof = body.value;
  const { municipality, account } = actor;
  const onRight = (opening: Opening) => proved(opening, account);
  const onWrong = (opening: Opening) => unproved(opening, account);
  if (proof.kind === "password") {
    const { password, code } = proof;
    const tried = { municipality, whose: { account }, password, code, onRight, onWrong };
    return proveByPassword({ context, services }, tried);
  }
  return services.store.within(municipality, async (tx) => {
    const opening = { context, services, tx, at: services.clock.now() };
    const isRight =
      proof.kind === "demo"
        ? services.kind === "demo"
        : (await proveByPasskey(opening, proof)) === account;
    return isRight ? onRight(opening) : onWrong(opening);
  });
}

/** A new token: one that somebody else had got hold of does not become worth more by this. */
async function proved(opening: Opening, account: AccountId): Promise<Response> {
  const { context, services, tx, at } = opening;
  const old = readSessionCookie(context, services);
  const active = old && (await tx.sessions.findActive(hashSessionSecret(old.secret)));
  // Ended in the meantime, from another window.
  if (!old || !active) return refusal(problem("not-signed-in"));
  const token = newSessionToken(old.municipality, services.randomness);
  await tx.sessions.prove(active.session.tokenHash, hashSessionSecret(token.secret), at);
  tx.audit.append({ at, account, action: "session.proved" });
  setSessionCookie(context, services, token);
  return context.body(null, 204);
}

function unproved({ tx, at }: Opening, account: AccountId): Response {
  tx.audit.append({ at, account, action: "session.proof-refused" });
  return refusal(problem("proof-refused"));
}
