import assert from "node:assert/strict";
import { test } from "node:test";
import type { IsoDate } from "#kernel";
import type { CaseRecord } from "#registration";
import { tabulate } from "../tabulate.ts";
import { caseOf, sealedOf } from "../testing/case-of.ts";
import { plain } from "../testing/plain-counts.ts";
import { smallCodebook } from "../testing/small-codebook.ts";
import { type CountableCase, countableCase } from "./countable-case.ts";
import { openExtractIntake } from "./extract-intake.ts";

const codebook = smallCodebook();
const period = { from: "2024-01-01" as IsoDate, until: "2025-01-01" as IsoDate };

function populationsOf(startedOn: string, closedOn: string | null): readonly boolean[] {
  const record: CaseRecord = caseOf(
    "a",
    {},
    {
      startedOn: startedOn as IsoDate,
      closedOn: closedOn as IsoDate | null,
      state: closedOn === null ? "open" : "closed",
    },
  );
  const { isStarted, isClosed } = countableCase({ record, codebook, county: "01", period });
  return [isStarted, isClosed];
}

test("a case belongs to a round by its start, by its close, by both or by neither", () => {
  assert.deepEqual(populationsOf("2024-01-01", null), [true, false]);
  assert.deepEqual(populationsOf("2023-12-31", "2024-12-31"), [false, true]);
  assert.deepEqual(populationsOf("2024-03-01", "2024-04-01"), [true, true]);
  assert.deepEqual(populationsOf("2024-03-01", "2025-01-01"), [true, false]);
  assert.deepEqual(populationsOf("2023-03-01", null), [false, false]);
});

test("of the sealed answers only the client's own are taken, and only when given", () => {
  const record = caseOf("a", { sex: 1 });
  const { answers } = sealedOf("a", 1, { better: 2, sex: 2 });
  const { sheet } = countableCase({ record, codebook, county: "01", clientAnswers: answers });
  assert.deepEqual(Object.keys(sheet.answers), ["sex", "better"]);
  assert.deepEqual(sheet.answers.sex, { kind: "codes", codes: [1] });
  assert.equal(countableCase({ record, codebook, county: "01" }).sheet, record.sheet);
});

test("bands of age count the same whether they come as birth years or as bands", async () => {
  const born = countableCase({ record: caseOf("a", { age: 1990 }), codebook, county: "01" });
  const delivered: CountableCase = {
    ...born,
    sheet: { answers: {}, items: [] },
    startedOn: undefined,
    bands: { age: 2 },
  };
  const counts = [];
  for (const each of [born, delivered]) {
    const intake = await openExtractIntake({
      codebook,
      scope: { kind: "nation", round: "r" },
      specifications: [],
    });
    intake.add(each);
    const extract = await intake.finish();
    const [table] = await tabulate(extract, [
      { id: "age", population: "started", measure: { kind: "frequencies", variable: "age" } },
    ]);
    counts.push(plain(table));
    extract.close();
  }
  assert.deepEqual(counts[0], counts[1]);
  assert.deepEqual(counts[0], {
    base: { eligible: 1, asked: 1, answered: 1, valid: 1 },
    rows: [
      { code: 1, count: 0 },
      { code: 2, count: 1 },
      { code: 3, count: 0 },
    ],
  });
});
