import assert from "node:assert/strict";
import { test } from "node:test";
import { tableSet } from "../testing/table-set.ts";
import { RegionGroups } from "./region-groups.ts";
import { unknownsOf } from "./unknowns.ts";

type Regions = { readonly [area: string]: readonly string[] };

/** A nation of areas of municipalities: how many of one answer each has, and of another. */
function groups(
  areas: Regions,
  counts: { readonly [region: string]: number },
  {
    of,
    fixed = [],
    others = {},
  }: {
    readonly of: string;
    readonly fixed?: readonly string[];
    readonly others?: { readonly [region: string]: number };
  },
): readonly string[] {
  const named = (regions: readonly string[]) => regions.map((region) => `${region} x`);
  const { set, ...counted } = tableSet({
    counts: Object.fromEntries(
      Object.entries(counts).flatMap(([region, x]) => {
        const y = others[region];
        const beside = [[`${region} y`, y ?? 0] as const, [`${region} v`, x + (y ?? 0)] as const];
        return [[`${region} x`, x] as const, ...(y === undefined ? [] : beside)];
      }),
    ),
    sums: [
      ...Object.keys(others).map(
        (region) => [`${region} v`, `${region} x`, `${region} y`] as const,
      ),
      ["all x", ...named(Object.keys(areas))],
      ...Object.entries(areas).map(([area, inside]) => [`${area} x`, ...named(inside)] as const),
    ],
  });
  const areaOf = (id: string) => Object.keys(areas).find((area) => areas[area]?.includes(id));
  const regions = set.regions.map((region) => {
    const above = region.id === "all" ? [] : [areaOf(region.id) ?? "all"];
    return { ...region, parents: above };
  });
  const linked = { ...set, regions };
  const unknowns = unknownsOf({ ...counted, set: linked });
  const at = (region: string) =>
    unknowns.of[set.cells.findIndex((cell) => cell.region === region)] ?? -1;
  const still = new Uint8Array(unknowns.size);
  for (const region of fixed) still[at(region)] = 1;
  const found = new RegionGroups(linked, unknowns).around(at(of), unknowns.counts, still);
  return [...found].map((marks) =>
    regions.flatMap(({ id }, place) => (marks[place] === 1 ? [id] : [])).join(" "),
  );
}

const areas = { n: ["n1", "n2", "n3"], s: ["s1", "s2"] };
const counts = {
  ...{ all: 49, n: 19, n1: 5, n2: 6, n3: 8 },
  ...{ s: 30, s1: 10, s2: 20 },
};

test("what a municipality has more another of its area has less, who has most first; then other areas", () => {
  assert.deepEqual(groups(areas, counts, { of: "n1" }), [...["n1", "n1 n3", "n1 n2"], "n n1 s s2"]);
  assert.deepEqual(groups(areas, counts, { of: "s2" }), ["s2", "s1 s2", "n n3 s s2"]);
});

test("of an area two of its own, and with each another area", () => {
  assert.deepEqual(groups(areas, counts, { of: "n" }), [
    ...["n n3", "n n3 s s2"],
    ...["n n2", "n n2 s s2"],
  ]);
});

test("who cannot give anything comes last", () => {
  assert.deepEqual(groups(areas, counts, { of: "n1", fixed: ["n3", "s2"] }), [
    ...["n1", "n1 n2", "n1 n3"],
    "n n1 s s1",
  ]);
});

test("not even after those that have nothing of it", () => {
  const none = { all: 49, n: 19, n1: 5, n2: 0, n3: 14, s: 30, s1: 0, s2: 30 };
  assert.deepEqual(groups(areas, none, { of: "n1", fixed: ["n3", "s2"] }), [
    ...["n1", "n1 n2", "n1 n3"],
    "n n1 s s1",
  ]);
});

test("who has much of another answer has no more of this to give", () => {
  const others = { n1: 70, n2: 90, s1: 80 };
  assert.deepEqual(groups(areas, counts, { of: "n1", others }), [
    ...["n1", "n1 n3", "n1 n2"],
    "n n1 s s2",
  ]);
});

test("of equals the first, and of many eight", () => {
  const many = Array.from({ length: 11 }, (_, at) => `m${at}`);
  const each = Object.fromEntries(many.map((region) => [region, 7]));
  const found = groups({ a: many }, { all: 77, a: 77, ...each, m9: 8, m10: 6 }, { of: "m1" });
  const partners = ["m9", "m0", "m2", "m3", "m4", "m5", "m6", "m7"];
  assert.deepEqual(found, [
    "m1",
    ...partners.map((partner) => (partner === "m0" ? "m0 m1" : `m1 ${partner}`)),
  ]);
});
