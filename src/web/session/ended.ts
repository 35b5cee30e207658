import { useSyncExternalStore } from "react";

let isEnded = false;
const listeners = new Set<() => void>();

/**
 * Somebody has closed the account or ended the session: unlike one that has grown too old, it is not
 * hers any more, and nothing may stay on the screen or in memory, saved or not.
 */
export function endHere(): void {
  isEnded = true;
  for (const listener of listeners) listener();
}

export function useEnded(): boolean {
  return useSyncExternalStore(subscribe, () => isEnded);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
