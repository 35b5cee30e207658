import { createHash } from "node:crypto";
import type { MunicipalityCode } from "#kernel";

/**
 * Twenty bits of a case code's hash: of 25 million codes some 25 have the same. Kept of a disposed case,
 * so that its code, which stands in a person's file, is not drawn for somebody else's; and too little to
 * tell whether a code has been in use.
 */
export function codeMark(municipality: MunicipalityCode, code: string): number {
  const hash = createHash("sha256").update(`${municipality} ${code}`).digest();
  return hash.readUInt32BE(0) >>> 12;
}
