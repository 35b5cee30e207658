import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { problem } from "#kernel";
import { checkBackupPlan, readEnvironment } from "#server";
import { openBackupDiary, openCaseKeyBook } from "#store";
import { readReceivers } from "../backup-files.ts";
import { fail } from "../fail.ts";
import { filesFolder, storePlace } from "../open-store.ts";

const options = {
  at: { type: "string", default: "02:15" },
  folder: { type: "string" },
  to: { type: "string", multiple: true, default: [] as string[] },
  keep: { type: "string", default: "30" },
  "drill-every": { type: "string", default: "90" },
  forget: { type: "string" },
  json: { type: "boolean", default: false },
} as const;

/** Sets when and where the program that serves makes backups by itself; it looks at this each minute. */
export async function backupPlan(words: readonly string[]): Promise<void> {
  const wish = readWish(words);
  if (typeof wish === "string") return fail([wish]);
  const environment = readEnvironment(process.env);
  if (environment.kind === "refused") return fail(environment.problems);
  const place = storePlace(environment.value);
  // What is written in a folder before its first start would keep it from being one of ours.
  if (place.kind === "folder" && !existsSync(join(place.folder, "skillnad.json"))) {
    return fail([problem("backup-nothing-there", place.folder)]);
  }
  if ("forget" in wish) {
    const book = openCaseKeyBook(filesFolder(environment.value));
    if ((await book.forget(wish.forget)) === "left") {
      return fail([problem("key-file-left", wish.forget)]);
    }
    process.stdout.write(
      `${wish.forget} is forgotten: make sure that the key file that lay there is destroyed.\n`,
    );
    return;
  }
  const recipients = await readReceivers(wish.to);
  if (recipients.kind === "refused") return fail(recipients.problems);
  const files = filesFolder(environment.value);
  const { at: time, folder, keep, drillDays, isJson } = wish;
  const wanted = { time, folder, recipients: [...recipients.value], keep, drillDays };
  const plan = await checkBackupPlan(wanted, files);
  if (plan.kind === "refused") return fail(plan.problems);
  await openBackupDiary(files).setPlan(plan.value);
  const told = isJson
    ? JSON.stringify(plan.value)
    : `Each day at ${plan.value.time}, by the clock in Sweden, to ${folder}; ${keep} are kept.\n` +
      "The Skillnad that serves makes the first one within a minute.";
  process.stdout.write(`${told}\n`);
}

function readWish(words: readonly string[]) {
  const help = "Try: skillnad backup-plan --help";
  try {
    const { at, folder, to, keep, json, forget, ...rest } = parseArgs({
      args: [...words],
      options,
    }).values;
    if (forget) return { forget: resolve(forget) };
    if (!folder || to.length === 0) return `--folder and --to are needed. ${help}`;
    const drillDays = Number(rest["drill-every"]);
    return { at, folder: resolve(folder), to, keep: Number(keep), drillDays, isJson: json };
  } catch (error) {
    return `${(error as Error).message}. ${help}`;
  }
}
