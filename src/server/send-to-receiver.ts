import type { RoundInvitation } from "#delivery";
import { done, type Outcome, type Problem, problem, refused } from "#kernel";
import type { Services } from "./services.ts";

/** An answer is a receipt or a list of some actions. */
const largestAnswer = 512 * 1024;
/** Milliseconds: the browser that waits for it waits longer. A note is answered at once. */
const patience = { deliveries: 120_000, notes: 15_000 } as const;
const longestReason = 300;

type Order = {
  readonly address: string;
  readonly path: keyof typeof patience;
  readonly body: Uint8Array<ArrayBuffer> | string;
};

/**
 * Sends something to whoever receives in the round; the answer is a stranger's JSON, that the caller looks
 * through. Never within a transaction: the receiver may be slow, or this very server.
 */
export async function postToReceiver(
  services: Pick<Services, "kind">,
  { kind, receiver, round }: RoundInvitation,
  path: "deliveries" | "notes",
  body: Uint8Array<ArrayBuffer> | string,
): Promise<Outcome<unknown>> {
  if (kind !== services.kind) return refused(otherKind(kind));
  const { address, code } = receiver;
  if (address === null || !isSafe(address)) return refused(problem("receiver-without-address"));
  const to = `${address}/api/intake/${code}/${encodeURIComponent(round.id)}/${path}`;
  return answerOf({ address: to, path, body });
}

/** Made-up cases and real ones never meet. */
export function otherKind(kind: RoundInvitation["kind"]): Problem {
  return problem(kind === "demo" ? "invitation-is-demo" : "invitation-is-real");
}

/** Without TLS only within this machine, where the demo runs. */
function isSafe(address: string): boolean {
  const url = URL.parse(address);
  const isHere = ["127.0.0.1", "localhost"].includes(url?.hostname ?? "");
  return url?.protocol === "https:" || (url?.protocol === "http:" && isHere);
}

async function answerOf({ address, path, body }: Order): Promise<Outcome<unknown>> {
  const type = path === "deliveries" ? "application/octet-stream" : "application/json";
  let response: Response;
  let text: string | undefined;
  try {
    response = await fetch(address, {
      method: "POST",
      // Whoever answers «go there instead» is not the receiver that was agreed with.
      redirect: "error",
      headers: { Accept: "application/json", "Content-Type": type },
      signal: AbortSignal.timeout(patience[path]),
      body,
    });
    text = await textOf(response);
  } catch {
    const isNote = path === "notes";
    return refused(problem(isNote ? "receiver-unreachable-for-note" : "receiver-unreachable"));
  }
  const answer = text === undefined ? undefined : parsed(text);
  if (answer === undefined) return unclear(response);
  if (response.ok) return done(answer);
  const reason = reasonIn(answer);
  return reason === "" ? unclear(response) : refused(problem("receiver-refuses", "", { reason }));
}

function unclear({ status }: Response): Outcome<never> {
  return refused(problem("receiver-unclear", undefined, { found: String(status) }));
}

/** @returns nothing where there is too much. */
async function textOf({ body }: Response): Promise<string | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body ?? []) {
    size += piece.length;
    if (size > largestAnswer) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Another Skillnad says why in sentences. */
function reasonIn(answer: unknown): string {
  if (typeof answer !== "object" || answer === null || !("problems" in answer)) return "";
  const { problems } = answer;
  const sentences = (Array.isArray(problems) ? problems : []).flatMap((each: unknown) =>
    typeof each === "object" && each !== null && "sentence" in each ? [each.sentence] : [],
  );
  return plainWords(sentences.filter((each) => typeof each === "string").join(" "));
}

/** A stranger's words as they may be shown: without what steers a screen, and no book. */
export function plainWords(text: string): string {
  const shown = text.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, " ").trim();
  return shown.length > longestReason ? `${shown.slice(0, longestReason)}…` : shown;
}
