import { mkdir, readdir, rename, rm, rmdir } from "node:fs/promises";
import { parseArgs } from "node:util";
import { counted } from "../counted.ts";
import { fail } from "../fail.ts";
import { type PopulationSize, readSize, sizeOptions } from "../population-size.ts";
import { showProgress } from "../show-progress.ts";

const options = {
  out: { type: "string" },
  json: { type: "boolean", default: false },
  ...sizeOptions,
} as const;

type Wish = { readonly out: string; readonly isJson: boolean; readonly size: PopulationSize };

/** Invents municipalities with cases and writes what each would deliver, into a new folder. */
export async function demoData(words: readonly string[]): Promise<void> {
  const wish = readWish(words);
  if (typeof wish === "string") return fail([wish]);
  const { out, size, isJson } = wish;
  const taken = await emptied(out);
  if (taken !== undefined) return fail([taken]);

  // All or nothing: the folder has its name when every file is whole.
  const unfinished = `${out}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  const progress = showProgress(size.cases, "cases");
  try {
    const { writeAllDeliveries } = await import("../demo-data/share-out.ts");
    await writeAllDeliveries(unfinished, size, progress.add);
    await rename(unfinished, out);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  } finally {
    progress.end();
  }
  const summary = { out, ...size, files: size.municipalities };
  process.stdout.write(
    isJson
      ? `${JSON.stringify(summary)}\n`
      : `${counted(size.municipalities, "delivery", "deliveries")} with ${counted(size.cases, "case")} in ${out}. Everything is invented.\n`,
  );
}

/** Makes way for the folder; a sentence where something is in the way. */
async function emptied(out: string): Promise<string | undefined> {
  try {
    if ((await readdir(out)).length > 0) {
      return `${out} is not empty. Name a new folder with --out, or remove it first.`;
    }
    await rmdir(out);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== "ENOENT") return `${out} cannot be used: ${message}`;
  }
  return undefined;
}

function readWish(words: readonly string[]): Wish | string {
  const help = "Try: skillnad demo-data --help";
  try {
    const { values } = parseArgs({ args: [...words], options });
    const out = values.out?.replace(/\/+$/, "");
    if (!out) return `--out DIR is needed, and must be a new folder. ${help}`;
    const size = readSize(values);
    if (typeof size === "string") return size;
    return { out, isJson: values.json, size };
  } catch (error) {
    return `${(error as Error).message}. ${help}`;
  }
}
