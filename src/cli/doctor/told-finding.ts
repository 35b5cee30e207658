import type { Language } from "#kernel";
import type { Finding } from "./finding.ts";
import { findingWords, type State } from "./words.ts";

export function stateOf({ code }: Finding): State {
  return findingWords[code].state;
}

/** The finding as one sentence. */
export function toldFinding({ code, values }: Finding, language: Language): string {
  return findingWords[code][language].replace(/\{(\w+)\}/g, (_, name: string) => {
    // A problem of another room has a sentence in each language already.
    const isSwedish = name === "sentence" && language === "sv";
    return String((isSwedish ? values.svensk : values[name]) ?? "");
  });
}
