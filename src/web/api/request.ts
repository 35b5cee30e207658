import type { Refusal } from "#server";
import { endHere } from "../session/ended.ts";
import { askForProof, proofsByNow, proofsSoFar } from "../session/step-up.ts";
import { hasProblem, type Reply } from "./reply.ts";

export type Method = "GET" | "POST" | "PUT" | "DELETE";

export type RequestOptions = {
  /** A file travels as it is, everything else as JSON. */
  readonly body?: unknown;
  /** The answer is a file: then its value is a `Blob`. */
  readonly isFile?: boolean;
  /** Milliseconds; for what takes longer than a page may. */
  readonly patience?: number;
  /** The same for every try of the same change, so that it is carried out once. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
  /** In whose name alone it may be carried out, whoever is signed in by then. */
  readonly account?: string | undefined;
  /** The page looks again by itself: that does not keep anybody signed in. */
  readonly isBackground?: boolean;
};

/** Longer than a slow municipal network needs, shorter than a person waits before reloading. */
const patience = 20_000;

/**
 * One request to our own server. JSON both ways, but for files; the session travels in its cookie.
 * Where a proof of who she is is asked for, she is asked, and it is sent again.
 */
export async function request<Value>(
  method: Method,
  path: string,
  options: RequestOptions = {},
): Promise<Reply<Value>> {
  const before = proofsSoFar();
  const reply = await send<Value>(method, path, options);
  if (reply.kind !== "refused") return reply;
  if (hasProblem(reply, "session-ended")) endHere();
  if (hasProblem(reply, "step-up-needed")) {
    return (await askForProof(options.signal)) ? send<Value>(method, path, options) : reply;
  }
  // It was on its way with the session's secret from before a proof, which opens nothing any more.
  const isOld = hasProblem(reply, "not-signed-in") && (await proofsByNow()) !== before;
  return isOld ? send<Value>(method, path, options) : reply;
}

async function send<Value>(
  method: Method,
  path: string,
  options: RequestOptions,
): Promise<Reply<Value>> {
  try {
    const response = await fetch(path, {
      method,
      credentials: "same-origin",
      cache: "no-store",
      redirect: "error",
      headers: headersOf(options),
      signal: AbortSignal.any([
        AbortSignal.timeout(options.patience ?? patience),
        ...(options.signal ? [options.signal] : []),
      ]),
      ...(options.body === undefined ? {} : { body: sentBody(options.body) }),
    });
    if (response.ok) {
      const value = response.status === 204 ? undefined : await readValue(response, options);
      return { kind: "ok", value: value as Value };
    }
    // A failing server or a proxy in between: the change may be sent again with the same key.
    if (response.status >= 500 || response.status === 429) return await troubled(response);
    return { kind: "refused", status: response.status, refusal: await refusalOf(response) };
  } catch {
    return { kind: "no-contact" };
  }
}

export function get<Value>(path: string, signal?: AbortSignal): Promise<Reply<Value>> {
  return request<Value>("GET", path, signal ? { signal } : {});
}

function sentBody(body: unknown): string | Blob {
  return body instanceof Blob ? body : JSON.stringify(body);
}

function readValue(response: Response, { isFile = false }: RequestOptions): Promise<unknown> {
  return isFile ? response.blob() : response.json();
}

async function troubled(response: Response): Promise<Reply<never>> {
  // Waiting after too many sign-in attempts is an answer to a person, not a lost contact.
  if (response.status === 503 || response.status === 507) {
    return { kind: "no-contact", refusal: await refusalOf(response) };
  }
  if (response.status !== 429) return { kind: "no-contact" };
  return { kind: "refused", status: 429, refusal: await refusalOf(response) };
}

async function refusalOf(response: Response): Promise<Refusal> {
  const read: unknown = await response.json();
  if (typeof read === "object" && read !== null && "problems" in read) return read as Refusal;
  throw new Error("not our refusal");
}

function headersOf({ body, idempotencyKey, account, isBackground }: RequestOptions): Headers {
  const headers = new Headers({ Accept: "application/json" });
  const form = body instanceof Blob ? "application/octet-stream" : "application/json";
  if (body !== undefined) headers.set("Content-Type", form);
  if (idempotencyKey) headers.set("Idempotency-Key", idempotencyKey);
  if (account) headers.set("Skillnad-Account", account);
  if (isBackground) headers.set("Skillnad-Background", "1");
  return headers;
}
