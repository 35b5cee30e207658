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

const own = { unit: familjefrid, assignee: accountId("anna"), hasReason: false };
const colleagues = { unit: familjefrid, assignee: accountId("berit"), hasReason: false };
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
