import assert from "node:assert/strict";
import { test } from "node:test";
import { isInventedMunicipality, seededRandomness } from "#kernel";
import { mostNames, placeName } from "./place-names.ts";
import { inventPlaces } from "./places.ts";
import { realMunicipalities } from "./testing/real-municipalities.ts";

const places = inventPlaces(seededRandomness(2026), 34, 3070);

test("no name belongs to a real municipality, and none is used twice", () => {
  const real = new Set(realMunicipalities.map((name) => name.toLowerCase()));
  assert.equal(real.size, 290);
  const invented = Array.from({ length: mostNames }, (_, index) => placeName(index));
  const all = [...invented, ...places.slice(0, 7).map(({ name }) => name)];
  for (const name of all) assert.ok(!real.has(name.toLowerCase()), name);
  assert.equal(new Set(invented).size, mostNames);
  const unused = new Set(invented);
  for (const name of ["Granviken", "Norrlöv", "Åsmarken"]) assert.ok(!unused.has(name));
});

test("thirty-four lie in seventeen counties: five with one, seven with two, five with more", () => {
  const byCounty = Map.groupBy(places, ({ county }) => county);
  const sizes = [...byCounty.values()].map(({ length }) => length);
  assert.equal(sizes.filter((size) => size === 1).length, 5);
  assert.equal(sizes.filter((size) => size === 2).length, 7);
  assert.equal(sizes.filter((size) => size >= 3).length, 5);
  for (const { code, county } of places) {
    assert.ok(isInventedMunicipality(code));
    assert.match(county, /^\d\d$/);
    assert.ok(Number(county) > 25);
  }
});

test("sizes sum to the cases, and a few large ones stand beside many small", () => {
  for (const seed of [1, 77, 2026]) {
    const sizes = inventPlaces(seededRandomness(seed), 34, 3070).map(({ cases }) => cases);
    assert.equal(sum(sizes), 3070);
    assert.ok(Math.min(...sizes) >= 3);
    assert.ok(sizes.filter((size) => size < 15).length >= 5);
    assert.ok(Math.max(...sizes) > 300);
    assert.ok((sizes[0] ?? 0) > 200, "Granviken is large");
    assert.ok((sizes[6] ?? 99) < 30, "Åsmarken is small");
  }
});

test("any number of places and cases can be invented", () => {
  for (const [municipalities, cases] of [
    [1, 1],
    [34, 3],
    [3, 2],
    [290, 290_000],
    [mostNames, 5000],
  ] as const) {
    const invented = inventPlaces(seededRandomness(1), municipalities, cases);
    assert.equal(invented.length, municipalities);
    assert.equal(sum(invented.map((place) => place.cases)), cases);
    assert.equal(new Set(invented.map(({ code }) => code)).size, municipalities);
  }
  assert.throws(() => inventPlaces(seededRandomness(1), mostNames + 1, 5000), /names/);
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((whole, each) => whole + each, 0);
}
