import { type Codebook, effectiveCodebooks } from "#codebook";
import { meetingCodebook } from "./meeting-codebook.ts";

/** All that a round can be asked by: the codebooks of cases, and that of meetings, which no case is under. */
export function roundCodebooks(): readonly Codebook[] {
  return [...effectiveCodebooks(), meetingCodebook()];
}
