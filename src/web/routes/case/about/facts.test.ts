import assert from "node:assert/strict";
import { test } from "node:test";
import { accountId, instant, municipalityCode } from "#kernel";
import type { CaseCircle } from "#server";
import { aCaseView } from "../../../testing/a-case-view.ts";
import { readersByUnit, workersIn } from "./circle.ts";
import { type Act, factsOf } from "./facts.ts";
import { doneInWords, lifeRequestOf, losesSight } from "./life-change.ts";

const [anna, bo, karin] = [accountId("anna"), accountId("bo"), accountId("karin")];
const people = {
  anna: { account: anna, name: "Åsa Ek", roles: ["caseWorker"] },
  bo: { account: bo, name: "Bo Berg", roles: ["caseWorker"] },
  karin: { account: karin, name: "Karin Lind", roles: ["unitManager"] },
} as const;
const circle: CaseCircle = {
  assignee: anna,
  shareAssignee: null,
  readers: null,
  units: [
    unit("bryggan", "Bryggan", [people.bo, people.karin]),
    { ...unit("familjefrid", "Familjefrid", [people.karin, people.anna]), isOwner: true },
  ],
  municipalities: [
    { code: "9001", name: "Granviken" },
    { code: "9002", name: "Norrlöv" },
  ],
};
const everything = { manage: true, share: true, write: true };
const nothing = { manage: false, share: false, write: false };

test("everything there is to do stands at its fact, for those who may", () => {
  assert.deepEqual(acts(), [
    "transfer",
    "assign",
    "share",
    "serve",
    "previous",
    "restrict",
    "void",
  ]);
});

test("those who may not see the same facts, and nothing to do", () => {
  const seen = factsOf(aCaseView(), circle, nothing, "Granviken");
  assert.deepEqual(
    seen.map(({ name, value }) => [name, value]),
    factsOf(aCaseView(), circle, everything, "Granviken").map(({ name, value }) => [name, value]),
  );
  assert.ok(seen.every((fact) => fact.acts.length === 0));
});

test("a voided case can be restored, and nothing else", () => {
  const voided = { by: "Karin Lind", at: instant("2026-03-12T13:02:00Z"), reason: null };
  assert.deepEqual(acts({ voided }), ["restore"]);
});

test("an anonymous case is linked to no other, and a closed one is corrected by nobody", () => {
  assert.ok(!acts({ isAnonymous: true }).includes("previous"));
  const ofClosed = acts({ state: "closed" });
  assert.ok(!ofClosed.includes("previous") && !ofClosed.includes("serve"));
  assert.ok(ofClosed.includes("assign"));
});

test("what has been done can be undone where it stands", () => {
  const sharedWith = { unit: { id: "bryggan", name: "Bryggan" }, assignee: "Bo Berg" };
  assert.deepEqual(
    acts({ sharedWith, readers: ["Karin Lind"] }).filter((act) => act.startsWith("un")),
    ["unshare", "unrestrict"],
  );
});

test("nothing is offered before it is known whom there is to choose among", () => {
  const facts = factsOf(aCaseView(), undefined, everything, "Granviken");
  assert.ok(facts.every((fact) => fact.acts.length === 0));
});

test("readers are listed once, the owner's first, in the order that they came in", () => {
  assert.deepEqual(
    readersByUnit(circle).map((each) => [each.name, each.people.map(({ name }) => name)]),
    [
      ["Familjefrid", ["Karin Lind", "Åsa Ek"]],
      ["Bryggan", ["Bo Berg"]],
    ],
  );
  assert.deepEqual(
    workersIn(circle.units[1]).map(({ name }) => name),
    ["Åsa Ek"],
  );
});

test("a change is sent to its own address, with what was chosen and nothing else", () => {
  assert.deepEqual(lifeRequestOf("M-7F3K-2", { kind: "restrict", readers: [anna], seen: null }), {
    method: "PUT",
    path: "/api/cases/M-7F3K-2/readers",
    body: { readers: [anna], seen: null },
  });
  assert.deepEqual(lifeRequestOf("M-7F3K-2", { kind: "void", reason: "Fel person" }), {
    method: "POST",
    path: "/api/cases/M-7F3K-2/voiding",
    body: { reason: "Fel person" },
  });
});

test("what was done is told as the case now stands", () => {
  assert.equal(
    doneInWords("assign", aCaseView({ assignee: null }), "Granviken"),
    "Ärendet är nu utan handläggare.",
  );
  assert.equal(doneInWords("serve", aCaseView(), "Granviken"), "Personens kommun är nu Granviken.");
  const servedMunicipality = { code: municipalityCode("9002"), name: "Norrlöv" };
  assert.equal(
    doneInWords("serve", aCaseView({ servedMunicipality }), "Granviken"),
    "Personens kommun är nu Norrlöv.",
  );
});

test("whoever moves a case away, or leaves herself out, is led away from it", () => {
  const moved = { kind: "transfer", unit: "bryggan", reason: "Flyttar" } as const;
  assert.ok(losesSight(moved, aCaseView({ managed: false, mine: false }), karin));
  assert.ok(!losesSight(moved, aCaseView({ managed: true, mine: false }), karin));
  assert.ok(losesSight({ kind: "restrict", readers: [anna], seen: null }, aCaseView(), karin));
  assert.ok(
    !losesSight({ kind: "restrict", readers: [anna, karin], seen: null }, aCaseView(), karin),
  );
});

function acts(parts: Parameters<typeof aCaseView>[0] = {}): readonly Act[] {
  const facts = factsOf(aCaseView(parts), circle, everything, "Granviken");
  return facts.flatMap((fact) => fact.acts.map(({ act }) => act));
}

function unit(id: string, name: string, of: CaseCircle["units"][number]["people"]) {
  return { id, name, isOwner: false, isSharing: false, people: of };
}
