import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { type Role, roles } from "#access";
import { unitId } from "#kernel";
import { sightInWords } from "./sight-in-words.ts";

const units = [
  { id: unitId("frid"), name: "Familjefrid", isOpenToColleagues: false },
  { id: unitId("fyren"), name: "Stödcentrum Fyren", isOpenToColleagues: true },
];
const heldInUnits: readonly Role[] = ["caseWorker", "unitManager", "coordinator"];

test("what every role sees, in words that people review", (t: TestContext) => {
  const told = roles.flatMap((role) => {
    const held = heldInUnits.includes(role) ? units.map(({ id }) => id) : [null];
    const grants = held.map((unit) => ({ role, unit }));
    const { lines, nothingOf } = sightInWords(grants, units, "municipality");
    return [
      role,
      ...lines.map(({ what, where }) => `  ${what} (${where})`),
      `  Inget av: ${nothingOf.join(", ")}`,
    ];
  });
  t.assert.fileSnapshot(`${told.join("\n")}\n`, `${import.meta.dirname}/sight-in-words.golden`, {
    serializers: [(value: string) => value],
  });
});

test("a unit that is open to colleagues is told apart from one that is not", () => {
  const grants = units.map(({ id }) => ({ role: "caseWorker", unit: id }) as const);
  const { lines } = sightInWords(grants, units, "municipality");
  const where = (start: string) => lines.find(({ what }) => what.startsWith(start))?.where;
  assert.equal(where("Läser och svarar i sina egna"), "Familjefrid och Stödcentrum Fyren");
  assert.equal(where("Läser och svarar i kollegors"), "Stödcentrum Fyren");
  assert.equal(where("Öppnar kollegors"), "Familjefrid");
});

test("somebody without a role sees nothing", () => {
  const { lines, nothingOf } = sightInWords([], units, "municipality");
  assert.deepEqual(lines, []);
  assert.ok(nothingOf.includes("ärenden") && nothingOf.includes("loggen"));
});
