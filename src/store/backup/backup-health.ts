import { stat, statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { daysBetween, type Instant, instant, type Problem, problem, swedishDay } from "#kernel";
import { type BackupDiary, type BackupPlan, openBackupDiary } from "./backup-diary.ts";
import { type BookLook, openCaseKeyBook } from "./case-key-book.ts";
import { keyFileName } from "./key-file.ts";
import { nameOfFolder } from "./key-file-places.ts";

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
  /** Where a key file was written and is no more: as where a disk is not mounted. */
  readonly keyFileGone: string | null;
  /** The newest backup is not where it was written. */
  readonly isFileGone: boolean;
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
  const gone = {
    keyFileGone: await keyFileGone(keys, told, plan),
    isFileGone: told.made !== null && (await writtenAt(told.made.file)) === null,
  };
  const found = { ...told, ...gone, plan, keys, keyFileAt, free };
  return { ...found, faults: faultsIn(found, now), notes: notesOf(found, isSameDisk, now) };
}

type Found = Omit<BackupHealth, "faults" | "notes">;

function faultsIn(found: Found, now: Instant) {
  const { made, failed, drilled, plan, keys, free } = found;
  const faults: Problem[] = [];
  const days = made === null ? 0 : daysSince(made.at, now);
  if (failed !== null) {
    const day = swedishDay(failed.at);
    faults.push(problem("backup-failed", undefined, { day, reason: failed.sentence }));
  }
  if (made === null) faults.push(problem("backup-never"));
  else if (days >= lateAfterDays) faults.push(problem("backup-late", undefined, { days }));
  // Where the folder is lost, that is told, and not all that lay there.
  const isLost = (folder: string) => free === null && folder === plan?.folder;
  if (made !== null && found.isFileGone && !isLost(dirname(made.file))) {
    faults.push(problem("backup-file-gone", made.file));
  }
  if (found.keyFileGone !== null && !isLost(found.keyFileGone)) {
    faults.push(problem("key-file-gone", found.keyFileGone));
  }
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

/** Of the folder that the plan names, and the one where the newest backup was written. */
async function keyFileGone(
  keys: BookLook | undefined,
  { made }: Pick<BackupDiary, "made">,
  plan: BackupPlan | undefined,
): Promise<string | null> {
  if (keys === undefined) return null;
  for (const folder of [plan?.folder, made && dirname(made.file)]) {
    if (!folder || !keys.keyFilesIn.includes(await nameOfFolder(folder))) continue;
    if ((await writtenAt(join(folder, keyFileName(keys.book)))) === null) return folder;
  }
  return null;
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
