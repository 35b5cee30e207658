import { createHash } from "node:crypto";
import type { CellSubject, LinkedCell, RegionLevel } from "../linked/linked-cells.ts";

export const ledgerFormat = "skillnad-ledger/1";

/**
 * All that has been published, and what was hidden in it; never a hidden count. Only ever added to:
 * each line bears the hash of the line before it.
 */
export type Ledger = {
  readonly releases: readonly LedgerRelease[];
  /** As in the file, without the last one, which says where it ends. */
  readonly lines: readonly string[];
  /** The hash of the last of these: what the next release follows. */
  readonly head: string;
};

/** What a release is, as far as later ones must know. */
export type LedgerHeading = {
  /** SHA-256 of its manifest. */
  readonly release: string;
  /** Whose figures: `nation`, `meetings`, or the municipality of a local release. */
  readonly of: string;
  readonly origin: "demo" | "real";
  readonly codebook: { readonly id: string; readonly version: string };
  /** `through` is the last day. */
  readonly round: LedgerRound;
  /** Interim: of a round that is still running. Final: once, and nothing after it. */
  readonly publication: "interim" | "final";
  /** The lowest that it tells of. */
  readonly level: RegionLevel;
  /** When it was made, in universal time. */
  readonly at: string;
};

export type LedgerRound = {
  readonly id: string;
  readonly from: string;
  readonly through: string;
  readonly cutOff: string;
};

export type LedgerRelease = LedgerHeading & {
  /** The head of the ledger that it was made by. */
  readonly follows: string;
  readonly cells: readonly LedgerCell[];
};

/** One number that could have left: its count, or `null` where it was hidden. */
export type LedgerCell = {
  readonly id: string;
  readonly region: string;
  readonly table: string;
  readonly population: "started" | "closed";
  readonly among: string;
  readonly subject: CellSubject;
  readonly count: number | null;
  /** By what kind of number it is, not by its count; so it says nothing of why one is hidden. */
  readonly guard: LinkedCell["guard"];
};

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
