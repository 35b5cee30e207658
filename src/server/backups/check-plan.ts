import { open, realpath, rm, stat } from "node:fs/promises";
import { isAbsolute, join, relative } from "node:path";
import { parseReceiver } from "#delivery";
import {
  done,
  type Outcome,
  type Problem,
  problem,
  randomId,
  refused,
  strongRandomness,
} from "#kernel";
import type { BackupPlan } from "#store";
import type { SetBackupPlan } from "../requests-of-backups.ts";

/** What somebody wants, where it can be carried out; else everything that is in the way. */
export async function checkPlan(
  wanted: SetBackupPlan,
  files: string,
): Promise<Outcome<BackupPlan>> {
  const { keep, drillDays } = wanted;
  const [time, folder] = [wanted.time.trim().replace(".", ":"), wanted.folder.trim()];
  const recipients = [...new Set(wanted.recipients.map((each) => each.trim()).filter(Boolean))];
  const why = await whyNotIn(folder, files);
  const problems: readonly Problem[] = [
    ...(/^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? [] : [problem("backup-time-wrong", "time")]),
    ...(why === undefined ? [] : [problem("backup-folder-unusable", "folder", { folder, why })]),
    ...(recipients.length === 0 ? [problem("backup-recipient-missing", "recipients")] : []),
    // By its number: what stands there by mistake may be a private one.
    ...recipients.flatMap((each, at) =>
      parseReceiver(each, "").kind === "done"
        ? []
        : [problem("backup-recipient-wrong", "recipients", { number: at + 1 })],
    ),
    ...(isWhole(keep, 2, 400) ? [] : [problem("backup-keep-wrong", "keep")]),
    ...(isWhole(drillDays, 7, 365) ? [] : [problem("backup-drill-days-wrong", "drillDays")]),
  ];
  if (problems.length > 0) return refused(...problems);
  return done({ time, folder, recipients, keep, drillDays });
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

/** In Swedish, as a sentence; `undefined`: it can be written to. */
async function whyNotIn(folder: string, files: string): Promise<string | undefined> {
  if (folder.includes("\0") || !isAbsolute(folder)) return "Skriv hela sökvägen från roten.";
  try {
    const there = await realpath(folder);
    if (!(await stat(there)).isDirectory()) return "Det är ingen mapp.";
    const within = relative(await realpath(files).catch(() => files), there);
    // A backup carries that folder whole: it would carry the earlier ones with it.
    if (!isAbsolute(within) && !within.startsWith(".."))
      return "Den ligger bland det som kopieras.";
    // Tried, since a right to write is no promise that one can.
    const trial = join(there, `.skillnad-${randomId(strongRandomness)}`);
    await (await open(trial, "wx", 0o600)).close();
    await rm(trial);
    return undefined;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "ENOENT") return "Den finns inte.";
    if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
      return "Skillnad får inte skriva där.";
    }
    return "Den går inte att nå.";
  }
}
