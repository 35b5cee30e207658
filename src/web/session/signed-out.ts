import { useSyncExternalStore } from "react";
import { isSignedOut, type Reply } from "../api/reply.ts";
import { type Method, type RequestOptions, request } from "../api/request.ts";

let isOut = false;
const listeners = new Set<() => void>();

function set(wanted: boolean): void {
  isOut = wanted;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether a request from the open page was answered with «not signed in». */
export function useSignedOut(): boolean {
  return useSyncExternalStore(subscribe, () => isOut);
}

export function signedInAgain(): void {
  set(false);
}

/** A request from within a page: if the session has ended, signing in is asked for in place. */
export async function ask<Value>(
  method: Method,
  path: string,
  options: RequestOptions = {},
): Promise<Reply<Value>> {
  const reply = await request<Value>(method, path, options);
  if (isSignedOut(reply)) set(true);
  return reply;
}
