import assert from "node:assert/strict";
import { test } from "node:test";
import type { Region } from "../linked/linked-cells.ts";
import { pairsOfParticipants } from "./pairs-of-participants.ts";

function municipality(id: string, area: string): Region {
  return { id, level: "municipality", name: id, parents: [area, "nation"] };
}

function pairsOf(regions: readonly Region[], own: readonly ReadonlyMap<number, number>[] = []) {
  const participants = regions.map(({ id }) => ({ region: id, own: new Map() }));
  return pairsOfParticipants(regions, participants, own);
}

test("two of one area tell each other, in their order; those of different areas do not", () => {
  const regions = ["A", "B", "C", "D"].map((id) => municipality(id, id === "C" ? "west" : "east"));
  assert.deepEqual(
    pairsOf(regions).map((pair) => pair.regions.join("")),
    ["AB", "AD", "BD"],
  );
  assert.deepEqual(pairsOf([]), []);
});

test("what both have is added; what one has alone is there too", () => {
  const regions = ["A", "B"].map((id) => municipality(id, "east"));
  const shares = [
    new Map([
      [0, 3],
      [1, 4],
    ]),
    new Map([
      [1, 5],
      [2, 6],
    ]),
  ];
  const [pair] = pairsOf(regions, shares);
  assert.deepEqual(
    [...(pair?.own ?? [])],
    [
      [0, 3],
      [1, 9],
      [2, 6],
    ],
  );
  assert.equal(shares[0]?.get(1), 4, "what one knows by itself is as before");
});

test("two hundred are enough", () => {
  const regions = Array.from({ length: 21 }, (_, at) => municipality(`m${at}`, "east"));
  const pairs = pairsOf(regions);
  assert.equal(pairs.length, 200);
  assert.deepEqual(pairs.at(-1)?.regions, ["m15", "m20"]);
});
