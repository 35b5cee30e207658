import assert from "node:assert/strict";
import { test } from "node:test";
import { accountId, municipalityCode, unitId } from "#kernel";
import { authoriseCase, holdsRoleInUnit, unitsOf } from "./authorise.ts";
import { policy } from "./policy.ts";
import type { Actor, Role } from "./role.ts";

const familjefrid = unitId("familjefrid");
const other = unitId("other");

function holding(role: Role, unit: typeof other | null): Actor {
  return {
    municipality: municipalityCode("9001"),
    account: accountId("anna"),
    name: "Anna",
    grants: [{ role, unit }],
  };
}

const plain = { unit: familjefrid, sharedWith: null, readers: null, hasReason: false };
const own = { ...plain, assignee: accountId("anna") };
const colleagues = { ...plain, assignee: accountId("berit") };
const read = policy["GET /api/cases/:code"];
const write = policy["PUT /api/cases/:code/answers/:variable"];
const keyIn = policy["POST /api/survey-answers/:code"];

test("a worker reads and writes her own case", () => {
  for (const line of [read, write]) {
    assert.equal(authoriseCase(line, holding("caseWorker", familjefrid), own), "allowed");
  }
});

test("a colleague's case asks for a reason, and opens with one", () => {
  for (const line of [read, write]) {
    const worker = holding("caseWorker", familjefrid);
    assert.equal(authoriseCase(line, worker, colleagues), "reason-needed");
    assert.equal(authoriseCase(line, worker, { ...colleagues, hasReason: true }), "allowed");
  }
});

test("a reason opens nothing in another unit", () => {
  const worker = holding("caseWorker", other);
  assert.equal(authoriseCase(read, worker, { ...colleagues, hasReason: true }), "denied");
});

test("a worker who has left the unit no longer reaches her old case", () => {
  assert.equal(authoriseCase(read, holding("caseWorker", other), own), "denied");
});

test("a manager reads the unit's cases and writes in none", () => {
  const manager = holding("unitManager", familjefrid);
  assert.equal(authoriseCase(read, manager, colleagues), "allowed");
  assert.equal(authoriseCase(write, manager, { ...colleagues, hasReason: true }), "denied");
});

test("a coordinator keys in surveys and opens no case", () => {
  const coordinator = holding("coordinator", null);
  assert.equal(authoriseCase(keyIn, coordinator, colleagues), "allowed");
  assert.equal(authoriseCase(read, coordinator, { ...colleagues, hasReason: true }), "denied");
});

test("no other role reaches a case, whatever the municipality has granted it", () => {
  const others: readonly Role[] = [
    "analyst",
    "committeeReader",
    "regionalLead",
    "nationalAnalyst",
    "logReviewer",
    "administrator",
  ];
  for (const role of others) {
    for (const line of [read, write, keyIn]) {
      assert.equal(authoriseCase(line, holding(role, null), { ...own, hasReason: true }), "denied");
    }
  }
});

test("a grant on the municipality covers all its units", () => {
  assert.ok(holdsRoleInUnit(holding("unitManager", null), ["unitManager"], familjefrid));
  assert.ok(!holdsRoleInUnit(holding("unitManager", other), ["unitManager"], familjefrid));
  assert.equal(unitsOf(holding("unitManager", null), ["unitManager"]), "all");
  assert.deepEqual(unitsOf(holding("unitManager", other), ["unitManager"]), [other]);
  assert.deepEqual(unitsOf(holding("analyst", null), ["unitManager"]), []);
});

const share = policy["PUT /api/cases/:code/share"];
const assign = policy["PUT /api/cases/:code/assignee"];
const open = policy["POST /api/cases/:code/access-reasons"];
const sharedBy = (assignee: string | null) => ({
  ...colleagues,
  sharedWith: { unit: other, assignee: assignee === null ? null : accountId(assignee) },
});

test("whoever works on a shared case in the other unit reads and writes it as her own", () => {
  for (const line of [read, write]) {
    assert.equal(authoriseCase(line, holding("caseWorker", other), sharedBy("anna")), "allowed");
    const noLongerThere = holding("caseWorker", unitId("third"));
    assert.equal(authoriseCase(line, noLongerThere, sharedBy("anna")), "denied");
  }
});

test("to her colleagues there, a shared case is a colleague's", () => {
  const worker = holding("caseWorker", other);
  for (const line of [read, write]) {
    assert.equal(authoriseCase(line, worker, sharedBy("berit")), "reason-needed");
    assert.equal(authoriseCase(line, worker, { ...sharedBy("berit"), hasReason: true }), "allowed");
  }
  assert.equal(authoriseCase(open, worker, sharedBy(null)), "allowed");
  assert.equal(authoriseCase(open, worker, colleagues), "denied");
});

test("the manager of the unit that shares a case reads it, and the owner's alone manages it", () => {
  const there = holding("unitManager", other);
  assert.equal(authoriseCase(read, there, sharedBy("anna")), "allowed");
  assert.equal(authoriseCase(read, there, colleagues), "denied");
  for (const line of [assign, share]) {
    assert.equal(authoriseCase(line, there, sharedBy("anna")), "denied");
    assert.equal(
      authoriseCase(line, holding("unitManager", familjefrid), sharedBy("anna")),
      "allowed",
    );
  }
});

test("a worker shares her own case and manages nothing else of it, nor another's", () => {
  const worker = holding("caseWorker", familjefrid);
  assert.equal(authoriseCase(share, worker, own), "allowed");
  assert.equal(authoriseCase(assign, worker, own), "denied");
  assert.equal(authoriseCase(share, worker, { ...colleagues, hasReason: true }), "denied");
  // She works on it for the other unit: what becomes of it is the owner's.
  assert.equal(authoriseCase(share, holding("caseWorker", other), sharedBy("anna")), "denied");
});

test("the coordinator keys in for the unit that owns the case, not for one that shares it", () => {
  assert.equal(authoriseCase(keyIn, holding("coordinator", other), sharedBy("anna")), "denied");
  const here = holding("coordinator", familjefrid);
  assert.equal(authoriseCase(keyIn, here, sharedBy("anna")), "allowed");
});

test("a restricted case is there for its readers alone, whatever they hold or have said", () => {
  const lines = [read, write, open, keyIn, share, assign];
  const others = { ...sharedBy("anna"), hasReason: true, readers: [accountId("berit")] };
  for (const role of ["caseWorker", "unitManager", "coordinator"] as const) {
    for (const unit of [familjefrid, other, null]) {
      for (const line of lines) {
        assert.equal(authoriseCase(line, holding(role, unit), others), "denied");
      }
    }
  }
});

test("being named as a reader opens no more than one's role does", () => {
  const readers = [accountId("anna")];
  assert.equal(
    authoriseCase(read, holding("caseWorker", familjefrid), { ...own, readers }),
    "allowed",
  );
  const colleague = { ...colleagues, readers };
  assert.equal(authoriseCase(read, holding("caseWorker", familjefrid), colleague), "reason-needed");
  assert.equal(authoriseCase(read, holding("unitManager", familjefrid), colleague), "allowed");
  assert.equal(authoriseCase(keyIn, holding("coordinator", familjefrid), colleague), "allowed");
  assert.equal(authoriseCase(read, holding("coordinator", familjefrid), colleague), "denied");
  assert.equal(authoriseCase(read, holding("caseWorker", other), colleague), "denied");
});
