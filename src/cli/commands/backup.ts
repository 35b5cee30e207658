import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { readEnvironment } from "#server";
import { makeBackup, openBackupDiary, tellLogs } from "#store";
import { contentInWords, longStep, readReceivers } from "../backup-files.ts";
import { fail } from "../fail.ts";
import { filesFolder, storePlace } from "../open-store.ts";

const options = {
  to: { type: "string", multiple: true, default: [] as string[] },
  out: { type: "string" },
  json: { type: "boolean", default: false },
} as const;

/** Writes all that is kept to one sealed file, also while `npm start` serves it. */
export async function backup(words: readonly string[]): Promise<void> {
  const wish = readWish(words);
  if (typeof wish === "string") return fail([wish]);
  const environment = readEnvironment(process.env);
  if (environment.kind === "refused") return fail(environment.problems);
  const recipients = await readReceivers(wish.to);
  if (recipients.kind === "refused") return fail(recipients.problems);
  const files = filesFolder(environment.value);
  const { end, ...step } = longStep();
  const place = storePlace(environment.value);
  const made = await makeBackup({
    ...step,
    place,
    files,
    out: wish.out,
    recipients: recipients.value,
  });
  end();
  if (made.kind === "refused") return fail(made.problems);
  const { at, bytes, sha256, keyFile } = made.value;
  const noted = { at, bytes, sha256, file: resolve(wish.out) };
  await openBackupDiary(files).note({ made: noted, failed: null });
  const logged = await tellLogs(place, step, {
    at: step.clock.now(),
    action: "backup.made",
    details: { bytes, sha256 },
  });
  const told = wish.isJson
    ? JSON.stringify({ file: wish.out, ...made.value })
    : `${wish.out}: ${contentInWords(made.value)}, sealed.\nSHA-256 of the content ${sha256}\n` +
      `${keyFile}: opens its cases. Keep the newest one alone, beside the backups.\n` +
      `Try it: skillnad drill ${wish.out} --identity KEY`;
  process.stdout.write(`${told}\n`);
  // The backup is there, but nobody would see in the log that it was made.
  if (logged.kind === "refused") fail(logged.problems);
}

function readWish(words: readonly string[]) {
  const help = "Try: skillnad backup --help";
  try {
    const { to, out, json: isJson } = parseArgs({ args: [...words], options }).values;
    if (to.length === 0 || !out) return `--to and --out are needed. ${help}`;
    return { to, out, isJson };
  } catch (error) {
    return `${(error as Error).message}. ${help}`;
  }
}
