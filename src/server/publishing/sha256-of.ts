import { createHash } from "node:crypto";

/** Hexadecimal, of its UTF-8. */
export function sha256Of(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
