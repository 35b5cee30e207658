import assert from "node:assert/strict";
import { test } from "node:test";
import { neededPackages } from "./needed-packages.ts";

const linux = { os: "linux", cpu: "x64", libc: "glibc" };
const lockfile = {
  packages: {
    "": {},
    "node_modules/a": { dependencies: { b: "1" }, optionalDependencies: { "@n/linux": "1" } },
    "node_modules/a/node_modules/b": { dependencies: { c: "2" } },
    "node_modules/b": { dependencies: { never: "1" } },
    "node_modules/c": { optionalDependencies: { gone: "1", "@n/mac": "1", "@n/musl": "1" } },
    "node_modules/@n/linux": { os: ["linux"], cpu: ["x64"], libc: ["glibc"] },
    "node_modules/@n/mac": { os: ["darwin"] },
    "node_modules/@n/musl": { os: ["linux"], libc: ["musl"] },
    "node_modules/other": {},
  },
};

test("what is needed comes along, its own versions first, and nothing for other machines", () => {
  assert.deepEqual(neededPackages(lockfile, ["a"], linux), [
    "node_modules/@n/linux",
    "node_modules/a",
    "node_modules/a/node_modules/b",
    "node_modules/c",
  ]);
});

test("what the lockfile does not know cannot be shipped", () => {
  assert.throws(() => neededPackages(lockfile, ["b"], linux), /never, which node_modules\/b needs/);
});
