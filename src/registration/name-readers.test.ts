import assert from "node:assert/strict";
import { test } from "node:test";
import type { AccountId } from "#kernel";
import { decideReaders } from "./name-readers.ts";
import { decideShare } from "./share-case.ts";
import {
  after,
  anna,
  by,
  chief,
  otherUnit,
  refusals,
  restrictedTo,
  samir,
  startedCase,
  voided,
} from "./testing/one-case.ts";

function naming(record = startedCase(), ...readers: readonly AccountId[]) {
  return decideReaders(record, { readers, seen: record.readers, managers: [chief] }, by(chief));
}

test("a case is restricted to those who are named, each once, in no order", () => {
  const decision = naming(startedCase(), chief, anna, chief);
  assert.deepEqual(after(startedCase(), decision).readers, [anna, chief].sort());
});

test("naming the same people, and lifting what is not there, change nothing", () => {
  const restricted = restrictedTo(startedCase(), anna, chief);
  const lifted = decideReaders(
    startedCase(),
    { readers: null, seen: null, managers: [] },
    by(chief),
  );
  for (const decision of [naming(restricted, chief, anna), lifted]) {
    assert.ok(decision.kind === "done");
    assert.deepEqual(decision.value.changes, []);
  }
});

test("the restriction is lifted", () => {
  const restricted = restrictedTo(startedCase(), anna, chief);
  const lifting = { readers: null, seen: [chief, anna], managers: [] };
  const decision = decideReaders(restricted, lifting, by(chief));
  assert.equal(after(restricted, decision).readers, null);
});

test("somebody must read it", () => {
  assert.deepEqual(refusals(naming()), ["readers-empty readers"]);
});

test("whoever works on it is among the readers, in both units of a shared case", () => {
  assert.deepEqual(refusals(naming(startedCase(), chief)), ["readers-without-assignee readers"]);
  const record = startedCase();
  const shared = after(record, decideShare(record, { unit: otherUnit, assignee: samir }, by()));
  assert.deepEqual(refusals(naming(shared, anna, chief)), ["readers-without-assignee readers"]);
  assert.deepEqual(refusals(naming(shared, anna, samir, chief)), []);
});

test("one of the readers manages the unit, or nobody could change the list", () => {
  assert.deepEqual(refusals(naming(startedCase(), anna)), ["readers-without-manager readers"]);
  assert.deepEqual(refusals(naming(startedCase(), samir)), [
    "readers-without-assignee readers",
    "readers-without-manager readers",
  ]);
});

test("the list of a voided case stands", () => {
  assert.deepEqual(refusals(naming(voided(startedCase()), anna, chief)), ["case-voided"]);
});

test("one who has been taken off does not come back by a page that was opened before", () => {
  const both = restrictedTo(startedCase(), anna, samir, chief);
  const without = restrictedTo(both, anna, chief);
  const saved = { readers: [anna, samir, chief], seen: both.readers, managers: [chief] };
  assert.deepEqual(refusals(decideReaders(without, saved, by(chief))), [
    "readers-changed-meanwhile readers",
  ]);
});
