import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** When, on what. */
export type Occasion = {
  readonly day: string;
  /** The beginning of the commit, and whether the files were as it has them. */
  readonly commit: string;
  readonly isClean: boolean;
  readonly node: string;
  readonly cores: number;
};

export type FileResult = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
};

/** Of the whole suite, by test file. */
export type TestRun = Occasion & { readonly files: { readonly [path: string]: FileResult } };

export type TortureRun = Occasion & {
  readonly kills: { readonly [kind: string]: number };
  readonly acknowledged: number;
  readonly cases: number;
  readonly logEntries: number;
  /** What people were told instead of an acknowledgement, and how often. */
  readonly troubles: { readonly [kind: string]: number };
  /** `null`: it was not asked for. */
  readonly load: {
    readonly minutes: number;
    readonly requests: number;
    /** Megabytes when it had warmed up, and at the end. */
    readonly heap: readonly [number, number];
    readonly resident: readonly [number, number];
    readonly bytesLeftPerRequest: number;
  } | null;
};

export const proofFiles = {
  tests: "docs/proof/tests.json",
  torture: "docs/proof/torture.json",
  page: "docs/how-it-is-tested.md",
} as const;

/** `undefined`: it has not been run yet. */
export function readProof<Run>(path: string): Run | undefined {
  const file = join(root, path);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Run) : undefined;
}

export function writeProof(path: string, run: TestRun | TortureRun): void {
  writeFileSync(join(root, path), `${JSON.stringify(run, null, 2)}\n`);
}

export function thisOccasion(cores: number): Occasion {
  const git = (...words: readonly string[]) =>
    spawnSync("git", words, { cwd: root, encoding: "utf8" }).stdout?.trim() ?? "";
  return {
    day: new Date().toISOString().slice(0, 10),
    commit: git("rev-parse", "--short=10", "HEAD") || "none",
    isClean: git("status", "--porcelain", "--", ":!docs/proof", `:!${proofFiles.page}`) === "",
    node: process.versions.node,
    cores,
  };
}
