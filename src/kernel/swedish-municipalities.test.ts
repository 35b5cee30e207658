import assert from "node:assert/strict";
import { test } from "node:test";
import { municipalityNamed, swedishMunicipalities } from "./swedish-municipalities.ts";

/** SCB's codes of the 21 counties; 02, 11, 15 and 16 were other counties once. */
const counties = "01 03 04 05 06 07 08 09 10 12 13 14 17 18 19 20 21 22 23 24 25".split(" ");

test("290 municipalities in 21 counties, each code and each name once, in order", () => {
  const all = swedishMunicipalities();
  assert.equal(all.length, 290);
  const codes = all.map(({ code }) => code);
  assert.deepEqual(codes, [...new Set(codes)].toSorted());
  assert.equal(new Set(all.map(({ name }) => name)).size, 290);
  assert.deepEqual([...new Set(codes.map((code) => code.slice(0, 2)))], counties);
  for (const { code, name } of all) assert.match(`${code} ${name}`, /^\d{4} \p{Lu}[\p{L} -]+$/u);
});

test("how many there are in the counties that everybody knows", () => {
  const within = (county: string) =>
    swedishMunicipalities().filter(({ code }) => code.startsWith(county)).length;
  assert.deepEqual(["01", "12", "14", "09"].map(within), [26, 33, 49, 1]);
});

test("a code names its municipality; those of a demo name nothing", () => {
  assert.equal(municipalityNamed("1481"), "Mölndal");
  assert.equal(municipalityNamed("2380"), "Östersund");
  assert.equal(municipalityNamed("9001"), undefined);
});
