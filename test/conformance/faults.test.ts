import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { effectiveCodebooks } from "#codebook";
import { readDelivery } from "#delivery";
import { problemSentence } from "#kernel";
import { fileOf, kit, kitDeliveries, kitFile } from "./the-kit.ts";

type Told = {
  readonly file: string;
  readonly because: string;
  readonly code: string;
  readonly line: number | null;
};

const faults: readonly Told[] = JSON.parse(kitFile("faults/faults.json").toString("utf8"));
const codebooks = effectiveCodebooks();

test("every faulty delivery of the kit is told of", () => {
  const there = readdirSync(join(kit, "faults")).filter((name) => name.endsWith(".jsonl"));
  assert.deepEqual(there.sort(), faults.map(({ file }) => file).toSorted());
  assert.ok(faults.length >= 30);
});

for (const { file, because, code, line } of faults) {
  test(`refused: ${because}`, async () => {
    const read = await readDelivery(fileOf(file, kitFile(`faults/${file}`)), codebooks);
    assert.equal(read.kind, "refused");
    const [first] = read.problems;
    assert.deepEqual([first?.code, first?.details?.line ?? null], [code, line]);
    for (const each of read.problems) assert.match(problemSentence(each, "sv"), new RegExp(file));
  });
}

test("without its fault each of them would be sound: so is what they were made of", async () => {
  const [first = assert.fail()] = kitDeliveries();
  const read = await readDelivery(fileOf(first.name, first.text), codebooks);
  assert.equal(read.kind, "done");
});
