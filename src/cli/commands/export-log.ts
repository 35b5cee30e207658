import { parseArgs } from "node:util";
import { strongRandomness, systemClock } from "#kernel";
import { readEnvironment } from "#server";
import { readLogs } from "#store";
import { fail } from "../fail.ts";
import { logLines } from "../logs/log-file.ts";
import { storePlace } from "../open-store.ts";
import { writeNewFile } from "../write-new-file.ts";

const options = { out: { type: "string" }, json: { type: "boolean", default: false } } as const;

/** Every log as lines of JSON, of one moment, for whoever verifies it elsewhere. */
export async function exportLog(words: readonly string[]): Promise<void> {
  const wish = readWish(words);
  if (typeof wish === "string") return fail([wish]);
  const environment = readEnvironment(process.env);
  if (environment.kind === "refused") return fail(environment.problems);
  const { out, isJson } = wish;
  const passedIn = { clock: systemClock, randomness: strongRandomness };
  const read = await readLogs(storePlace(environment.value), passedIn, async (logs) => ({
    written: await writeNewFile(out, logLines(logs, systemClock.now()), 0o600),
    codes: logs.codes,
  }));
  if (read.kind === "refused") return fail(read.problems);
  const { written, codes } = read.value;
  if (written.kind === "refused") return fail(written.problems);
  process.stdout.write(
    isJson
      ? `${JSON.stringify({ file: out, municipalities: codes })}\n`
      : `${out}: the logs of ${codes.join(", ")}. It tells who opened what: keep it as you keep the database.\n`,
  );
}

function readWish(words: readonly string[]) {
  const help = "Try: skillnad export-log --help";
  try {
    const { out, json: isJson } = parseArgs({ args: [...words], options }).values;
    return out ? { out, isJson } : `--out is needed. ${help}`;
  } catch (error) {
    return `${(error as Error).message}. ${help}`;
  }
}
