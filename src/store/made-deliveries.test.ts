import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type CaseId, instant, isoDate } from "#kernel";
import type { DeliveryToKeep } from "./made-deliveries.ts";
import {
  type ExampleMunicipality,
  exampleInstant,
  registerExample,
  startExampleCase,
} from "./testing/examples.ts";
import { openTestStore, type TestStore } from "./testing/test-store.ts";

let store: TestStore;
before(async () => {
  store = await openTestStore();
});
after(() => store.close());

const later = instant("2026-04-01T09:00:00.000Z");

/** A municipality that has agreed to two rounds, and a case of its. */
async function registerAgreed(
  code: string,
): Promise<ExampleMunicipality & { readonly case: CaseId }> {
  const municipality = await registerExample(store, code);
  const { record, first } = startExampleCase(municipality);
  await store.within(municipality.code, async (tx) => {
    await tx.cases.insert(record, first, { birthYear: 1987 });
    for (const round of ["2026", "2027"]) {
      await tx.agreements.insert({
        round,
        invitation: {},
        level: "rows",
        decidedBy: "socialchef",
        decidedOn: isoDate("2026-02-28"),
        reference: "SN 1",
        by: municipality.worker,
        at: exampleInstant,
      });
    }
  });
  return { ...municipality, case: record.id };
}

function made(
  { worker: by, case: of }: ExampleMunicipality & { readonly case: CaseId },
  changes: Partial<DeliveryToKeep> = {},
): DeliveryToKeep {
  return {
    round: "2026",
    sequence: 1,
    isWithdrawal: false,
    level: "rows",
    statedCases: 50,
    cases: 1,
    sha256: "a".repeat(64),
    by,
    at: exampleInstant,
    content: '{"format":"å"}\n{}\n',
    caseDigests: [{ case: of, digest: "d".repeat(64) }],
    ...changes,
  };
}

function told({ content: _, caseDigests: __, ...delivery }: DeliveryToKeep) {
  return { ...delivery, sent: null, receipt: null, contentDisposedAt: null };
}

test("a delivery is kept whole: its lines, its cases, and that nothing has left", async () => {
  const municipality = await registerAgreed("9001");
  const delivery = made(municipality);
  await store.within(municipality.code, async ({ madeDeliveries }) => {
    await madeDeliveries.prepare(delivery);
    assert.deepEqual(await madeDeliveries.find("2026", 1), told(delivery));
    assert.equal(await madeDeliveries.content("2026", 1), delivery.content);
    assert.deepEqual(await madeDeliveries.caseDigests("2026", 1), delivery.caseDigests);
    for (const [round, sequence] of [
      ["2026", 2],
      ["2027", 1],
    ] as const) {
      assert.equal(await madeDeliveries.find(round, sequence), undefined);
      assert.equal(await madeDeliveries.content(round, sequence), undefined);
      assert.deepEqual(await madeDeliveries.caseDigests(round, sequence), []);
    }
  });
});

test("what was prepared and not sent gives way to the next; what was sent does not", async () => {
  const municipality = await registerAgreed("9002");
  const { worker: by } = municipality;
  await store.within(municipality.code, async ({ madeDeliveries }) => {
    await madeDeliveries.prepare(made(municipality));
    await madeDeliveries.prepare(made(municipality, { round: "2027" }));
    const second = made(municipality, { cases: 0, caseDigests: [], content: "{}\n" });
    await madeDeliveries.prepare(second);
    assert.deepEqual(await madeDeliveries.list("2026"), [told(second)]);
    assert.deepEqual(await madeDeliveries.caseDigests("2026", 1), []);
    await madeDeliveries.send("2026", 1, { way: "network", by, at: later });
    await madeDeliveries.prepare(made(municipality, { sequence: 2, statedCases: null }));
    assert.deepEqual(
      (await madeDeliveries.list("2026")).map(({ sequence, sent }) => [sequence, sent?.way]),
      [
        [2, undefined],
        [1, "network"],
      ],
    );
    assert.equal((await madeDeliveries.list("2027")).length, 1);
  });
});

test("a number that has left is not given once more", async () => {
  const municipality = await registerAgreed("9003");
  await store.within(municipality.code, async ({ madeDeliveries }) => {
    await madeDeliveries.prepare(made(municipality));
    await madeDeliveries.send("2026", 1, { way: "file", by: municipality.worker, at: later });
  });
  const again = store.within(municipality.code, ({ madeDeliveries }) =>
    madeDeliveries.prepare(made(municipality, { sha256: "b".repeat(64) })),
  );
  await assert.rejects(again, { code: "23505" });
  await store.within(municipality.code, async ({ madeDeliveries }) => {
    assert.equal((await madeDeliveries.find("2026", 1))?.sha256, "a".repeat(64));
    assert.equal((await madeDeliveries.caseDigests("2026", 1)).length, 1);
  });
});

test("the first time that it left stands; what the receiver answered may change", async () => {
  const municipality = await registerAgreed("9004");
  const { worker: by } = municipality;
  await store.within(municipality.code, async ({ madeDeliveries }) => {
    await madeDeliveries.prepare(made(municipality));
    const sent = { way: "network", by, at: exampleInstant } as const;
    await madeDeliveries.send("2026", 1, sent);
    await madeDeliveries.send("2026", 1, { way: "file", by, at: later });
    assert.deepEqual((await madeDeliveries.find("2026", 1))?.sent, sent);
    const receipts = [{ state: "arrived", sentences: [] }, { state: "accepted" }, null];
    for (const receipt of receipts) {
      await madeDeliveries.saveReceipt("2026", 1, receipt);
      assert.deepEqual((await madeDeliveries.find("2026", 1))?.receipt, receipt);
    }
  });
});

test("the digests of more cases than one statement takes are all kept", async () => {
  const municipality = await registerAgreed("9005");
  const cases: CaseId[] = [];
  await store.within(municipality.code, async (tx) => {
    for (let each = 0; each < 1001; each++) {
      const { record, first } = startExampleCase(municipality);
      await tx.cases.insert(record, first, { birthYear: 1987 });
      cases.push(record.id);
    }
    const caseDigests = cases.map((id, at) => ({ case: id, digest: String(at) }));
    await tx.madeDeliveries.prepare(made(municipality, { caseDigests }));
    const kept = await tx.madeDeliveries.caseDigests("2026", 1);
    const byNumber = kept.toSorted((a, b) => Number(a.digest) - Number(b.digest));
    assert.deepEqual(byNumber, caseDigests);
  });
});

test("nobody sees or sends another municipality's delivery", async () => {
  const [one, other] = [await registerAgreed("9006"), await registerAgreed("9007")];
  await store.within(one.code, ({ madeDeliveries }) => madeDeliveries.prepare(made(one)));
  await store.within(other.code, async ({ madeDeliveries }) => {
    assert.deepEqual(await madeDeliveries.list("2026"), []);
    assert.equal(await madeDeliveries.content("2026", 1), undefined);
    await madeDeliveries.send("2026", 1, { way: "file", by: other.worker, at: later });
  });
  await store.within(one.code, async ({ madeDeliveries }) => {
    assert.equal((await madeDeliveries.find("2026", 1))?.sent, null);
  });
});
