import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { nationCodebook, randomNation, round } from "../testing/nation-of.ts";
import { type ExtractIntake, openExtractIntake } from "./extract-intake.ts";
import { writeExtract } from "./write-extract.ts";

const parent = await mkdtemp(join(tmpdir(), "skillnad-intake-"));
after(() => rm(parent, { recursive: true, force: true }));

const { cases } = randomNation({ seed: 11, cases: 5000, unanswered: 20 });
const [first, second, third] = [cases.slice(0, 2500), cases.slice(2500, 2600), cases.slice(2600)];

async function hashOf(name: string, fill: (intake: ExtractIntake) => void): Promise<string> {
  const intake = await openExtractIntake({
    codebook: nationCodebook,
    scope: { kind: "nation", round },
    specifications: [],
  });
  fill(intake);
  const extract = await intake.finish();
  try {
    return (await writeExtract(extract, join(parent, name))).contentHash;
  } finally {
    extract.close();
  }
}

const all = await hashOf("all", (intake) => {
  for (const each of cases) intake.add(each);
});

test("cases that were held until it was known that they count are like those that were added at once", async () => {
  const held = await hashOf("held", ({ tentative }) => {
    for (const part of [first, second, third]) {
      for (const each of part) tentative.add(each);
      tentative.keep();
    }
  });
  assert.equal(held, all);
  const both = await hashOf("both", ({ add, tentative }) => {
    for (const each of first) tentative.add(each);
    tentative.keep();
    for (const each of second) add(each);
    for (const each of third) tentative.add(each);
    tentative.keep();
  });
  assert.equal(both, all);
});

test("those that did not count leave nothing behind, not even a place", async () => {
  const others = await hashOf("others", ({ tentative }) => {
    for (const part of [third, first, second, first, third]) {
      for (const each of part) tentative.add(each);
      if (part === third) tentative.forget();
    }
    tentative.forget();
    for (const part of [first, second, third]) {
      for (const each of part) tentative.add(each);
      tentative.keep();
    }
    for (const each of second) tentative.add(each);
  });
  assert.equal(others, all);
  const fewer = await hashOf("fewer", ({ tentative }) => {
    for (const each of [...first, ...third]) tentative.add(each);
    tentative.keep();
  });
  assert.notEqual(fewer, all);
});
