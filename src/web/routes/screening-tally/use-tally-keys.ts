import { useEffect, useEffectEvent } from "react";
import { useShortcuts } from "../../keyboard/shortcuts.ts";

export type TallyKeys = {
  readonly onOption: (key: string) => void;
  readonly onEnter: () => void;
  readonly onBack: () => void;
  readonly onUndo: () => void;
};

/** Keys anywhere on the page, but where something is typed or chosen in a list. */
export function useTallyKeys(keys: TallyKeys): void {
  const [shortcuts] = useShortcuts();
  const act = useEffectEvent((event: KeyboardEvent) => {
    const then = actionOf(event, keys, shortcuts);
    if (!then) return;
    event.preventDefault();
    then();
  });
  useEffect(() => {
    document.addEventListener("keydown", act);
    return () => document.removeEventListener("keydown", act);
  }, []);
}

function actionOf(
  event: KeyboardEvent,
  { onOption, onEnter, onBack, onUndo }: TallyKeys,
  shortcuts: boolean,
): (() => void) | undefined {
  const { key, target, altKey, ctrlKey, metaKey } = event;
  if (document.querySelector("dialog[open]") || takesKeys(target) || altKey || event.repeat) {
    return undefined;
  }
  if (ctrlKey || metaKey) return key.toLowerCase() === "z" ? onUndo : undefined;
  if (key === "Backspace") return onBack;
  if (key === "Enter") return isPressed(target) ? undefined : onEnter;
  if (!shortcuts) return undefined;
  if (key.toLowerCase() === "u") return onUndo;
  return /^[1-9]$/.test(key) ? () => onOption(key) : undefined;
}

/** A list or a field has its own use for every key. */
function takesKeys(target: EventTarget | null): boolean {
  const isBox = target instanceof HTMLInputElement && target.type === "checkbox";
  return !isBox && target instanceof Element && target.matches("input, select, textarea");
}

/** What Enter presses by itself. */
function isPressed(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("button, a, summary") !== null;
}
