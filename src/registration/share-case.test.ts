import assert from "node:assert/strict";
import { test } from "node:test";
import type { Share } from "./case-record.ts";
import { decideShare } from "./share-case.ts";
import {
  after,
  by,
  identity,
  otherUnit,
  refusals,
  samir,
  startedCase,
  voided,
} from "./testing/one-case.ts";

const share: Share = { unit: otherUnit, assignee: samir };

test("another unit works on the case too, and it stays its owner's", () => {
  const record = startedCase();
  const shared = after(record, decideShare(record, share, by()));
  assert.deepEqual(shared.sharedWith, share);
  assert.equal(shared.unit, identity.unit);
  assert.equal(shared.assignee, record.assignee);
});

test("the sharing gets another worker, or none, and ends", () => {
  const shared = after(startedCase(), decideShare(startedCase(), share, by()));
  const nobody = { unit: otherUnit, assignee: null };
  assert.deepEqual(after(shared, decideShare(shared, nobody, by())).sharedWith, nobody);
  assert.equal(after(shared, decideShare(shared, null, by())).sharedWith, null);
});

test("sharing as it is shared, and ending what is not shared, change nothing", () => {
  const record = startedCase();
  const shared = after(record, decideShare(record, share, by()));
  for (const decision of [
    decideShare(shared, { ...share }, by()),
    decideShare(record, null, by()),
  ]) {
    assert.ok(decision.kind === "done");
    assert.deepEqual(decision.value.changes, []);
  }
});

test("a unit shares nothing with itself, and a voided case is shared with nobody", () => {
  const itself = { unit: identity.unit, assignee: null };
  assert.deepEqual(refusals(decideShare(startedCase(), itself, by())), ["share-with-itself share"]);
  assert.deepEqual(refusals(decideShare(voided(startedCase()), share, by())), ["case-voided"]);
});
