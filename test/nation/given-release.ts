import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { ReleaseDocument } from "#compilation";
import { madeOnce } from "../made-once.ts";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "skillnad-nation-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** A path in a folder that is removed when the tests are done. */
export function pathTo(name: string): string {
  return join(folder, name);
}

export type Told = { readonly exitCode: number; readonly output: string; readonly errors: string };

/** `skillnad WORDS`, as people run it, to its end. */
export async function skillnad(...words: readonly string[]): Promise<Told> {
  const entry = join(root, "src/cli/index.ts");
  const large = { cwd: root, maxBuffer: 64 * 1024 * 1024 };
  try {
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [entry, ...words],
      large,
    );
    return { exitCode: 0, output: stdout, errors: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { exitCode: code, output: stdout, errors: stderr };
  }
}

/** The same, where it must go well. @throws with what it said. */
export async function done(...words: readonly string[]): Promise<string> {
  const { exitCode, output, errors } = await skillnad(...words);
  if (exitCode !== 0) throw new Error(`skillnad ${words.join(" ")}: ${errors}`);
  return output;
}

/**
 * A release of the deliveries in a folder, in a folder of its own: there nothing has been published before
 * that it would be held against.
 */
export async function compiled(deliveries: string, ...words: readonly string[]): Promise<string> {
  const out = join(mkdtempSync(join(folder, "compiled-")), "release");
  await done("compile", deliveries, "--out", out, ...words);
  return out;
}

const size = { seed: 5, municipalities: 9, cases: 450 };
const sizeInWords = Object.entries(size).flatMap(([name, value]) => [`--${name}`, String(value)]);

/** Deliveries of a few municipalities and the release of all levels that they make; one for the whole run. */
export const smallNation = {
  size,
  words: sizeInWords,
  async made(): Promise<{ readonly deliveries: string; readonly release: string }> {
    const at = await madeOnce("small-nation", async (made) => {
      const deliveries = join(made, "deliveries");
      await done("demo-data", "--out", deliveries, ...sizeInWords);
      await done("compile", deliveries, "--out", join(made, "compiled/release"));
    });
    return { deliveries: join(at, "deliveries"), release: join(at, "compiled/release") };
  },
};

export async function published(release: string): Promise<ReleaseDocument> {
  return JSON.parse(await done("show", release, "--json")) as ReleaseDocument;
}
