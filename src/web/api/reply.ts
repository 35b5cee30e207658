import type { Refusal } from "#server";

/** What became of a request. Nothing is thrown: losing contact is part of an ordinary day. */
export type Reply<Value> =
  | { readonly kind: "ok"; readonly value: Value }
  | { readonly kind: "refused"; readonly status: number; readonly refusal: Refusal }
  /**
   * No answer, one that is not ours, or one that says that it may be sent again; then with what the
   * server says of it. Whether it was carried out is unknown.
   */
  | { readonly kind: "no-contact"; readonly refusal?: Refusal };

export function isSignedOut(reply: Reply<unknown>): boolean {
  return reply.kind === "refused" && reply.status === 401;
}

export function hasProblem(reply: Reply<unknown>, code: string): boolean {
  return reply.kind === "refused" && reply.refusal.problems.some((each) => each.code === code);
}

/** The refusal's sentences, or the one about lost contact; empty when all went well. */
export function sentencesOf(reply: Reply<unknown>): readonly string[] {
  if (reply.kind === "ok") return [];
  if (reply.kind === "no-contact" && reply.refusal === undefined) {
    return ["Vi fick ingen kontakt. Det du redan sparat är kvar. Försök igen om en stund."];
  }
  return (reply.refusal?.problems ?? []).map((problem) => problem.sentence);
}

/** The server has no room left to save on: contact there is, and waiting alone does not help. */
export function isFull(reply: Reply<unknown>): boolean {
  return (
    reply.kind === "no-contact" &&
    reply.refusal?.problems.some(({ code }) => code === "storage-full") === true
  );
}

/** What is wrong at one field, and what is not at any of those. */
export function sentencesAt(
  reply: Reply<unknown>,
  ...fields: readonly string[]
): { readonly [field: string]: string | undefined; readonly elsewhere: string | undefined } {
  const problems = reply.kind === "refused" ? reply.refusal.problems : [];
  const told = (sentences: readonly string[]) => sentences.join(" ") || undefined;
  const at = (field: string) =>
    told(problems.filter((each) => each.at === field).map(({ sentence }) => sentence));
  const elsewhere = problems.filter((each) => !fields.includes(each.at ?? ""));
  return {
    ...Object.fromEntries(fields.map((field) => [field, at(field)])),
    elsewhere: told(
      reply.kind === "refused" ? elsewhere.map(({ sentence }) => sentence) : sentencesOf(reply),
    ),
  };
}
