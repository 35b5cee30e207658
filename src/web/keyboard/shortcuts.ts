import { useSyncExternalStore } from "react";

/** For as long as the program is open: nothing about a person's habits is stored. */
function habit(isOnFromStart: boolean) {
  let isOn = isOnFromStart;
  const listeners = new Set<() => void>();
  return {
    isOn: () => isOn,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(wanted: boolean): void {
      isOn = wanted;
      for (const listener of listeners) listener();
    },
  };
}

const shortcuts = habit(true);
const goingOn = habit(false);

/** Whether keys of one character do anything (WCAG 2.1.4), and the way to switch them. */
export function useShortcuts(): readonly [boolean, (wanted: boolean) => void] {
  return [useSyncExternalStore(shortcuts.subscribe, shortcuts.isOn), shortcuts.set];
}

/**
 * Whether a single answer given by its key also goes on to the next question. Only for those who ask
 * for it: to everybody else, focus that moves unasked is a surprise (WCAG 3.2.2).
 */
export function useGoingOn(): readonly [boolean, (wanted: boolean) => void] {
  return [useSyncExternalStore(goingOn.subscribe, goingOn.isOn), goingOn.set];
}
