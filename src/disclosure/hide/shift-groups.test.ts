import assert from "node:assert/strict";
import { test } from "node:test";
import { leastWidth } from "../linked/linked-cells.ts";
import { Hiding } from "./hiding.ts";
import { groundOf, proves, type Steps } from "./move.ts";
import { Names } from "./names.ts";
import { onlookersOf, outsider } from "./onlookers.ts";
import { PatternSearch } from "./pattern-search.ts";
import { Patterns } from "./patterns.ts";
import { RegionGroups } from "./region-groups.ts";
import { ShiftGroups } from "./shift-groups.ts";
import { ShiftLists } from "./shift-lists.ts";
import { Shifts } from "./shifts.ts";
import { inAreas, onlyRegions } from "./testing/given-regions.ts";
import { unknownsOf } from "./unknowns.ts";
import { View } from "./view.ts";

function groupsOf(
  areas: { readonly [area: string]: readonly string[] },
  region: string,
  sizes: { readonly [region: string]: number } = {},
): readonly string[] {
  const set = onlyRegions(areas);
  const ids = set.regions.map(({ id }) => id);
  const size = (at: number) => sizes[ids[at] ?? ""] ?? 0;
  return [...new ShiftGroups(set).of(ids.indexOf(region), size)].map(
    ({ regions, shape }) => `${regions.map((at) => ids[at]).join(" ")}: ${shape}`,
  );
}

test("a municipality alone, beside each other of its area, and beyond it through the areas", () => {
  const areas = { east: ["a", "b", "c"], west: ["d", "e"] };
  assert.deepEqual(groupsOf(areas, "a", { d: 3, e: 7 }), [
    "a: municipality alone",
    "a b: municipality beside 0",
    "a c: municipality beside 0",
    "a east: municipality up 0",
    "a east west e: municipality beside 1",
    "a east west d: municipality beside 1",
    "a east all: municipality up 1",
  ]);
});

test("an area by itself, and with one of its parts at a time, those first that have most", () => {
  const areas = { east: ["a", "b", "c", "d", "e"], west: ["f", "g"] };
  assert.deepEqual(groupsOf(areas, "east", { b: 5, c: 5, e: 9, a: 1, d: 2 }), [
    "east: area bare",
    "east west: area bare beside",
    ...["e", "b", "c", "d"].flatMap((own) => [
      `east ${own}: area alone`,
      `east ${own} west f: area beside 0`,
      `east ${own} west g: area beside 0`,
      `east ${own} all: area up 0`,
    ]),
  ]);
});

test("of another area three parts at most; where there are many areas fewer, but one at least", () => {
  const lettered = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => `m${from + at}`);
  const areas = (count: number) =>
    Object.fromEntries([
      ["east", ["a"]],
      ...Array.from({ length: count }, (_, at) => [`w${at}`, lettered(at * 10, 5)] as const),
    ]);
  const beyond = (count: number) =>
    groupsOf(areas(count), "a").filter((group) => group.endsWith("beside 1")).length;
  assert.equal(beyond(1), 3);
  assert.equal(beyond(10), 30);
  assert.equal(beyond(11), 22);
  assert.equal(beyond(15), 30);
  assert.equal(beyond(16), 16);
  assert.equal(beyond(31), 31);
});

/** Two areas of three municipalities, one question; everybody knows the nation's row and each size. */
const answers = { yes: [2, 20, 9, 30, 12, 8], no: [18, 10, 21, 5, 25, 31] };
const homes = ["a", "b", "c", "d", "e", "f"];
const east = homes.slice(0, 3);
const west = homes.slice(3);
const rows = ["yes", "no"] as const;

function country() {
  const counts: { [cell: string]: number } = {};
  const total = (row: (typeof rows)[number], of: readonly string[]) =>
    of.reduce((sum, home) => sum + (answers[row][homes.indexOf(home)] ?? 0), 0);
  for (const row of rows) {
    counts[`all ${row}`] = total(row, homes);
    counts[`east ${row}`] = total(row, east);
    counts[`west ${row}`] = total(row, west);
    for (const home of homes) counts[`${home} ${row}`] = total(row, [home]);
  }
  for (const home of homes) counts[`all ${home}`] = total("yes", [home]) + total("no", [home]);
  return inAreas(
    {
      counts,
      sums: [
        ...rows.flatMap((row) => [
          [`all ${row}`, `east ${row}`, `west ${row}`] as const,
          [`east ${row}`, ...east.map((home) => `${home} ${row}`)] as const,
          [`west ${row}`, ...west.map((home) => `${home} ${row}`)] as const,
        ]),
        ...homes.map((home) => [`all ${home}`, `${home} yes`, `${home} no`] as const),
      ],
    },
    { east, west },
  );
}

const counted = country();
const unknowns = unknownsOf(counted);
const names = new Names(counted.set, unknowns);
const cells = counted.set.cells.map(({ id }) => id);
const unknownOf = (id: string) => unknowns.of[cells.indexOf(id)] ?? -1;
const regionAt = (id: string) => counted.set.regions.findIndex((region) => region.id === id);

function told(parts: readonly { readonly unknown: number; readonly change: number }[]): string {
  return parts
    .map(({ unknown, change }) => {
      const [first = 0] = unknowns.cells[unknown] ?? [];
      return `${change > 0 ? "+" : "−"}${Math.abs(change)} ${cells[first]}`;
    })
    .sort()
    .join(", ");
}

