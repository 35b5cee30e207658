import assert from "node:assert/strict";
import { test } from "node:test";
import { accountId } from "#kernel";
import type { PersonLine } from "#server";
import { findPeople } from "./find-people.ts";

const units = [{ id: "a", name: "Familjefrid" }];
const anna: PersonLine = {
  account: accountId("1"),
  name: "Anna Björk",
  signInName: "anna.bjork",
  state: "active",
  roles: [{ role: "caseWorker", unit: "a" }],
  lastSignInOn: null,
};
const gone: PersonLine = { ...anna, name: "Bo Ek", signInName: "bo", state: "left", roles: [] };

function found(text: string, withLeft = false): readonly string[] {
  return findPeople([anna, gone], units, text, withLeft).map(({ name }) => name);
}

test("found by name, sign-in name, role and unit, in any order of the words", () => {
  assert.deepEqual(found("familjefrid anna"), ["Anna Björk"]);
  assert.deepEqual(found("HANDLÄGGARE"), ["Anna Björk"]);
  assert.deepEqual(found("anna.bj"), ["Anna Björk"]);
  assert.deepEqual(found("anna chef"), []);
});

test("those who have left are found when they are asked for", () => {
  assert.deepEqual(found(""), ["Anna Björk"]);
  assert.deepEqual(found("", true), ["Anna Björk", "Bo Ek"]);
});
