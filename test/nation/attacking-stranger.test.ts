import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { foundIn, putBack, type Tables, type Truth } from "./attacking-stranger.ts";

const page = readFileSync(join(import.meta.dirname, "../../docs/release-format.md"), "utf8");
const tiny: Tables = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? "");
const tinyCounts: { readonly [region: string]: readonly [number, number] } = {
  nation: [81, 14],
  "county-91": [81, 14],
  "9001": [33, 7],
  "9002": [27, 3],
  "9003": [21, 4],
};
const tinyTruth: Truth = {
  counts: new Map(
    Object.entries(tinyCounts).flatMap(([region, [women, men]]): [string, number][] => [
      [`${region}/cases`, women + men],
      [`${region}/V01/1`, women],
      [`${region}/V01/2`, men],
    ]),
  ),
  participants: ["9001", "9002", "9003"].map((region) => {
    const [women, men] = tinyCounts[region] ?? [0, 0];
    const own = ["nation", "county-91", region].flatMap((each): [string, number][] => [
      [`${each}/cases`, women + men],
      [`${each}/V01/1`, women],
      [`${each}/V01/2`, men],
    ]);
    return { name: region, region, own: new Map(own) };
  }),
};

test("nobody finds anything in the tiny release of the format's page", () => {
  assert.deepEqual(foundIn(tiny, tinyTruth), []);
});

test("with one count put back a participant has the other's, as the page says", () => {
  const found = foundIn(putBack(tiny, tinyTruth, ["9001/V01/2"]), tinyTruth);
  assert.deepEqual(found, [
    { cell: "9003/V01/2", by: "9002", low: 4, high: 4 },
    { cell: "9002/V01/2", by: "9003", low: 3, high: 3 },
  ]);
});

test("two limits that lie close are as good as a number", () => {
  const cell = (id: string, count: number | "..") => ({
    ...{ id, count, guard: "few" as const },
    region: { level: "nation", code: "nation" },
  });
  const tables: Tables = {
    rules: { leastCount: 5, leastWidth: 5 },
    cells: [cell("all", 6), cell("some", ".."), cell("others", ".."), cell("more", "..")],
    relations: [
      {
        terms: [
          [1, "all"],
          [-1, "some"],
          [-1, "others"],
        ],
      },
      {
        terms: [
          [1, "some"],
          [-2, "more"],
        ],
      },
    ],
  };
  const counts = new Map([
    ["all", 6],
    ["some", 4],
    ["others", 2],
    ["more", 2],
  ]);
  assert.deepEqual(foundIn(tables, { counts, participants: [] }), [
    { cell: "more", by: "outsider", low: 0, high: 3 },
  ]);
});
