import { createHash } from "node:crypto";
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { runtimeNode } from "./node-version.mjs";
import { Refusal } from "./refusal.mjs";
import { tellWhile } from "./tell.mjs";

/** What the pages are made of; tests and READMEs are not. */
const sources = [
  "package-lock.json",
  "tsconfig.json",
  "vite.config.ts",
  "docs/handbok",
  "docs/pictures",
  "scripts/handbook",
  "src/codebook",
  "src/kernel",
  "src/registration",
  "src/web",
];

/** @param {string} path */
function isSource(path) {
  return !/\.test\.tsx?$|\/README\.md$/.test(path);
}

/**
 * Names and contents of the files below the given paths, as one hash; missing paths count as empty.
 *
 * @param {string} root
 * @param {readonly string[]} paths relative to root
 */
export function fingerprint(root, paths = sources) {
  const hash = createHash("sha256");
  for (const path of paths.flatMap((start) => listFiles(root, start)).filter(isSource)) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\n${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

/**
 * @param {string} root
 * @returns {string | undefined} why the pages must be built
 */
export function whyBuild(root) {
  const stamp = join(root, "dist/web/.built-from");
  if (!existsSync(stamp)) return "they are not built yet";
  return readFileSync(stamp, "utf8") === fingerprint(root) ? undefined : "their source has changed";
}

/**
 * Builds aside and moves into place, stamp and all: an interrupted build leaves the old pages, and a
 * running server never finds half of them.
 *
 * @param {string} root
 * @param {string} why
 * @param {import("./run-child.mjs").Run} run
 */
export async function buildPages(root, why, run) {
  const words = { begun: `Building the pages (${why}).`, done: "Pages built" };
  await tellWhile(words, async () => {
    const built = join(root, "dist/web");
    const next = join(root, "dist/web-next");
    const old = join(root, "dist/web-old");
    // Taken before: what is edited while we build makes the result stale, as it should.
    const from = fingerprint(root);
    const vite = join(root, "node_modules/vite/bin/vite.js");
    const options = ["--outDir", next, "--emptyOutDir", "--logLevel", "warn"];
    const env = { ...process.env, NODE_ENV: "production", NO_COLOR: "1" };
    const args = [vite, "build", ...options];
    const { code, output } = await run({ file: runtimeNode(root), args, cwd: root, env });
    if (code !== 0) throw new Refusal(`The pages could not be built:\n${output.trimEnd()}`);
    writeFileSync(join(next, ".built-from"), from);
    rmSync(old, { recursive: true, force: true });
    if (existsSync(built)) renameSync(built, old);
    renameSync(next, built);
    rmSync(old, { recursive: true, force: true });
  });
}

/**
 * @param {string} root
 * @param {string} path a file or a folder
 * @returns {string[]} files, in an order that is the same on every machine
 */
function listFiles(root, path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((each) => listFiles(root, `${path}/${each}`));
}
