import assert from "node:assert/strict";
import { test } from "node:test";
import type { NationRegion } from "#server";
import { placeAddress, placeGroups } from "./place-groups.ts";

function area(id: string, name: string): NationRegion {
  return { id, level: "area", name, area: null, cases: 900 };
}

function municipality(id: string, name: string, area: string, cases: number | null): NationRegion {
  return { id, level: "municipality", name, area, cases };
}

test("areas stand first, then each area's municipalities, in the order in which they are told", () => {
  const groups = placeGroups([
    area("county-91", "Län 91"),
    area("counties-92-93", "Länsgrupp 92 och 93"),
    municipality("9103", "Aspholm", "county-91", 12),
    municipality("9201", "Bergnäs", "counties-92-93", null),
    municipality("9101", "Örevik", "county-91", 800),
  ]);
  assert.deepEqual(
    groups.map(({ label, options }) => [label, options.map((option) => option.label)]),
    [
      ["Län och länsgrupper", ["Län 91", "Länsgrupp 92 och 93"]],
      ["Kommuner i Län 91", ["Aspholm", "Örevik"]],
      ["Kommuner i Länsgrupp 92 och 93", ["Bergnäs"]],
    ],
  );
});

test("where only the nation is told there is nothing to choose among", () => {
  assert.deepEqual(placeGroups([]), []);
});

test("the address says which place, and nothing for the nation", () => {
  assert.equal(placeAddress("county-91"), "/riket?plats=county-91");
  assert.equal(placeAddress("a b&c"), "/riket?plats=a%20b%26c");
  assert.equal(placeAddress(""), "/riket");
});
