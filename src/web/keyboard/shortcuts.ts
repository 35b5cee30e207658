import { useSyncExternalStore } from "react";

/** For as long as the program is open: nothing about a person's habits is stored. */
let isOn = true;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function setShortcuts(wanted: boolean): void {
  isOn = wanted;
  for (const listener of listeners) listener();
}

/** Whether keys of one character do anything (WCAG 2.1.4), and the way to switch them. */
export function useShortcuts(): readonly [boolean, (wanted: boolean) => void] {
  return [useSyncExternalStore(subscribe, () => isOn), setShortcuts];
}
