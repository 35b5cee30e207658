import type { Outcome } from "#kernel";
import { emptyLedger, extendLedger } from "../ledger/extend-ledger.ts";
import {
  type Ledger,
  type LedgerCell,
  type LedgerHeading,
  type LedgerRelease,
  sha256,
} from "../ledger/ledger.ts";

const round = {
  id: "2022-2023",
  from: "2022-01-01",
  through: "2023-12-31",
  cutOff: "2024-02-15T12:00:00.000Z",
};

/** An interim release of the nation's round, unless told otherwise. */
export function heading(name: string, more: Partial<LedgerHeading> = {}): LedgerHeading {
  return {
    release: sha256(name),
    of: "nation",
    origin: "demo",
    codebook: { id: "tiny", version: "1.0.0" },
    round,
    publication: "interim",
    level: "nation",
    at: "2024-03-01T12:00:00.000Z",
    ...more,
  };
}

/** How many gave one of these codes. */
export function answerCell(
  variable: string,
  codes: readonly number[],
  count: number | null,
  more: Partial<LedgerCell> = {},
): LedgerCell {
  return {
    id: `nation:started:${variable}:${codes.join(",")}`,
    region: "nation",
    table: variable,
    population: "started",
    among: "",
    subject: { kind: "answer", variable, codes },
    guard: "few",
    count,
    ...more,
  };
}

export function ledgerOf(
  ...releases: readonly (readonly [LedgerHeading, readonly LedgerCell[]])[]
): Ledger {
  return releases.reduce((ledger, [each, cells]) => extendLedger(ledger, each, cells), emptyLedger);
}

export function releaseWith(name: string, cells: readonly LedgerCell[]): LedgerRelease {
  return { ...heading(name), follows: emptyLedger.head, cells };
}

/** The codes of its problems; none where it went well. */
export function refusals(outcome: Outcome<unknown>): readonly string[] {
  return outcome.kind === "done" ? [] : outcome.problems.map(({ code }) => code);
}
