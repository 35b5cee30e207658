import { parseArgs } from "node:util";
import { openRelease } from "#compilation";
import { fail } from "../fail.ts";
import { regionLines, releaseLines } from "../release-lines.ts";

const options = { json: { type: "boolean", default: false } } as const;

/** Prints what a release publishes; with --json the whole of it, as `docs/cli.md` describes. */
export async function show(words: readonly string[]): Promise<void> {
  const wish = readWish(words);
  if (typeof wish === "string") return fail([wish]);
  const opened = await openRelease(wish.release);
  if (opened.kind === "refused") return fail(opened.problems);
  const { document } = opened.value;
  const text = wish.isJson
    ? JSON.stringify(document, null, 2)
    : [...regionLines(opened.value), "", ...releaseLines(document)].join("\n");
  process.stdout.write(`${text}\n`);
}

function readWish(words: readonly string[]) {
  const help = "Try: skillnad show --help";
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options,
      allowPositionals: true,
    });
    const [release, ...others] = positionals;
    if (release === undefined || others.length > 0) return `Name one release. ${help}`;
    return { release, isJson: values.json };
  } catch (error) {
    return `${(error as Error).message}. ${help}`;
  }
}
