import type { Refusal } from "#server";

/** What became of a request. Nothing is thrown: losing contact is part of an ordinary day. */
export type Reply<Value> =
  | { readonly kind: "ok"; readonly value: Value }
  | { readonly kind: "refused"; readonly status: number; readonly refusal: Refusal }
  /** No answer, or one that is not ours. Whether it was carried out is unknown. */
  | { readonly kind: "no-contact" };

export function isSignedOut(reply: Reply<unknown>): boolean {
  return reply.kind === "refused" && reply.status === 401;
}

/** The refusal's sentences, or the one about lost contact; empty when all went well. */
export function sentencesOf(reply: Reply<unknown>): readonly string[] {
  if (reply.kind === "ok") return [];
  if (reply.kind === "no-contact") {
    return ["Vi fick ingen kontakt. Det du redan sparat är kvar. Försök igen om en stund."];
  }
  return reply.refusal.problems.map((problem) => problem.sentence);
}
