import { useEffect, useEffectEvent } from "react";
import { useShortcuts } from "../../keyboard/shortcuts.ts";

/** One letter that does something anywhere on the page, but where letters are typed. */
export function useKey(letter: string, isOn: boolean, act: () => void): void {
  const [shortcuts] = useShortcuts();
  const onPress = useEffectEvent(act);
  useEffect(() => {
    if (!shortcuts || !isOn) return;
    function onKey(event: KeyboardEvent): void {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat;
      const isFree = !document.querySelector("dialog[open]") && !isTyping(event.target);
      if (!isPlain || !isFree || event.key.toLowerCase() !== letter) return;
      event.preventDefault();
      onPress();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [letter, isOn, shortcuts]);
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  if (!(target instanceof HTMLInputElement) || ["radio", "checkbox"].includes(target.type)) {
    return false;
  }
  // In an answer only the name of a month is written with letters, and only after its day.
  return !target.closest(".question .typed") || /^\d{1,2}\s?\p{L}*$/u.test(target.value);
}
