import assert from "node:assert/strict";
import { test } from "node:test";
import { casesInUnits, heldRolesInWords, waysInInWords } from "./person-words.ts";

const units = [
  { id: "a", name: "Familjefrid" },
  { id: "b", name: "Fyren" },
];

test("roles are told once each, with the units that they are held in", () => {
  const roles = [
    { role: "caseWorker", unit: "b" },
    { role: "caseWorker", unit: "a" },
    { role: "administrator", unit: null },
  ] as const;
  assert.equal(
    heldRolesInWords(roles, units),
    "Handläggare i Familjefrid och Fyren · Administratör",
  );
  assert.equal(heldRolesInWords([], units), "");
});

test("ways in are told by their kind", () => {
  const ways = { password: true, passkeys: 2, providers: 1 };
  assert.equal(
    waysInInWords(ways),
    "lösenord med engångskod, 2 passnycklar och kommunens inloggning",
  );
  assert.equal(waysInInWords({ password: false, passkeys: 0, providers: 0 }), "inget än");
});

test("what is to be handed over is told as numbers", () => {
  const waiting = [
    { unit: "Familjefrid", cases: 3 },
    { unit: "Fyren", cases: 1 },
  ];
  assert.equal(casesInUnits(waiting), "3 öppna ärenden i Familjefrid och 1 öppet ärende i Fyren");
});
