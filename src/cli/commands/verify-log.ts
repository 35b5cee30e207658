import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { LogVerdict } from "#access";
import { parseSenders, type Sender } from "#delivery";
import { done, type Outcome, problem, refused, strongRandomness, systemClock } from "#kernel";
import { readEnvironment } from "#server";
import { type Logs, readLogs } from "#store";
import { counted } from "../counted.ts";
import { fail } from "../fail.ts";
import { type FollowedLog, followLogs } from "../logs/follow-logs.ts";
import { readLogFile } from "../logs/log-file.ts";
import { readHeads, type SignedHead } from "../logs/signed-heads.ts";
import { storePlace } from "../open-store.ts";

const options = {
  from: { type: "string" },
  heads: { type: "string", multiple: true, default: [] as string[] },
  keys: { type: "string" },
  json: { type: "boolean", default: false },
} as const;

/** Follows every log to its end, without the program that wrote it; exit code 1 when one does not hold. */
export async function verifyLog(words: readonly string[]): Promise<void> {
  const wish = readWish(words);
  if (typeof wish === "string") return fail([wish]);
  const heads = await readAllHeads(wish.heads, wish.keys);
  if (heads.kind === "refused") return fail(heads.problems);
  const follow = (logs: Logs) => followLogs(logs, heads.value);
  const followed = await (wish.from === undefined
    ? followStore(follow)
    : readLogFile(wish.from, follow));
  if (followed.kind === "refused") return fail(followed.problems);
  const isWhole = followed.value.every(({ verdict }) => verdict.kind === "intact");
  const signedBy = signersOf(heads.value);
  const text = wish.isJson
    ? JSON.stringify({ isWhole, logs: followed.value.map(flat), signedBy }, null, 2)
    : [
        ...followed.value.map(({ municipality, verdict }) => `${municipality}: ${told(verdict)}`),
        // Whoever knows the key by heart, or by telephone, sees that it is the right one.
        ...(wish.keys
          ? []
          : signedBy.map((each) => `${each.municipality} signed with ${each.key}`)),
        isWhole ? `${counted(followed.value.length, "log")}, all whole.` : "NOT WHOLE.",
      ].join("\n");
  process.stdout.write(`${text}\n`);
  if (!isWhole) process.exitCode = 1;
}

async function followStore(
  follow: (logs: Logs) => Promise<readonly FollowedLog[]>,
): Promise<Outcome<readonly FollowedLog[]>> {
  const environment = readEnvironment(process.env);
  if (environment.kind === "refused") return environment;
  const passedIn = { clock: systemClock, randomness: strongRandomness };
  return readLogs(storePlace(environment.value), passedIn, follow);
}

async function readAllHeads(
  files: readonly string[],
  keys: string | undefined,
): Promise<Outcome<readonly SignedHead[]>> {
  const believed = keys === undefined ? done(undefined) : await readSenders(keys);
  if (believed.kind === "refused") return believed;
  const heads: SignedHead[] = [];
  for (const file of files) {
    const read = await readHeads(file, believed.value);
    if (read.kind === "refused") return read;
    heads.push(...read.value);
  }
  return done(heads);
}

async function readSenders(file: string): Promise<Outcome<readonly Sender[]>> {
  try {
    return parseSenders(await readFile(file, "utf8"), file);
  } catch (reason) {
    return refused(problem("file-unreadable", file, { reason: (reason as Error).message }));
  }
}

function signersOf(heads: readonly SignedHead[]) {
  const signers = new Map(
    heads.map(({ municipality, key }) => [`${municipality} ${key}`, { municipality, key }]),
  );
  return [...signers.values()];
}

function flat({ municipality, verdict }: FollowedLog) {
  return { municipality, ...verdict };
}

function told(verdict: LogVerdict): string {
  if (verdict.kind === "intact") {
    const { head, knownHeads } = verdict;
    const kept = knownHeads > 0 ? `, fits ${counted(knownHeads, "kept head")}` : "";
    return `whole, ${counted(head.sequence, "entry", "entries")}${kept}`;
  }
  const { at, why } = verdict;
  switch (why) {
    case "altered":
      return `BROKEN at entry ${at}: it is not the one that was written there`;
    case "missing":
      return `BROKEN at entry ${at}: it is gone`;
    case "cut-off":
      return `BROKEN at entry ${at}: it and all after it are gone`;
    case "added":
      return `BROKEN at entry ${at}: there are more than the head knows of`;
    case "rewritten":
      return `BROKEN between entries ${at} and ${verdict.through}: the log was written anew there, and with it all after, since the head was kept`;
  }
}

function readWish(words: readonly string[]) {
  const help = "Try: skillnad verify-log --help";
  try {
    const { values } = parseArgs({ args: [...words], options });
    const { from, heads, keys, json: isJson } = values;
    if (keys !== undefined && heads.length === 0) return `--keys goes with --heads. ${help}`;
    return { from, heads, keys, isJson };
  } catch (error) {
    return `${(error as Error).message}. ${help}`;
  }
}
