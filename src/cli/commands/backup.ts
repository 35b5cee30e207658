import { parseArgs } from "node:util";
import { readEnvironment } from "#server";
import { makeBackup } from "#store";
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
  const { end, ...step } = longStep();
  const made = await makeBackup({
    ...step,
    place: storePlace(environment.value),
    files: filesFolder(environment.value),
    out: wish.out,
    recipients: recipients.value,
  });
  end();
  if (made.kind === "refused") return fail(made.problems);
  const told = wish.isJson
    ? JSON.stringify({ file: wish.out, ...made.value })
    : `${wish.out}: ${contentInWords(made.value)}, sealed.\nSHA-256 of the content ${made.value.sha256}\n` +
      `Try it: skillnad drill ${wish.out} --identity KEY`;
  process.stdout.write(`${told}\n`);
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
