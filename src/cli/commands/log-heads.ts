import { chown, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { type ChainHead, followLog, type LogBreak } from "#access";
import { type MunicipalityCode, strongRandomness, systemClock } from "#kernel";
import { openKeyCupboard, readEnvironment } from "#server";
import { type Logs, readLogs } from "#store";
import { counted } from "../counted.ts";
import { fail } from "../fail.ts";
import { signHead } from "../logs/signed-heads.ts";
import { filesFolder, storePlace } from "../open-store.ts";
import { writeNewFile } from "../write-new-file.ts";

const options = { out: { type: "string" }, json: { type: "boolean", default: false } } as const;

/** How far every log has come, signed by its municipality: to be kept where nobody here can change it. */
export async function logHeads(words: readonly string[]): Promise<void> {
  const wish = readWish(words);
  if (typeof wish === "string") return fail([wish]);
  const { out, isJson } = wish;
  const environment = readEnvironment(process.env);
  if (environment.kind === "refused") return fail(environment.problems);
  const passedIn = { clock: systemClock, randomness: strongRandomness };
  const read = await readLogs(storePlace(environment.value), passedIn, endsOf);
  if (read.kind === "refused") return fail(read.problems);
  const broken = read.value.filter((each) => "why" in each.end);
  if (broken.length > 0) {
    // A signature under what does not hold would vouch for it.
    return fail(
      broken.map(
        ({ municipality }) =>
          `The log of ${municipality} does not hold. Nothing is signed. Try: skillnad verify-log`,
      ),
    );
  }
  const files = filesFolder(environment.value);
  const at = systemClock.now();
  const lines: string[] = [];
  for (const { municipality, end } of read.value) {
    if ("why" in end) continue;
    lines.push(signHead(await signingKey(files, municipality), end, at));
  }
  const written = await writeNewFile(out, lines.join(""));
  if (written.kind === "refused") return fail(written.problems);
  process.stdout.write(
    isJson
      ? `${JSON.stringify({ file: out, at, municipalities: read.value.map((each) => each.municipality) })}\n`
      : `${out}: ${counted(lines.length, "head")}, signed. Keep it in another system.\n`,
  );
}

type End = { readonly municipality: MunicipalityCode; readonly end: ChainHead | LogBreak };

async function endsOf({ logs }: Logs): Promise<readonly End[]> {
  const ends: End[] = [];
  for await (const { municipality, head, links } of logs) {
    const follower = followLog(head, []);
    for await (const link of links) follower.add(link);
    const verdict = follower.end();
    ends.push({ municipality, end: verdict.kind === "intact" ? verdict.head : verdict });
  }
  return ends;
}

/** Run as root, it makes the key as whoever runs Skillnad would have: that one has to read it too. */
async function signingKey(files: string, municipality: MunicipalityCode) {
  const folder = join(files, "keys");
  const places = [dirname(files), files, folder, join(folder, `signing-${municipality}.key`)];
  const owners = await Promise.all(places.map((place) => stat(place).catch(() => undefined)));
  const key = await openKeyCupboard(folder).signingKey(municipality);
  const owner = owners.findLast((each) => each !== undefined);
  if (process.getuid?.() === 0 && owner) {
    const made = places.filter((_, index) => owners[index] === undefined);
    for (const place of made) await chown(place, owner.uid, owner.gid);
  }
  return key;
}

function readWish(words: readonly string[]) {
  const help = "Try: skillnad log-heads --help";
  try {
    const { out, json: isJson } = parseArgs({ args: [...words], options }).values;
    return out ? { out, isJson } : `--out is needed. ${help}`;
  } catch (error) {
    return `${(error as Error).message}. ${help}`;
  }
}
