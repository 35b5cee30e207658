import { accountId } from "#kernel";
import type { LogMark, MunicipalityTransaction } from "#store";
import { nameIn } from "../name-in.ts";
import type { LogMarkLines } from "../wire-of-log.ts";
import { judgeOf } from "./find-marks.ts";
import { reasonAt } from "./reason-at.ts";

/** More than anybody reads; the rest is in the log. */
const mostLines = 300;

/** The log lines behind a mark, each with whose the case was then and the reason that was given. */
export async function linesBehind(
  tx: MunicipalityTransaction,
  { sequences }: LogMark,
): Promise<LogMarkLines> {
  const lines = await tx.logReading.lines(sequences.slice(0, mostLines));
  const judge = await judgeOf(tx, lines);
  const reasons = await tx.logReading.reasons([
    ...new Set(lines.flatMap((line) => line.case ?? [])),
  ]);
  const names = await tx.accounts.names();
  return {
    entries: lines.map(({ account, case: of, at, sequence, action, caseCode, details }) => ({
      sequence,
      at,
      by: account === null ? "" : nameIn(names, account),
      action,
      caseCode,
      // Whose roles or way in it was about: her name, to somebody who reviews what was done to it.
      details: JSON.stringify(
        typeof details.account === "string"
          ? { ...details, account: nameIn(names, accountId(details.account)) }
          : details,
      ),
      isHers:
        // Of a case that has been disposed of nobody knows any longer.
        of === null || account === null || caseCode === null
          ? null
          : judge({ sequence, at, account, action, case: of }).isHers,
      reason: reasonAt(reasons, { account, case: of, at }),
    })),
    isMore: sequences.length > mostLines,
  };
}
