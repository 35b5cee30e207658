import { useSyncExternalStore } from "react";

/**
 * Something asked for a proof that she is who she says. What was asked for waits here meanwhile, as it
 * is: nothing that she has typed is lost, and whatever else asks at the same time waits for the same.
 */
type Asking = { readonly answer: Promise<boolean>; readonly settle: (isProved: boolean) => void };

let asking: Asking | undefined;
/** A proof that is being looked at: it changes the session's secret. */
let onItsWay: Promise<unknown> | undefined;
let proofs = 0;
const listeners = new Set<() => void>();

function set(to: Asking | undefined): void {
  asking = to;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** False: she called it off, the page that asked was left, or nobody is there to ask her. */
export async function askForProof(signal?: AbortSignal): Promise<boolean> {
  if (listeners.size === 0 || signal?.aborted) return false;
  if (!asking) {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    set({ answer: promise, settle: resolve });
  }
  const { answer, settle } = asking as Asking;
  const leave = () => settleProof(false, settle);
  signal?.addEventListener("abort", leave, { once: true });
  const isProved = await answer;
  signal?.removeEventListener("abort", leave);
  return isProved;
}

/** @param only of this asking; left out: of whatever is being asked. */
export function settleProof(isProved: boolean, only?: Asking["settle"]): void {
  if (!asking || (only && only !== asking.settle)) return;
  const { settle } = asking;
  set(undefined);
  settle(isProved);
}

/** Sends a proof; requests that go out meanwhile with the old secret are sent again with the new one. */
export async function proving<Answer>(
  send: () => Promise<Answer>,
  isProof: (answer: Answer) => boolean,
): Promise<Answer> {
  const sent = send();
  onItsWay = sent;
  const answer = await sent;
  if (isProof(answer)) proofs++;
  onItsWay = undefined;
  return answer;
}

/** How many proofs there have been, when those on their way have come. */
export async function proofsByNow(): Promise<number> {
  await onItsWay?.catch(() => undefined);
  return proofs;
}

export function proofsSoFar(): number {
  return proofs;
}

export function useAskingForProof(): boolean {
  return useSyncExternalStore(subscribe, () => asking !== undefined);
}
