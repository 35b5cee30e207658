/**
 * What leaves of one whole case, reviewed as a file: `golden/answer-sheet.jsonl`. After a change on
 * purpose: `node --test --test-update-snapshots src/delivery/golden-delivery.test.ts`, and read it. A
 * change of the format is another format: the first line says so.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { accountId, isoDate, seededRandomness, unitId } from "#kernel";
import { answerSheet, registerSheet } from "#scenario";
import { readDelivery } from "./read-delivery.ts";
import { codebook, deliveredLines, fileOf, place, textOf } from "./testing/delivered.ts";

const golden = join(import.meta.dirname, "golden/answer-sheet.jsonl");

test("the answer sheet's case leaves as it was reviewed", async (context) => {
  const { record, response } = registerSheet(
    {
      ...answerSheet,
      survey: {
        kind: "answered",
        offeredOn: isoDate("2023-09-10"),
        answeredOn: isoDate("2023-09-12"),
        keyedInBy: accountId("sara"),
        keyedInOn: isoDate("2023-09-13"),
        answers: { V26: 1, V27: 4, V28: 2, V29: 98 },
      },
    },
    codebook,
    {
      municipality: place.code,
      unit: unitId("familjefrid"),
      worker: accountId("anna"),
      randomness: seededRandomness(1),
      takenCodes: new Set(),
    },
  );
  const lines = await deliveredLines([{ record, clientAnswers: response?.response.answers }]);
  context.assert.fileSnapshot(textOf(lines), golden, { serializers: [String] });
});

test("the reviewed delivery can be read", async () => {
  const outcome = await readDelivery(fileOf(readFileSync(golden, "utf8")), [codebook]);
  assert.equal(outcome.kind, "done", JSON.stringify(outcome));
  const [counted] = outcome.value.cases;
  assert.equal(counted?.bands.V02, 3);
  assert.deepEqual(
    [...(counted?.begun ?? [])],
    ["background", "before", "during", "after", "client"],
  );
});
