import {
  type AuditFinding,
  type AuditVerdict,
  auditRelease,
  type EarlierPublication,
  type PrivateNumbers,
  type RoundedNumber,
  verdictInWords,
} from "#disclosure";
import { done, type Outcome } from "#kernel";
import type { EarlierTold, KeptNumbers } from "./protected-cells.ts";
import { sha256 } from "./release-folder.ts";
import type { ReleaseVerdict, UnauditedTables } from "./tables/release-tables.ts";
import { tablesText } from "./tables/tables-text.ts";
import { toldSet } from "./tables/told-set.ts";

export type AuditOrder = {
  readonly threads?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** How many attacks of all have been tried. */
  readonly auditing?: ((tried: number, of: number) => void) | undefined;
};

export type AuditedTables = {
  /** What is published of it. */
  readonly verdict: ReleaseVerdict;
  /** For who compiles. */
  readonly inFull: AuditVerdict;
  /** What was found: which cells, and never what they are. */
  readonly findings: readonly Omit<AuditFinding, "interval">[];
};

/**
 * Attacks what is about to be published, as it stands in the file. Refused where it cannot be attacked,
 * or was cancelled.
 * @param beside by the places of the cells in `tables`.
 */
export async function auditTables(
  tables: UnauditedTables,
  kept: KeptNumbers,
  beside: readonly RoundedNumber[],
  { threads = 2, signal, auditing }: AuditOrder,
): Promise<Outcome<AuditedTables>> {
  const { set, shown } = toldSet(tables);
  const { regions, cells, relations } = set;
  const { counts, participants } = kept;
  const earlier = kept.earlier.map((each) => publishedBefore(each, tables, kept));
  const report = await auditRelease(
    {
      regions,
      cells,
      relations,
      shown,
      beside,
      earlier: earlier.map(({ publication }) => publication),
    },
    { counts, guards: cells, participants, earlier: earlier.map(({ numbers }) => numbers) },
    {
      threads,
      ...(signal ? { signal } : {}),
      ...(auditing ? { progress: ({ done: tried, all }) => auditing(tried, all) } : {}),
    },
  );
  if (report.kind === "refused") return report;
  const { verdict, findings } = report.value;
  const words = { sv: verdictInWords(verdict, "sv"), en: verdictInWords(verdict, "en") };
  const audited = sha256(tablesText(tables));
  return done({
    verdict: { passed: verdict.kind === "passed", words, audited },
    inFull: verdict,
    findings: findings.map(({ attack, cell, attacker }) => ({ attack, cell, attacker })),
  });
}

/**
 * What the ledger says was told before, besides what the set itself makes of it: nothing that the set
 * forgot is overlooked. Which of its own cases a participant had then is not in the ledger: here they are
 * the same as now, and in the set those that tell most.
 */
function publishedBefore(
  { release, told }: EarlierTold,
  { cells }: UnauditedTables,
  { participants }: KeptNumbers,
): {
  readonly publication: EarlierPublication;
  readonly numbers: PrivateNumbers["earlier"][number];
} {
  const counts = [...told.values()];
  return {
    publication: {
      release: release.slice(0, 12),
      cells: [...told.keys()].map((now) => {
        const cell = cells[now];
        return { id: cell?.id ?? "", region: cell?.region.code ?? "", now };
      }),
      relations: [],
      shown: counts,
    },
    numbers: {
      counts,
      guards: counts.map(() => ({ guard: "none" })),
      own: participants.map(({ own }) => {
        const shares = [...told].map(([now, count]) => Math.min(own.get(now) ?? 0, count));
        return new Map(shares.entries());
      }),
    },
  };
}
