import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";

const root = join(import.meta.dirname, "../..");

/** What has not changed since the last run need not be read again. */
const known = ["--incremental", "--tsBuildInfoFile", join(root, ".cache/types.tsbuildinfo")];

const checks = [
  {
    says: "the types fit",
    program: "typescript/bin/tsc",
    args: ["--noEmit", "--pretty", "false", ...known],
  },
  {
    says: "the code is formatted and clean",
    program: "@biomejs/biome/bin/biome",
    args: ["check", "--error-on-warnings"],
  },
  { says: "nothing is dead", program: "knip/bin/knip.js", args: ["--no-progress"] },
];

for (const { says, program, args } of checks) {
  test(says, async () => {
    const path = join(root, "node_modules", program);
    const { code, output } = await run(process.execPath, [path, ...args]);
    assert.equal(code, 0, `${program} ${args.join(" ")}\n${output}`);
  });
}

function run(file: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  const child = spawn(file, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString("utf8") });
    });
  });
}
