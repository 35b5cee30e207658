import { parseArgs } from "node:util";
import { systemClock } from "#kernel";
import { examine } from "../doctor/examine.ts";
import { fail } from "../fail.ts";
import { readLastLines } from "../support/read-last-lines.ts";
import { supportBundleOf } from "../support/support-bundle-of.ts";
import { writeNewFile } from "../write-new-file.ts";

const options = { out: { type: "string" }, log: { type: "string" } } as const;

/** Writes what somebody who helps needs to know, and nothing about anybody. */
export async function supportBundle(words: readonly string[]): Promise<void> {
  const help = "Try: skillnad support-bundle --help";
  let wish: { readonly out?: string; readonly log?: string };
  try {
    wish = parseArgs({ args: [...words], options }).values;
  } catch (error) {
    return fail([`${(error as Error).message}. ${help}`]);
  }
  if (wish.out === undefined) return fail([`--out FILE is needed. ${help}`]);
  const log = wish.log === undefined ? [] : await readLastLines(wish.log);
  if (typeof log === "string") return fail([log]);
  const examined = await examine(process.env);
  const bundle = supportBundleOf(examined, {
    variables: process.env,
    at: systemClock.now(),
    log,
  });
  const text = `${JSON.stringify(bundle, null, 2)}\n`;
  const written = await writeNewFile(wish.out, text, 0o600);
  if (written.kind === "refused") return fail(written.problems);
  process.stdout.write(`${wish.out}: read it through before you send it.\n`);
}
