import type { MissingCode } from "#codebook";

/** What a key asks for while a question has focus. Moving and answering are never the same key. */
export type KeyIntent =
  | { readonly kind: "option"; readonly index: number }
  | { readonly kind: "missing"; readonly code: MissingCode }
  | { readonly kind: "next" }
  | { readonly kind: "previous" }
  | { readonly kind: "complete" }
  | { readonly kind: "definition" }
  /** A row whose first question has this answer. */
  | { readonly kind: "add-row"; readonly index: number }
  /** From now on, or no longer: a choice by key goes on to the next question. */
  | { readonly kind: "pace" };

export type KeyPress = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
};

export type KeyTarget = {
  /** `text` takes digits and Backspace itself; `button` takes Enter itself, as does `add`. */
  readonly control: "choice" | "text" | "button" | "add";
  /** Of the question; at `add`, of the first question of the row that would be added. */
  readonly options: number;
  readonly missing: readonly MissingCode[];
  /** The person has not switched the one-character keys off (WCAG 2.1.4). */
  readonly shortcuts: boolean;
};

const optionKeys = [..."123456789abcdef"];
const missingKeys: Readonly<Record<MissingCode, string>> = { 97: "e", 98: "s", 99: "v" };

/** The key that picks an option, as it is shown beside it; none after the fifteenth. */
export function optionKey(index: number): string | undefined {
  return optionKeys[index];
}

/** None where a long list of options has taken the letter: an option goes before a missing code. */
export function missingKey(code: MissingCode, options: number): string | undefined {
  const key = missingKeys[code];
  return optionKeys.slice(0, options).includes(key) ? undefined : key;
}

export function keyIntent(press: KeyPress, target: KeyTarget): KeyIntent | undefined {
  if (press.altKey) return undefined;
  if (press.ctrlKey || press.metaKey) {
    return press.key === "Enter" ? { kind: "complete" } : undefined;
  }
  const isButton = target.control === "button" || target.control === "add";
  if (press.key === "Enter") return isButton ? undefined : { kind: "next" };
  if (press.key === "Backspace") {
    return target.control === "text" ? undefined : { kind: "previous" };
  }
  if (!target.shortcuts || target.control === "button") return undefined;
  return oneCharacter(press.key.toLowerCase(), target);
}

function oneCharacter(key: string, target: KeyTarget): KeyIntent | undefined {
  if (key === "?") return { kind: "definition" };
  if (target.control !== "text") {
    if (key === "g") return { kind: "pace" };
    const index = optionKeys.slice(0, target.options).indexOf(key);
    if (index >= 0) return { kind: target.control === "add" ? "add-row" : "option", index };
    if (target.control === "add") return undefined;
  }
  const code = target.missing.find((each) => missingKey(each, target.options) === key);
  return code === undefined ? undefined : { kind: "missing", code };
}
