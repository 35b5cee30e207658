import assert from "node:assert/strict";
import { test } from "node:test";
import { findTrouble } from "./find-trouble.ts";

function failing(code: string, more: object = {}): Error {
  return Object.assign(new Error("in words nobody may read"), { code, ...more });
}

test("a full disk is told apart from a database that is away, and that from one that is busy", () => {
  const told = ["53100", "ENOSPC", "57P01", "57P03", "08006", "58030", "ECONNREFUSED", "53300"];
  assert.deepEqual(
    told.map((code) => findTrouble(failing(code))),
    ["full", "full", "away", "away", "away", "away", "away", "busy"],
  );
});

test("the driver's own errors have words for a code", () => {
  const [busy, away] = [
    "timeout exceeded when trying to connect",
    "Connection terminated unexpectedly",
  ].map((words) => findTrouble(new Error(words)));
  assert.deepEqual([busy, away], ["busy", "away"]);
});

test("several addresses that all refuse are one trouble", () => {
  const refusals = [failing("ECONNREFUSED"), failing("ECONNREFUSED")];
  assert.equal(findTrouble(new AggregateError(refusals)), "away");
});

test("a missing socket is the database's, a missing file and a broken rule are faults of ours", () => {
  assert.equal(findTrouble(failing("ENOENT", { syscall: "connect" })), "away");
  assert.equal(findTrouble(failing("ENOENT", { syscall: "open" })), undefined);
  assert.equal(findTrouble(failing("23505")), undefined);
  assert.equal(findTrouble(new TypeError("x is not a function")), undefined);
  assert.equal(findTrouble("thrown"), undefined);
});
