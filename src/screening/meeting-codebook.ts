import { Codebook } from "#codebook";
import fokusmanad2026 from "./library/fokusmanad-2026.json" with { type: "json" };

let parsed: Codebook | undefined;

/** What is noted of a meeting: a codebook of its own, apart from those of cases. */
export function meetingCodebook(): Codebook {
  parsed ??= Codebook.parse(fokusmanad2026);
  return parsed;
}
