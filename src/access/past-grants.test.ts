import assert from "node:assert/strict";
import { test } from "node:test";
import { accountId, instant, unitId } from "#kernel";
import { grantInOneWord, grantOfWord, grantsBefore } from "./past-grants.ts";
import { isPowerSign, type PowerAct } from "./power-acts.ts";

const fyren = unitId("9001-fyren");

test("a grant is one word in the log, and is read back from it", () => {
  for (const grant of [
    { role: "unitManager", unit: fyren },
    { role: "administrator", unit: null },
  ] as const) {
    assert.deepEqual(grantOfWord(grantInOneWord(grant)), grant);
  }
  assert.equal(grantOfWord("owner@9001-fyren"), undefined);
});

test("changes are undone from the last: a role given and taken again was not there before", () => {
  const now = [{ role: "caseWorker", unit: fyren }] as const;
  const given = { added: ["unitManager@9001-fyren"], removed: [] };
  const taken = { added: [], removed: ["unitManager@9001-fyren"] };
  assert.deepEqual(grantsBefore(now, [taken]), [...now, { role: "unitManager", unit: fyren }]);
  assert.deepEqual(grantsBefore(now, [given, taken]), now);
  assert.deepEqual(grantsBefore(now, [{ added: ["caseWorker@9001-fyren"], removed: [] }]), []);
});

const [eva, anna] = [accountId("eva"), accountId("anna")];
function act(change: Partial<PowerAct>): PowerAct {
  return {
    ...{ sequence: 1, at: instant("2026-11-02T08:00:00Z"), by: eva, account: anna },
    ...{ action: "person.changed", added: [], removed: [] },
    ...change,
  };
}

test("a way in that was there before, and power, are signs; an ordinary colleague is none", () => {
  assert.ok(isPowerSign(act({ action: "recovery.allowed" })));
  assert.ok(isPowerSign(act({ action: "person.came-back" })));
  for (const role of ["administrator", "logReviewer", "unitManager@here"]) {
    assert.ok(isPowerSign(act({ action: "person.invited", added: [role] })), role);
  }
  for (const added of [["caseWorker@here"], ["analyst"], []]) {
    assert.ok(!isPowerSign(act({ action: "person.invited", added })), String(added));
  }
  assert.ok(isPowerSign(act({ account: eva, added: ["caseWorker@here"] })));
  assert.ok(isPowerSign(act({ account: eva, added: ["coordinator"] })));
  assert.ok(!isPowerSign(act({ account: eva, added: ["committeeReader"] })));
  assert.ok(!isPowerSign(act({ removed: ["administrator"] })));
});
