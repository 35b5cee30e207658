/**
 * `npm run package`: everything in one file, for a machine that has neither Node nor npm nor a network.
 *
 *   node scripts/package.ts [--out FILE] [--level 1-9]
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { stagePackage } from "./package/stage-package.ts";
import { writeArchive } from "./package/write-archive.ts";

/** The time of every file in it, unless the one who builds says another: 2026-01-01. */
const defaultEpoch = 1_767_225_600;

const root = join(import.meta.dirname, "..");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const name = `skillnad-${version}-linux-x64`;
const { values } = parseArgs({
  options: {
    out: { type: "string", default: join(root, "dist", `${name}.tar.gz`) },
    level: { type: "string", default: "9" },
  },
});
const out = resolve(values.out);
const epoch = Number(process.env.SOURCE_DATE_EPOCH || defaultEpoch);

mkdirSync(dirname(out), { recursive: true });
const staging = mkdtempSync(join(dirname(out), "package-"));
try {
  const folder = join(staging, name);
  mkdirSync(folder);
  stagePackage(root, folder, epoch);
  await writeArchive(folder, { out, epoch, level: Number(values.level) });
  process.stdout.write(`${out}: ${(statSync(out).size / 1_000_000).toFixed(1)} MB\n`);
} finally {
  rmSync(staging, { recursive: true });
}
