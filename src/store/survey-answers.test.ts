import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isoDate, randomId, strongRandomness } from "#kernel";
import type { CaseRecord } from "#registration";
import type { SealedResponse } from "./survey-answers.ts";
import { type ExampleMunicipality, registerExample, startExampleCase } from "./testing/examples.ts";
import { openTestStore, type TestStore } from "./testing/test-store.ts";

let store: TestStore;
let here: ExampleMunicipality;

before(async () => {
  store = await openTestStore();
  here = await registerExample(store, "9001");
});
after(() => store.close());

async function storedCase(): Promise<CaseRecord> {
  const { record, first } = startExampleCase(here);
  await store.within(here.code, (tx) => tx.cases.insert(record, first, { birthYear: null }));
  return record;
}

function responseTo(record: CaseRecord): SealedResponse {
  const answers = { V26: { kind: "codes", codes: [1] } } as const;
  return {
    id: randomId(strongRandomness),
    case: record.id,
    unit: here.unit,
    response: { mode: "paper", answeredOn: isoDate("2026-03-12"), answers },
  };
}

test("responses are numbered in the order they arrive, without gaps, also when several come at once", async () => {
  const records = await Promise.all(Array.from({ length: 6 }, storedCase));
  await Promise.all(
    records.map((record) =>
      store.within(here.code, (tx) => tx.surveyAnswers.insert(responseTo(record))),
    ),
  );
  const counted = await store.within(here.code, (tx) =>
    tx.surveyAnswers.forCounting(here.unit, ["su-kvinnofrid-2021"]),
  );
  assert.deepEqual(
    counted.map(({ arrival }) => arrival),
    [1, 2, 3, 4, 5, 6],
  );
  const others = await store.within(here.code, (tx) =>
    tx.surveyAnswers.forCounting(here.unit, ["su-kvinnofrid-2019"]),
  );
  assert.deepEqual(others, [], "none of them was asked under another codebook");
  assert.deepEqual(counted[0]?.answers, { V26: { kind: "codes", codes: [1] } });
});

test("a case has one response: the second is not kept", async () => {
  const record = await storedCase();
  const results = await Promise.all(
    [1, 2].map(() => store.within(here.code, (tx) => tx.surveyAnswers.insert(responseTo(record)))),
  );
  assert.deepEqual(results.map(({ kind }) => kind).sort(), ["duplicate", "saved"]);
  const { hasAnswered, counted } = await store.within(here.code, async (tx) => ({
    hasAnswered: await tx.surveyAnswers.hasAnswered(record.id),
    counted: await tx.surveyAnswers.forCounting(here.unit, ["su-kvinnofrid-2021"]),
  }));
  assert.equal(hasAnswered, true);
  assert.equal(counted.filter(({ caseId }) => caseId === record.id).length, 1);
});

test("the sealed answers cannot be asked for by case, but for the client's own extract", async () => {
  const asked = await store.within(here.code, async (tx) => Object.keys(tx.surveyAnswers));
  assert.deepEqual(asked.sort(), [
    "forCounting",
    "forDelivery",
    "forExtract",
    "gaps",
    "hasAnswered",
    "insert",
    "insertPast",
  ]);
});

test("past responses get their places in the order in which they came", async () => {
  const there = await registerExample(store, "9006");
  const cases = Array.from({ length: 3 }, () => startExampleCase(there));
  await store.within(there.code, async (tx) => {
    for (const { record, first } of cases)
      await tx.cases.insert(record, first, { birthYear: null });
    const past = cases.map(({ record }, index) => ({
      id: `response-${index}`,
      case: record.id,
      unit: there.unit,
      response: { mode: "paper" as const, answeredOn: isoDate("2026-03-13"), answers: {} },
    }));
    await tx.surveyAnswers.insertPast(there.unit, past.slice(0, 2));
    await tx.surveyAnswers.insertPast(there.unit, past.slice(2));
    await tx.surveyAnswers.insertPast(there.unit, []);
    const counted = await tx.surveyAnswers.forCounting(there.unit, ["su-kvinnofrid-2021"]);
    assert.deepEqual(
      counted.map(({ caseId, arrival }) => [caseId, arrival]),
      cases.map(({ record }, index) => [record.id, index + 1]),
    );
    const delivered = await tx.surveyAnswers.forDelivery();
    assert.deepEqual(new Set(delivered.keys()), new Set(cases.map(({ record }) => record.id)));
  });
});
