import { type Instant, type Problem, problemSentence, swedishDay, swedishTime } from "#kernel";
import { lookAtBackups } from "#store";
import { type Finding, finding } from "./finding.ts";
import type { FindingCode } from "./words.ts";

/** The newest backup and drill that were made here, and what is wrong with them. */
export async function lookAtNewestBackup(files: string, now: Instant): Promise<readonly Finding[]> {
  const { made, drilled, faults, notes } = await lookAtBackups(files, now);
  const newest = made && {
    ...{ file: made.file, day: swedishDay(made.at), time: swedishTime(made.at) },
    size: Number((made.bytes / 1_000_000).toFixed(1)),
  };
  return [
    ...(newest ? [finding("backup-newest", newest)] : []),
    ...(drilled?.passed ? [finding("drill-newest", { day: swedishDay(drilled.at) })] : []),
    ...faults.map((found) =>
      told(found, found.code === "backup-never" ? "backup-note" : "backup-fault"),
    ),
    ...notes.map((found) => told(found, "backup-note")),
  ];
}

function told(found: Problem, code: FindingCode): Finding {
  return finding(code, {
    sentence: problemSentence(found, "en"),
    svensk: problemSentence(found, "sv"),
  });
}
