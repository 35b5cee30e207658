import assert from "node:assert/strict";
import { test } from "node:test";
import { accountId, instant, unitId } from "#kernel";
import { type CaseTie, isHers, wasRestricted } from "./case-ties.ts";

const [anna, berit, maria] = [accountId("anna"), accountId("berit"), accountId("maria")];
const [fyren, hamnen] = [unitId("fyren"), unitId("hamnen")];
const worker = [{ role: "caseWorker", unit: fyren }] as const;
const manager = [{ role: "unitManager", unit: fyren }] as const;

/** Anna's from March, Berit's from April, and of the other unit from May. */
const ties: readonly CaseTie[] = [
  tie("2026-03-01T08:00:00Z", {}),
  tie("2026-04-01T08:00:00Z", { assignee: berit, readers: [berit, maria] }),
  tie("2026-05-01T08:00:00Z", { assignee: null, unit: hamnen }),
];

function tie(from: string, change: Partial<CaseTie>): CaseTie {
  const plain = { unit: fyren, assignee: anna, sharedWith: null, readers: null };
  return { from: instant(from), ...plain, ...change };
}

test("a case is the one's who had it at that moment, and the other's after", () => {
  const at = (when: string) => [
    isHers(ties, anna, worker, instant(when)),
    isHers(ties, berit, worker, instant(when)),
  ];
  assert.deepEqual(at("2026-03-31T08:00:00Z"), [true, false]);
  assert.deepEqual(at("2026-04-02T08:00:00Z"), [false, true]);
  assert.deepEqual(at("2026-05-02T08:00:00Z"), [false, false]);
});

test("a restricted case is its readers', whoever else manages the unit", () => {
  const restricted = [tie("2026-03-01T08:00:00Z", { readers: [berit] })];
  const at = instant("2026-03-02T08:00:00Z");
  assert.ok(isHers(restricted, berit, worker, at));
  assert.ok(isHers(restricted, anna, worker, at));
  assert.ok(!isHers(restricted, maria, manager, at));
});

test("a manager's are all of her unit, also the one that she moves away in that moment", () => {
  assert.ok(isHers(ties, maria, manager, instant("2026-04-02T08:00:00Z")));
  assert.ok(isHers(ties, maria, manager, instant("2026-05-01T08:00:00Z")));
  assert.ok(!isHers(ties, maria, manager, instant("2026-05-01T08:00:01Z")));
  assert.ok(!isHers(ties, maria, worker, instant("2026-03-02T08:00:00Z")));
});

test("a shared case is also the other unit's worker's and manager's", () => {
  const shared = [tie("2026-03-01T08:00:00Z", { sharedWith: { unit: hamnen, assignee: berit } })];
  const at = instant("2026-03-02T08:00:00Z");
  assert.ok(isHers(shared, berit, [{ role: "caseWorker", unit: hamnen }], at));
  assert.ok(isHers(shared, maria, [{ role: "unitManager", unit: hamnen }], at));
});

test("a case was restricted when it was, and one without a past is nobody's", () => {
  assert.ok(!wasRestricted(ties, instant("2026-03-02T08:00:00Z")));
  assert.ok(wasRestricted(ties, instant("2026-04-02T08:00:00Z")));
  assert.ok(!isHers([], anna, worker, instant("2026-03-02T08:00:00Z")));
});
