import type { FindingCode } from "./words.ts";

/** What one look came to. */
export type Finding = {
  readonly code: FindingCode;
  /** What fills the sentence. Texts may name folders and hosts; numbers never tell of anybody. */
  readonly values: { readonly [name: string]: string | number };
};

export function finding(code: FindingCode, values: Finding["values"] = {}): Finding {
  return { code, values };
}
