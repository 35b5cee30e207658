import assert from "node:assert/strict";
import { test } from "node:test";
import { rolesInWords, unitsReachedWith, unitsWith } from "./roles.ts";

const familjefrid = { id: "u1", name: "Familjefrid" };
const worker = { grants: [{ role: "caseWorker", unit: familjefrid }] } as const;
const both = {
  grants: [
    { role: "caseWorker", unit: familjefrid },
    { role: "unitManager", unit: familjefrid },
    { role: "logReviewer", unit: null },
  ],
} as const;

test("the units where a person holds several roles are told once", () => {
  assert.deepEqual(unitsWith(both, "caseWorker", "unitManager"), [familjefrid]);
});

test("a role that is held in the whole municipality reaches every unit of it", () => {
  const fyren = { id: "u2", name: "Stödcentrum Fyren" };
  const units = [familjefrid, fyren];
  const coordinator = { grants: [{ role: "coordinator", unit: null }], units } as const;
  assert.deepEqual(unitsReachedWith(coordinator, "coordinator"), units);
  assert.deepEqual(unitsReachedWith(coordinator, "caseWorker"), []);
  assert.deepEqual(unitsReachedWith({ ...worker, units }, "caseWorker"), [familjefrid]);
});

test("the page says what the person is right now", () => {
  assert.equal(
    rolesInWords(both),
    "Handläggare, Familjefrid · Enhetschef, Familjefrid · Logggranskare",
  );
});

test("many units are told as a number", () => {
  const unit = (id: string) => ({ role: "unitManager", unit: { id, name: id } }) as const;
  assert.equal(rolesInWords({ grants: [unit("a"), unit("b")] }), "Enhetschef, a och b");
  assert.equal(
    rolesInWords({ grants: [unit("a"), unit("b"), unit("c")] }),
    "Enhetschef, 3 enheter",
  );
});
