import { createHash } from "node:crypto";
import { canonicalJson, type JsonValue, problem } from "#kernel";
import { refusal } from "./refusal.ts";
import type { Visit } from "./route.ts";

/** What a carried-out request leaves behind, so that a repeat can be answered. */
export type CarriedOut =
  | { readonly kind: "done"; readonly response: Response }
  | { readonly kind: "refused"; readonly response: Response };

/**
 * Carries out a request at most once for each `Idempotency-Key` of a person. A repeat, after a lost
 * answer or a double click, is answered from what the first one was about, as it stands now. A refused
 * request leaves no trace: it may be sent again under the same key.
 * @param subject what the request is about, such as a case's code; kept with the key.
 */
export async function onlyOnce(
  { context, tx, actor, at }: Visit,
  body: unknown,
  subject: string,
  carryOut: () => Promise<CarriedOut>,
  answerAgain: (subject: string) => Promise<Response>,
): Promise<Response> {
  const key = context.req.header("Idempotency-Key") ?? "";
  if (!/^[\w-]{8,64}$/.test(key)) return refusal(problem("malformed-request", "Idempotency-Key"));
  const claimed = { account: actor.account, key };
  const request = hashRequest(context.req.method, context.req.path, body);
  const claim = await tx.idempotency.claim(claimed, request, subject, at);
  if (claim.kind === "conflict") return refusal(problem("repeated-key"));
  if (claim.kind === "repeat") return answerAgain(claim.subject);

  const result = await carryOut();
  if (result.kind === "refused") await tx.idempotency.release(claimed);
  return result.response;
}

function hashRequest(method: string, path: string, body: unknown): string {
  // Through JSON, so that what is absent and what is undefined hash alike.
  const plain = JSON.parse(JSON.stringify(body ?? null)) as JsonValue;
  return createHash("sha256")
    .update(`${method} ${path} ${canonicalJson(plain)}`)
    .digest("hex");
}
