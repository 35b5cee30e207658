import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { instant, municipalityCode } from "#kernel";
import { exampleInstant, exampleParticipant, registerExample } from "./testing/examples.ts";
import { openTestStore, type TestStore } from "./testing/test-store.ts";

let store: TestStore;
before(async () => {
  store = await openTestStore();
});
after(() => store.close());

const later = instant("2026-04-01T09:00:00.000Z");

test("a round stays as it was asked for: another of the same id is not written over it", async () => {
  const { code, worker: by } = await registerExample(store, "9001");
  const round = { id: "2026", invitation: { name: "Omgång 2026", days: [] }, by } as const;
  await store.within(code, async ({ rounds }) => {
    assert.deepEqual(await rounds.insert({ ...round, at: exampleInstant }), { kind: "saved" });
    const other = { ...round, invitation: { name: "En annan" }, at: later };
    assert.deepEqual(await rounds.insert(other), { kind: "taken" });
    const kept = { ...round, at: exampleInstant, endedAt: null };
    assert.deepEqual(await rounds.find("2026"), kept);
    assert.equal(await rounds.find("2027"), undefined);
    await rounds.insert({ ...other, id: "2027" });
    assert.deepEqual(
      (await rounds.list()).map(({ id }) => id),
      ["2027", "2026"],
    );
  });
});

test("a round is ended, and taken up again", async () => {
  const { code, worker: by } = await registerExample(store, "9002");
  await store.within(code, async ({ rounds }) => {
    for (const id of ["2026", "2027"]) {
      await rounds.insert({ id, invitation: {}, by, at: exampleInstant });
    }
    await rounds.end("2026", later);
    assert.equal((await rounds.find("2026"))?.endedAt, later);
    assert.equal((await rounds.find("2027"))?.endedAt, null);
    await rounds.end("2026", null);
    assert.equal((await rounds.find("2026"))?.endedAt, null);
  });
});

test("a participant is saved anew or as it is now, and stands in the order of the codes", async () => {
  const { code, worker: by } = await registerExample(store, "9003");
  const second = { ...exampleParticipant, code: municipalityCode("9010"), signingKeys: [] };
  const now = { ...exampleParticipant, name: "Nyköpinge", signingKeys: ["b", "c"], leftAt: later };
  await store.within(code, async ({ rounds }) => {
    await rounds.insert({ id: "2026", invitation: {}, by, at: exampleInstant });
    await rounds.insert({ id: "2027", invitation: {}, by, at: exampleInstant });
    await rounds.saveParticipant("2026", second);
    await rounds.saveParticipant("2026", exampleParticipant);
    assert.deepEqual(await rounds.participants("2026"), [exampleParticipant, second]);
    await rounds.saveParticipant("2026", now);
    await rounds.saveParticipant("2026", { ...second, checkedAt: later, remindedAt: later });
    assert.deepEqual(await rounds.participants("2026"), [
      now,
      { ...second, checkedAt: later, remindedAt: later },
    ]);
    assert.deepEqual(await rounds.participants("2027"), []);
  });
});

test("what is told of participation takes nothing else back, and not of whoever has left", async () => {
  const { code, worker: by } = await registerExample(store, "9011");
  const rekeyed = { ...exampleParticipant, signingKeys: ["b"] };
  const left = { ...exampleParticipant, code: municipalityCode("9010"), leftAt: later };
  await store.within(code, async ({ rounds }) => {
    await rounds.insert({ id: "2026", invitation: {}, by, at: exampleInstant });
    for (const each of [rekeyed, left]) {
      await rounds.saveParticipant("2026", each);
      await rounds.saveParticipation("2026", each.code, { meetings: 30 });
    }
    const told = { ...rekeyed, participation: { meetings: 30 } };
    assert.deepEqual(await rounds.participants("2026"), [told, left]);
  });
});

test("a participant belongs to a round that is there", async () => {
  const { code } = await registerExample(store, "9004");
  const saving = store.within(code, ({ rounds }) =>
    rounds.saveParticipant("2026", exampleParticipant),
  );
  await assert.rejects(saving, { code: "23503" });
});

test("two receivers' rounds of the same id know nothing of each other", async () => {
  const [one, other] = [await registerExample(store, "9005"), await registerExample(store, "9006")];
  for (const { code, worker: by } of [one, other]) {
    await store.within(code, async ({ rounds }) => {
      assert.deepEqual(await rounds.list(), []);
      await rounds.insert({ id: "2026", invitation: { of: code }, by, at: exampleInstant });
    });
  }
  await store.within(other.code, async ({ rounds }) => {
    await rounds.saveParticipant("2026", exampleParticipant);
    await rounds.end("2026", later);
  });
  await store.within(one.code, async ({ rounds }) => {
    assert.deepEqual((await rounds.find("2026"))?.invitation, { of: one.code });
    assert.equal((await rounds.find("2026"))?.endedAt, null);
    assert.deepEqual(await rounds.participants("2026"), []);
  });
});
