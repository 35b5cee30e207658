import assert from "node:assert/strict";
import { test } from "node:test";
import { unitId } from "#kernel";
import { type PolicyLine, policy } from "./policy.ts";
import { type Grant, type Role, roles } from "./role.ts";
import { seenThings } from "./seen-things.ts";
import { casesSeen, whatIsSeen } from "./what-is-seen.ts";

const here = unitId("here");
const there = unitId("there");
const closed = () => false;

function holding(role: Role, unit: Grant["unit"] = null): readonly Grant[] {
  return [{ role, unit }];
}

/** «cases here · figures everywhere, changed» */
function told(grants: readonly Grant[]): string {
  const place = (where: ReturnType<typeof whatIsSeen>[number]["reads"]) =>
    where === null ? "-" : where === "municipality" ? "all" : where.join("+");
  return whatIsSeen(grants)
    .filter(({ reads, changes }) => reads !== null || changes !== null)
    .map(({ thing, reads, changes }) => `${thing}: ${place(reads)}/${place(changes)}`)
    .join(", ");
}

test("every route that asks for a role is about exactly one thing, and every thing has routes", () => {
  const asking = Object.entries(policy).filter(([, line]) => (line as PolicyLine).roles.length > 0);
  for (const [route] of asking) {
    const about = seenThings.filter(({ paths }) => paths.some((path) => path.test(route)));
    const names = about.map(({ id }) => id).join(", ");
    assert.equal(about.length, 1, `${route} is about: ${names || "nothing in seen-things.ts"}`);
  }
  for (const { id, paths } of seenThings) {
    const isUsed = asking.some(([route]) => paths.some((path) => path.test(route)));
    assert.ok(isUsed, `${id} is about no route`);
  }
});

test("what each role sees is what the policy's lines say, and nothing else", () => {
  for (const role of roles) {
    for (const { thing, reads, changes } of whatIsSeen(holding(role, here))) {
      const { paths } = seenThings.find(({ id }) => id === thing) ?? assert.fail();
      const lines = Object.entries(policy).filter(
        ([route, line]) =>
          paths.some((path) => path.test(route)) && (line.roles as readonly Role[]).includes(role),
      );
      const methods = lines.map(([route]) => route.split(" ")[0]);
      assert.equal(reads !== null, methods.includes("GET"), `${role} reads ${thing}`);
      const isChanging = methods.some((method) => method !== "GET");
      assert.equal(changes !== null, isChanging, `${role} changes ${thing}`);
    }
  }
});

test("a role reaches the units that it is held in, and the municipality's own things everywhere", () => {
  const both = [...holding("caseWorker", here), ...holding("caseWorker", there)];
  assert.match(told(both), /figures: here\+there\/-/);
  assert.match(told(both), /local-releases: all\/-/);
  assert.match(told(holding("coordinator")), /quality: all\/all/);
});

test("an administrator keeps accounts, and sees no case and no figure", () => {
  const grants = holding("administrator");
  assert.match(told(grants), /people: all\/all/);
  assert.doesNotMatch(told(grants), /cases|figures|quality|log|releases|deliveries/);
  assert.deepEqual(casesSeen(grants, closed), []);
});

test("of cases the judge of the routes decides: own, colleagues', and those of a unit that is open", () => {
  const [worker] = casesSeen(holding("caseWorker", here), closed);
  assert.equal(worker?.own.answers, "allowed");
  assert.equal(worker?.others.reads, "reason-needed");
  assert.equal(worker?.others.manages, "denied");
  const [colleague] = casesSeen(holding("caseWorker", here), (unit) => unit === here);
  assert.equal(colleague?.others.reads, "allowed");
  const [manager] = casesSeen(holding("unitManager", here), closed);
  assert.deepEqual(manager?.others, { reads: "allowed", answers: "denied", manages: "allowed" });
  for (const role of ["coordinator", "analyst", "committeeReader", "logReviewer"] as const) {
    assert.deepEqual(casesSeen(holding(role, here), closed), [], role);
  }
});
