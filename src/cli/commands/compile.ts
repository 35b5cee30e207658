import { parseArgs } from "node:util";
import { effectiveCodebooks } from "#codebook";
import { compileRelease } from "#compilation";
import { problemSentence } from "#kernel";
import { counted } from "../counted.ts";
import { deliveryFilesIn } from "../delivery-files.ts";
import { fail } from "../fail.ts";
import { showProgress } from "../show-progress.ts";
import { wholeNumber } from "../whole-number.ts";

/** A participant may subtract its own; with three there are two others left. */
const leastParticipants = 3;

const options = {
  out: { type: "string" },
  "skip-invalid": { type: "boolean", default: false },
  threads: { type: "string", default: "2" },
  json: { type: "boolean", default: false },
} as const;

/** Makes a release of all deliveries in a folder. Nothing is written when any of them is refused. */
export async function compile(words: readonly string[]): Promise<void> {
  const wish = readWish(words);
  if (typeof wish === "string") return fail([wish]);
  const files = await deliveryFilesIn(wish.folder);
  if (files.kind === "refused") return fail(files.problems);
  const progress = showProgress(files.value.length, "deliveries");
  const compiled = await compileRelease({
    deliveries: files.value,
    out: wish.out,
    codebooks: effectiveCodebooks(),
    skipInvalid: wish.skipInvalid,
    leastParticipants,
    threads: wish.threads,
    progress: () => progress.add(1),
  });
  progress.end();
  if (compiled.kind === "refused") {
    fail(compiled.problems);
    if (!wish.skipInvalid && files.value.length > 1) {
      fail(["Nothing was written. Put it right, or leave these out with --skip-invalid."]);
    }
    return;
  }
  const { document, skipped } = compiled.value;
  for (const each of skipped) process.stderr.write(`left out: ${problemSentence(each, "en")}\n`);
  const { municipalities, cases, missing } = document;
  const summary = { release: wish.out, municipalities, cases, missing };
  process.stdout.write(
    wish.isJson
      ? `${JSON.stringify(summary)}\n`
      : `${counted(municipalities, "municipality", "municipalities")}, ${cases ?? "too few"} cases: a release in ${wish.out}.\n`,
  );
}

function readWish(words: readonly string[]) {
  const help = "Try: skillnad compile --help";
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options,
      allowPositionals: true,
    });
    const [folder, ...others] = positionals;
    if (folder === undefined || others.length > 0) return `Name one folder of deliveries. ${help}`;
    if (!values.out) return `--out RELEASE is needed. ${help}`;
    const threads = wholeNumber(values.threads, { least: 1, most: 64 });
    if (threads === undefined) {
      return "--threads must be a whole number from 1 to 64.";
    }
    const { out, json: isJson, "skip-invalid": skipInvalid } = values;
    return { folder, out: out.replace(/\/+$/, ""), threads, isJson, skipInvalid };
  } catch (error) {
    return `${(error as Error).message}. ${help}`;
  }
}
