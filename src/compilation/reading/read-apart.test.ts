import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { DeliveryFile } from "#delivery";
import { openExtractIntake, writeExtract } from "#tabulation";
import { nationSpecifications } from "../nation-specifications.ts";
import { allDeliveries, codebookOf, fileOf, freshFolder, round } from "../testing/deliveries.ts";
import { type DeliveriesReader, readHere } from "./deliveries-reader.ts";
import { readApart } from "./read-apart.ts";

const codebook = codebookOf("su-kvinnofrid-2021");
const specifications = nationSpecifications(codebook);
const rules = { codebooks: [codebook], codebook, specifications };
const files = await allDeliveries();
const here = readHere(rules);
const apart = readApart(rules, 2);
after(apart.close);

/** The columns that come of the files, as one hash, or what was wrong. */
async function takenBy(reader: DeliveriesReader, deliveries: readonly DeliveryFile[]) {
  const scope = { kind: "nation", round: round.id } as const;
  const intake = await openExtractIntake({ codebook, scope, specifications });
  const outcomes = await Promise.all(deliveries.map((file) => reader.read(file)));
  const problems = outcomes.flatMap((each) => (each.kind === "refused" ? each.problems : []));
  if (problems.length > 0) {
    intake.close();
    return problems;
  }
  for (const each of outcomes) if (each.kind === "done") each.value.takeInto(intake);
  const extract = await intake.finish();
  const { contentHash } = await writeExtract(extract, freshFolder());
  extract.close();
  return contentHash;
}

test("threads make the same columns of more deliveries than they are", async () => {
  assert.ok(files.length > 4);
  const alone = await takenBy(here, files);
  assert.equal(typeof alone, "string");
  assert.deepEqual(await takenBy(apart, files), alone);
});

const [first = assert.fail(), second = assert.fail()] = files;

function broken(): DeliveryFile {
  const { name, bytes, open } = second;
  return {
    name,
    bytes,
    async *open() {
      for await (const piece of open()) yield piece.subarray(0, 900);
      throw new Error("the stick was pulled out");
    },
  };
}

for (const { fault, file } of [
  { fault: "a file that is no delivery", file: fileOf("note.txt", "not a delivery\n") },
  { fault: "an empty file", file: fileOf("empty.jsonl", "") },
  { fault: "a file that ends in the middle of a read", file: broken() },
  { fault: "a file that says that it is too large", file: { ...second, bytes: 2 ** 40 } },
]) {
  test(`${fault} is refused in the same words`, async () => {
    const told = await takenBy(here, [file]);
    assert.ok(Array.isArray(told) && told.length > 0);
    assert.deepEqual(await takenBy(apart, [file]), told);
    assert.equal(typeof (await takenBy(apart, [first])), "string");
  });
}
