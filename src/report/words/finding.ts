import { afterLabel } from "./after-label.ts";

/** What a figure says: shortly, as its title, and as a whole, with its base and its reserves. */
export type Finding = { readonly message: string; readonly sentence: string };

/** A finding whose title is its first sentence. */
export function findingOf(label: string, told: string, ...rest: readonly string[]): Finding {
  const message = afterLabel(label, told);
  return { message, sentence: [`${message}.`, ...rest].join(" ") };
}
