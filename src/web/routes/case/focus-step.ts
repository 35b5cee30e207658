import type { KeyTarget } from "../../keyboard/question-keys.ts";

export type FocusedStep = { readonly id: string; readonly control: KeyTarget["control"] };

/** Which stop of the keyboard an element stands in, and what kind of control it is. */
export function stepOf(target: EventTarget): FocusedStep | undefined {
  if (!(target instanceof Element)) return undefined;
  const holder = target.closest(".question, .add-row, .phase-end");
  if (!holder) return undefined;
  const isInput = target instanceof HTMLInputElement;
  if (!isInput) return { id: holder.id, control: isRowAdder(holder) ? "add" : "button" };
  return { id: holder.id, control: target.type === "text" ? "text" : "choice" };
}

function isRowAdder(holder: Element): boolean {
  return holder.classList.contains("add-row");
}

/** Focus goes to the answer if there is one, else to the first control; nothing is answered by it. */
export function focusStep(stepId: string): void {
  const holder = document.getElementById(stepId);
  const control =
    holder?.querySelector<HTMLElement>("input:checked") ??
    holder?.querySelector<HTMLElement>("input") ??
    holder?.querySelector<HTMLElement>("button");
  control?.focus({ preventScroll: true });
  holder?.scrollIntoView({ block: "nearest" });
}
