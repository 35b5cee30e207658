import assert from "node:assert/strict";
import { test } from "node:test";
import type { Role } from "#access";
import { navigationOf } from "./navigation.ts";
import { resultsPagesOf } from "./results-pages.ts";

const familjefrid = { id: "u1", name: "Familjefrid" };

function holding(...roles: readonly Role[]) {
  const isOfUnit = (role: Role) => role === "caseWorker" || role === "unitManager";
  return { grants: roles.map((role) => ({ role, unit: isOfUnit(role) ? familjefrid : null })) };
}

function menuOf(...roles: readonly Role[]): readonly string[] {
  return navigationOf(holding(...roles)).map(({ name }) => name);
}

function resultsOf(...roles: readonly Role[]): readonly string[] {
  return resultsPagesOf(holding(...roles)).map(({ name }) => name);
}

test("the menu holds what the person has use for, and nothing else", () => {
  assert.deepEqual(menuOf("caseWorker"), [
    "Start",
    "Ärenden",
    "Resultat",
    "Registreringsstuga",
    "Fokusmånad",
    "Kodbok",
  ]);
  assert.deepEqual(menuOf("coordinator"), [
    "Start",
    "Resultat",
    "Läget",
    "Registreringsstuga",
    "Fokusmånad",
    "Nyckla in enkät",
    "Enkäten",
    "Leverera",
    "Gallring",
    "Kodbok",
  ]);
  assert.deepEqual(menuOf("logReviewer"), ["Start", "Resultat", "Logg", "Kodbok"]);
});

test("a person with several roles has the pages of them all, each once", () => {
  assert.deepEqual(menuOf("caseWorker", "unitManager", "logReviewer"), [
    "Start",
    "Ärenden",
    "Resultat",
    "Läget",
    "Registreringsstuga",
    "Fokusmånad",
    "Enkäten",
    "Leverera",
    "Gallring",
    "Notiser",
    "Logg",
    "Kodbok",
  ]);
});

test("the results' own menu holds the municipality's for those who read its figures", () => {
  for (const role of ["caseWorker", "committeeReader"] as const) {
    assert.deepEqual(resultsOf(role), [
      "Resultat",
      "Utforska",
      "Jämför",
      "Kommunen",
      "Riket",
      "Underlag",
      "Åtgärder",
    ]);
  }
});

test("«Resultat» leads those who read the nation alone to the nation", () => {
  for (const role of ["nationalAnalyst", "regionalLead", "administrator"] as const) {
    const entry = navigationOf(holding(role)).find(({ name }) => name === "Resultat");
    assert.equal(entry?.path, "/riket", role);
    assert.deepEqual(resultsOf(role), ["Utforska", "Jämför", "Riket"]);
  }
});
