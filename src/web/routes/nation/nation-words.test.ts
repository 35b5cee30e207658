import assert from "node:assert/strict";
import { test } from "node:test";
import { isoDate } from "#kernel";
import type { NationRegion } from "#server";
import { publishedTitle, unusableInWords } from "./nation-words.ts";

function titleOf(from: string, through: string, region: NationRegion | null = null): string {
  return publishedTitle(region, {
    id: "a round",
    from: isoDate(from),
    through: isoDate(through),
  });
}

test("the title names the round's years, or its months where the years are not whole", () => {
  assert.equal(titleOf("2022-01-01", "2023-12-31"), "Riket 2022–2023");
  assert.equal(titleOf("2022-01-01", "2022-12-31"), "Riket 2022");
  assert.equal(titleOf("2022-07-01", "2023-06-30"), "Riket juli 2022 – juni 2023");
});

test("of an area or a municipality the title names it", () => {
  const granviken = {
    id: "9001",
    level: "municipality",
    name: "Granviken",
    area: "county-91",
    cases: null,
  } as const;
  assert.equal(titleOf("2022-01-01", "2023-12-31", granviken), "Granviken, 2022–2023");
});

test("deliveries that could not be used are counted in words, and not named when there are none", () => {
  assert.equal(unusableInWords(0), "");
  assert.equal(unusableInWords(1), "En leverans gick inte att använda.");
  assert.equal(unusableInWords(14), "14 leveranser gick inte att använda.");
});
