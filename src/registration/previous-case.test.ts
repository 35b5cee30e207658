import assert from "node:assert/strict";
import { test } from "node:test";
import { seededRandomness } from "#kernel";
import { openRecord } from "./apply-revision.ts";
import { newCaseCode } from "./case-code.ts";
import { decidePreviousCase } from "./previous-case.ts";
import { decideStart } from "./start-case.ts";
import {
  after,
  anna,
  by,
  closed,
  fullyAnswered,
  identity,
  refusals,
  startedCase,
  startedOn,
  voided,
} from "./testing/one-case.ts";

const earlier = newCaseCode(seededRandomness(1));
const asWritten = earlier.toLowerCase().replaceAll("-", " ");

function begun(isAnonymous: boolean, previousCode?: string) {
  const linked = previousCode === undefined ? {} : { previousCode };
  return decideStart({ startedOn, assignee: anna, isAnonymous, ...linked }, by());
}

test("a returning person's case begins with her old code, however it was written", () => {
  const decision = begun(false, asWritten);
  assert.ok(decision.kind === "done");
  assert.equal(openRecord(identity, decision.value).previousCode, earlier);
});

test("a mistyped code is found by its check character, in a new case and in one begun", () => {
  const mistyped = `${earlier.slice(0, -1)}${earlier.endsWith("A") ? "B" : "A"}`;
  assert.deepEqual(refusals(begun(false, mistyped)), ["wrong-case-code previousCode"]);
  assert.deepEqual(refusals(begun(false, "")), ["wrong-case-code previousCode"]);
  const linked = decidePreviousCase(startedCase(), mistyped, by());
  assert.deepEqual(refusals(linked), ["wrong-case-code previousCode"]);
});

test("an anonymous case is linked to no other, neither at the start nor later", () => {
  assert.deepEqual(refusals(begun(true, earlier)), ["anonymous-not-linked previousCode"]);
  const decision = begun(true);
  assert.ok(decision.kind === "done");
  const anonymous = openRecord(identity, decision.value);
  assert.equal(anonymous.isAnonymous, true);
  const linked = decidePreviousCase(anonymous, earlier, by());
  assert.deepEqual(refusals(linked), ["anonymous-not-linked previousCode"]);
});

test("the link is made, repeated without harm, and taken away", () => {
  const record = startedCase();
  const linked = after(record, decidePreviousCase(record, asWritten, by()));
  assert.equal(linked.previousCode, earlier);
  const again = decidePreviousCase(linked, earlier, by());
  assert.ok(again.kind === "done");
  assert.deepEqual(again.value.changes, []);
  assert.equal(after(linked, decidePreviousCase(linked, null, by())).previousCode, null);
});

test("no case comes before itself", () => {
  const record = { ...startedCase(), code: earlier };
  assert.deepEqual(refusals(decidePreviousCase(record, earlier, by())), [
    "previous-case-itself previousCode",
  ]);
});

test("a closed or a voided case keeps the link it has", () => {
  const ended = decidePreviousCase(closed(fullyAnswered()), earlier, by());
  assert.deepEqual(refusals(ended), ["case-closed"]);
  const gone = decidePreviousCase(voided(startedCase()), earlier, by());
  assert.deepEqual(refusals(gone), ["case-voided"]);
});