test("in two municipalities of an area there is one way to change an answer by one", () => {
  const found = new PatternSearch(unknowns).find(unknownOf("a yes"), [
    regionAt("a"),
    regionAt("b"),
  ]);
  assert.deepEqual(found.map(told), ["+1 a yes, +1 b no, −1 a no, −1 b yes"]);
});

test("in one municipality alone, or with its area alone, there is none", () => {
  const search = new PatternSearch(unknowns);
  assert.deepEqual(search.find(unknownOf("a yes"), [regionAt("a")]), []);
  assert.deepEqual(search.find(unknownOf("a yes"), [regionAt("a"), regionAt("east")]), []);
});

test("between areas it goes through both, and the shorter ways are found first", () => {
  const search = new PatternSearch(unknowns);
  const across = search.find(unknownOf("a yes"), ["a", "east", "west", "d"].map(regionAt));
  assert.deepEqual(across.map(told), [
    "+1 a yes, +1 d no, +1 east yes, +1 west no, −1 a no, −1 d yes, −1 east no, −1 west yes",
  ]);
  const [first, second, ...more] = search.find(unknownOf("a yes"), ["a", "b", "c"].map(regionAt));
  assert.equal(first?.length, 4);
  assert.equal(second?.length, 4);
  assert.ok(more.every((shift) => shift.length >= 4));
  assert.deepEqual([first, second].map((shift) => told(shift ?? [])).sort(), [
    "+1 a yes, +1 b no, −1 a no, −1 b yes",
    "+1 a yes, +1 c no, −1 a no, −1 c yes",
  ]);
});

/** The shifts that were laid out, in words. */
function laidOut(lists: ShiftLists): readonly string[] {
  return Array.from({ length: lists.length }, (_, shift) => {
    const [from = 0, until = 0] = [lists.start[shift], lists.start[shift + 1]];
    const parts = Array.from({ length: until - from }, (_, part) => ({
      unknown: lists.items[from + part] ?? -1,
      change: lists.changes[from + part] ?? 0,
    }));
    return told(parts);
  });
}

test("what was found for one group is laid out in every group of the same shape", () => {
  const patterns = new Patterns(unknowns, names);
  const lists = new ShiftLists();
  const lay = (id: string, ...regions: readonly string[]) =>
    patterns.layOut(unknownOf(id), { regions: regions.map(regionAt), shape: "beside" }, lists);
  lay("a yes", "a", "b");
  lay("e yes", "e", "f");
  assert.deepEqual(laidOut(lists), [
    "+1 a yes, +1 b no, −1 a no, −1 b yes",
    "+1 e yes, +1 f no, −1 e no, −1 f yes",
  ]);
  // Between areas two municipalities' numbers do not add up to anything: laid out nowhere.
  lay("a yes", "a", "d");
  assert.equal(lists.length, 2);
});

function pairUp(guarded: number): Steps | undefined {
  const onlookers = onlookersOf(counted, unknowns);
  const hiding = new Hiding(unknowns, [guarded]);
  const view = new View(unknowns, onlookers);
  return new Shifts(counted.set, unknowns, names, view, hiding).move(guarded);
}

test("a move is put together of the shifts that hide least and give enough", () => {
  const guarded = unknownOf("a yes");
  const steps = pairUp(guarded);
  assert.ok(steps);
  const ground = groundOf(unknowns, onlookersOf(counted, unknowns));
  assert.equal(proves(steps, guarded, outsider, ground), true);
  const at = steps.unknowns.indexOf(guarded);
  assert.equal((steps.up[at] ?? 0) + (steps.down[at] ?? 0), leastWidth);
  assert.deepEqual(
    told([...steps.unknowns].map((unknown) => ({ unknown, change: 1 }))),
    "+1 a no, +1 a yes, +1 b no, +1 b yes",
  );
});

/** The groups around a number for one who knows these others. */
function groupsAround(id: string, fixed: readonly string[] = []): readonly string[] {
  const groups = new RegionGroups(counted.set, unknowns);
  const ids = counted.set.regions.map((region) => region.id);
  const known = unknowns.known.slice();
  for (const each of fixed) known[unknownOf(each)] = 1;
  return [...groups.around(unknownOf(id), unknowns.counts, known)].map((marks) =>
    ids.filter((_, at) => marks[at] === 1).join(" "),
  );
}

test("for a program: a region, then with each beside it, those first that have most of the same", () => {
  assert.deepEqual(groupsAround("a yes"), ["a", "a b", "a c", "east west a d"]);
  assert.deepEqual(groupsAround("f yes"), ["f", "d f", "e f", "east west b f"]);
  assert.deepEqual(groupsAround("a no"), ["a", "a c", "a b", "east west a f"]);
});

test("what cannot move gives nothing, and comes last", () => {
  assert.deepEqual(groupsAround("a yes", ["b yes", "d yes"]), [
    ...["a", "a c", "a b", "east west a e"],
  ]);
});

test("an area is moved through the two of its parts that have most", () => {
  assert.deepEqual(groupsAround("east yes"), [
    ...["east b", "east west b d"],
    ...["east c", "east west c d"],
  ]);
});
