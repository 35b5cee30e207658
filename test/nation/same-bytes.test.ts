import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { isoDate } from "#kernel";
import { nationPopulation } from "#scenario";
import { compiled, done, pathTo, smallNation } from "./given-release.ts";

let deliveries: string;
let release: string;
const { size, words } = smallNation;

before(async () => {
  ({ deliveries, release } = await smallNation.made());
});

/** Every file of a folder with what it holds. */
function contentOf(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return new Map(
    names.sort().map((path) => [path.slice(folder.length), readFileSync(path, "utf8")]),
  );
}

function assertSame(again: string): void {
  assert.deepEqual(contentOf(join(again, "public")), contentOf(join(release, "public")));
  assert.equal(
    readFileSync(join(again, "manifest.json"), "utf8"),
    readFileSync(join(release, "manifest.json"), "utf8"),
  );
}

test("the same deliveries give the same public bytes on one thread", async () => {
  assertSame(await compiled(deliveries, "--threads", "1"));
});

test("what the files are called, and in which order they lie, makes no difference, nor do two threads", async () => {
  const renamed = pathTo("renamed");
  mkdirSync(renamed);
  for (const [index, name] of readdirSync(deliveries).sort().entries()) {
    copyFileSync(join(deliveries, name), join(renamed, `${100 - index}.jsonl`));
  }
  assertSame(await compiled(renamed, "--threads", "2"));
});

test("the same numbers give the same deliveries", async () => {
  const again = pathTo("same-deliveries");
  await done("demo-data", "--out", again, ...words);
  assert.deepEqual(contentOf(again), contentOf(deliveries));
});

test("below the nation only what is protected is published", () => {
  const { places } = nationPopulation(size);
  const published = JSON.parse(readFileSync(join(release, "public/tables.json"), "utf8"));
  const names = new Map(places.map(({ code, name }) => [code as string, name]));
  type Region = { readonly level: string; readonly code: string; readonly name: string };
  const told = (published.regions as Region[]).filter(({ level }) => level === "municipality");
  assert.deepEqual(told.map(({ code, name }) => [code, name]).toSorted(), [...names].toSorted());
  for (const { id, count, guard, role } of published.cells) {
    if (count === "..") continue;
    assert.equal(role, "table", id);
    const least = guard === "few-or-none" ? 0 : 1;
    assert.ok(guard === "none" || count < least || count >= 5, id);
  }
  // The nation's own figures tell of no region.
  for (const { code, name } of places) {
    const summary = readFileSync(join(release, "public/summary.json"), "utf8");
    assert.ok(!summary.includes(name), name);
    assert.doesNotMatch(summary, new RegExp(`(?<![\\d.])${code}(?!\\d)`), name);
  }
});

test("what leaves a municipality holds no day, no birth year and no code of a case", () => {
  const { round, places, casesOf } = nationPopulation(size);
  const [place] = places;
  assert.ok(place);
  const [name] = readdirSync(deliveries).filter((each) => each.startsWith(place.code));
  const [heading = "", ...lines] = readFileSync(join(deliveries, name ?? ""), "utf8").split("\n");
  assert.ok(heading.includes(place.name));
  const text = lines.join("\n");
  assert.doesNotMatch(text, /\d{4}-\d{2}-\d{2}/);
  assert.doesNotMatch(text, /"(?:19|20)\d{2}"|:(?:19|20)\d{2}\b/);
  for (const { record } of casesOf(place.code, round.cutOff)) {
    assert.ok(record.startedOn >= isoDate("2022-01-01"));
    for (const secret of [record.code, record.id, record.unit, String(record.assignee)]) {
      assert.ok(!text.includes(secret), secret);
    }
  }
});
