import type { LocalContent } from "#codebook";
import { randomId, strongRandomness } from "#kernel";
import type { LocalCodebook } from "#server";
import type { Reply } from "../../../api/reply.ts";
import { get, request } from "../../../api/request.ts";

const place = "/api/local-codebook";

/** Every change answers with how it all stands then. */
export type OwnReply = Promise<Reply<LocalCodebook>>;

export function findOwn(signal?: AbortSignal): OwnReply {
  return get<LocalCodebook>(place, signal);
}

export function saveDraft(content: LocalContent, basedOn: number): OwnReply {
  return request("PUT", `${place}/draft`, { body: { basedOn, content } });
}

export function discardDraft(basedOn: number): OwnReply {
  return request("DELETE", `${place}/draft?basedOn=${basedOn}`);
}

export function publishDraft(basedOn: number, note: string): OwnReply {
  return request("POST", `${place}/publication`, { body: { basedOn, note } });
}

export function addComment(variable: string, text: string): OwnReply {
  const idempotencyKey = randomId(strongRandomness);
  return request("POST", `${place}/comments`, { body: { variable, text }, idempotencyKey });
}

export function settleComment(id: string): OwnReply {
  return request("POST", `${place}/comments/${encodeURIComponent(id)}/settlement`);
}
