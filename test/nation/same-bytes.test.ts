import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { isoDate } from "#kernel";
import { nationPopulation } from "#scenario";
import { done, pathTo } from "./given-release.ts";

const deliveries = pathTo("deliveries");
const release = pathTo("release");
const size = { seed: 5, municipalities: 12, cases: 600 };

before(async () => {
  const words = Object.entries(size).flatMap(([name, value]) => [`--${name}`, String(value)]);
  await done("demo-data", "--out", deliveries, ...words);
  await done("compile", deliveries, "--out", release);
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

test("the same deliveries give the same public bytes, on one and on two threads", async () => {
  for (const threads of ["1", "2"]) {
    const again = pathTo(`again-${threads}`);
    await done("compile", deliveries, "--out", again, "--threads", threads);
    assert.deepEqual(contentOf(join(again, "public")), contentOf(join(release, "public")));
    assert.equal(
      readFileSync(join(again, "manifest.json"), "utf8"),
      readFileSync(join(release, "manifest.json"), "utf8"),
    );
  }
});

test("what the files are called, and in which order they lie, makes no difference", async () => {
  const renamed = pathTo("renamed");
  mkdirSync(renamed);
  for (const [index, name] of readdirSync(deliveries).sort().entries()) {
    copyFileSync(join(deliveries, name), join(renamed, `${100 - index}.jsonl`));
  }
  await done("compile", renamed, "--out", pathTo("renamed-release"));
  assert.deepEqual(
    contentOf(join(pathTo("renamed-release"), "public")),
    contentOf(join(release, "public")),
  );
});

test("the same numbers give the same deliveries", async () => {
  const again = pathTo("same-deliveries");
  const words = Object.entries(size).flatMap(([name, value]) => [`--${name}`, String(value)]);
  await done("demo-data", "--out", again, ...words);
  assert.deepEqual(contentOf(again), contentOf(deliveries));
});

test("below the nation nothing is published: no municipality, no county, no count of one", () => {
  const { places } = nationPopulation(size);
  const text = [...contentOf(join(release, "public")).values()].join("\n");
  for (const { code, name } of places) {
    assert.ok(!text.includes(name), name);
    assert.doesNotMatch(text, new RegExp(`(?<![\\d.])${code}(?!\\d)`), name);
  }
  assert.ok(!/"(?:municipality|county|unit)"/.test(text));
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
