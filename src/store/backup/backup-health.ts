import { stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import { daysBetween, type Instant, instant, type Problem, problem, swedishDay } from "#kernel";
import { type BackupDiary, type BackupPlan, openBackupDiary } from "./backup-diary.ts";
import { type BookLook, openCaseKeyBook } from "./case-key-book.ts";
import { keyFileName } from "./key-file.ts";

/** A night may be missed by a machine that is restarted; two may not. */
const lateAfterDays = 2;
/** Where no plan says otherwise. */
const drillLateAfterDays = 90;
const gigabyte = 1_000_000_000;

export type BackupHealth = BackupDiary & {
  readonly plan: BackupPlan | undefined;
  readonly keys: BookLook | undefined;
  /** When the key file beside the backups was last written; `null`: there is none to see. */
  readonly keyFileAt: Instant | null;
  /** Bytes free where backups are written; `null`: no folder is chosen, or it cannot be reached. */
  readonly free: number | null;
  /** What must be done, the worst first, each with what to do. */
  readonly faults: readonly Problem[];
  /** What somebody should know. */
  readonly notes: readonly Problem[];
};

/** How it is with the backups of this machine. Changes nothing. */
export async function lookAtBackups(filesFolder: string, now: Instant): Promise<BackupHealth> {
  const diary = openBackupDiary(filesFolder);
  const [plan, told, keys] = await Promise.all([
    diary.plan(),
    diary.read(),
    openCaseKeyBook(filesFolder).look(),
  ]);
  const free = plan === undefined ? null : await freeIn(plan.folder);
  const isSameDisk =
    plan !== undefined && (await deviceOf(plan.folder)) === (await deviceOf(filesFolder));
  const keyFileAt =
    plan && keys ? await writtenAt(join(plan.folder, keyFileName(keys.book))) : null;
  const found = { ...told, plan, keys, keyFileAt, free };
  return { ...found, faults: faultsIn(found, now), notes: notesOf(found, isSameDisk, now) };
}

type Found = Omit<BackupHealth, "faults" | "notes">;

function faultsIn({ made, failed, drilled, plan, keys, free }: Found, now: Instant) {
  const faults: Problem[] = [];
  const days = made === null ? 0 : daysSince(made.at, now);
  if (failed !== null) {
    const day = swedishDay(failed.at);
    faults.push(problem("backup-failed", undefined, { day, reason: failed.sentence }));
  }
  if (made === null) faults.push(problem("backup-never"));
  else if (days >= lateAfterDays) faults.push(problem("backup-late", undefined, { days }));
  for (const folder of keys?.staleKeyFiles ?? []) faults.push(problem("key-file-stale", folder));
  if (drilled?.passed === false) faults.push(problem("drill-failed"));
  if (plan !== undefined && free === null) {
    faults.push(problem("backup-folder-lost", plan.folder));
  } else if (plan !== undefined && free !== null && free < 2 * (made?.bytes ?? 0) + gigabyte) {
    const details = { free: (free / gigabyte).toFixed(1).replace(".", ",") };
    faults.push(problem("backup-disk-low", plan.folder, details));
  }
  return faults;
}

function notesOf({ made, drilled, plan }: Found, isSameDisk: boolean, now: Instant) {
  const notes: Problem[] = [];
  if (plan === undefined && made !== null) notes.push(problem("backup-unplanned"));
  const most = plan?.drillDays ?? drillLateAfterDays;
  if (made !== null && drilled === null) notes.push(problem("drill-never"));
  const days = drilled === null ? 0 : daysSince(drilled.at, now);
  if (days > most) notes.push(problem("drill-late", undefined, { days }));
  if (plan?.recipients.length === 1) notes.push(problem("backup-one-key"));
  if (plan !== undefined && isSameDisk) notes.push(problem("backup-same-disk", plan.folder));
  return notes;
}

function daysSince(at: Instant, now: Instant): number {
  return daysBetween(swedishDay(at), swedishDay(now));
}

async function freeIn(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}

async function writtenAt(path: string): Promise<Instant | null> {
  const found = await stat(path).catch(() => undefined);
  return found === undefined ? null : instant(found.mtime.toISOString());
}

async function deviceOf(folder: string): Promise<number | undefined> {
  return (await stat(folder).catch(() => undefined))?.dev;
}
