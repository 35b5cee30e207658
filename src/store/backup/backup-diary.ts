import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { done, type Instant, type Outcome } from "#kernel";
import { writeWhole } from "../open/whole-file.ts";
import { aloneIn } from "./book-lock.ts";
import { ownFolder } from "./carried-files.ts";
import { openCaseKeyBook } from "./case-key-book.ts";
import { shortBook } from "./key-file.ts";
import { refusedFor } from "./make-backup.ts";

/** A machine's own way to make its backups. The private keys that open them are no part of it. */
export const BackupPlan = z.strictObject({
  /** By the clock in Sweden. */
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  folder: z.string().min(1),
  /** `age1…`, one or more: each opens a backup alone. */
  recipients: z.array(z.string()).min(1),
  /** How many backups stay in the folder. */
  keep: z.int().min(2).max(400),
  /** Days from one drill to the next. */
  drillDays: z.int().min(7).max(365),
});
export type BackupPlan = z.infer<typeof BackupPlan>;

const At = z.iso.datetime().transform((text) => text as Instant);

const Diary = z.strictObject({
  /** The newest that was made, by whomever. */
  made: z.strictObject({ at: At, file: z.string(), bytes: z.int(), sha256: z.string() }).nullable(),
  /** The last try that failed; forgotten when one succeeds. */
  failed: z.strictObject({ at: At, sentence: z.string() }).nullable(),
  drilled: z
    .strictObject({ at: At, passed: z.boolean(), file: z.string(), sha256: z.string().nullable() })
    .nullable(),
});
export type BackupDiary = z.infer<typeof Diary>;

const blank: BackupDiary = { made: null, failed: null, drilled: null };

export type DiaryBook = {
  /** `undefined`: none is set, or it cannot be read: then somebody sets it again. */
  readonly plan: () => Promise<BackupPlan | undefined>;
  /**
   * A receiver that the plan named and names no more is taken out of the key files there too. Others, to
   * whom somebody has made a backup by hand, stay.
   */
  readonly setPlan: (plan: BackupPlan) => Promise<void>;
  /**
   * What tells this installation's backups from another's in the same folder. Problems: case-keys-damaged,
   * case-keys-busy, file-unreadable.
   */
  readonly mark: () => Promise<Outcome<string>>;
  readonly read: () => Promise<BackupDiary>;
  /** What happened, beside what happened before. */
  readonly note: (change: Partial<BackupDiary>) => Promise<void>;
};

/** What is kept of backups in the files folder, and in none of them: how they are made, and how it went. */
export function openBackupDiary(filesFolder: string): DiaryBook {
  const folder = join(filesFolder, ownFolder);
  const book = openCaseKeyBook(filesFolder);
  const [planPath, diaryPath] = [join(folder, "plan.json"), join(folder, "diary.json")];

  function write(path: string, content: unknown): void {
    writeWhole(path, `${JSON.stringify(content, null, 2)}\n`, 0o600);
  }

  async function alone(work: () => Promise<void>): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await aloneIn(folder, work);
  }

  async function read(): Promise<BackupDiary> {
    return (await readForm(Diary, diaryPath)) ?? blank;
  }

  return {
    plan: () => readForm(BackupPlan, planPath),
    async setPlan(plan) {
      const before = await readForm(BackupPlan, planPath);
      await alone(async () => write(planPath, plan));
      const dropped = before?.recipients.filter((each) => !plan.recipients.includes(each)) ?? [];
      if (before === undefined || dropped.length === 0) return;
      const folders = [before.folder, plan.folder];
      await book.dropReceivers({ folders, dropped, instead: plan.recipients });
    },
    async mark() {
      try {
        return done(shortBook(await book.id()));
      } catch (error) {
        return refusedFor(error, folder);
      }
    },
    read,
    note: (change) => alone(async () => write(diaryPath, { ...(await read()), ...change })),
  };
}

async function readForm<Form extends z.ZodType>(
  form: Form,
  path: string,
): Promise<z.output<Form> | undefined> {
  try {
    return form.parse(JSON.parse(await readFile(path, "utf8")));
  } catch (error) {
    const isThere = !(error instanceof Error && "code" in error && error.code === "ENOENT");
    if (isThere && !(error instanceof SyntaxError || error instanceof z.ZodError)) throw error;
    return undefined;
  }
}
