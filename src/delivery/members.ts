import { asShown, type Report } from "./faults.ts";

/** What is found in parsed JSON from a stranger. */
export type Members = { readonly [name: string]: unknown };

export function isObject(input: unknown): input is Members {
  return typeof input === "object" && input !== null && !Array.isArray(input);
}

/** Exactly these, and its own: what every object inherits is none of them. */
export function hasMembers(
  input: unknown,
  names: readonly string[],
  place: string,
  refuse: Report,
): input is Members {
  if (!isObject(input)) {
    refuse("delivery-row-malformed", { place: place || "{…}" });
    return false;
  }
  const above = place === "" ? "" : `${place}.`;
  const keys = Object.keys(input);
  const lacking = names.find((name) => !Object.hasOwn(input, name));
  if (lacking === undefined && keys.length === names.length) return true;
  const unknown = keys.find((key) => !names.includes(key));
  if (unknown !== undefined) refuse("delivery-unknown-name", { place: above + asShown(unknown) });
  if (lacking !== undefined) refuse("delivery-row-malformed", { place: above + lacking });
  return unknown === undefined && lacking === undefined;
}
