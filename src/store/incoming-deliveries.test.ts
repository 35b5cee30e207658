import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { instant, municipalityCode } from "#kernel";
import type { IncomingDelivery } from "./incoming-deliveries.ts";
import { type ExampleMunicipality, exampleInstant, registerExample } from "./testing/examples.ts";
import { openTestStore, type TestStore } from "./testing/test-store.ts";

let store: TestStore;
let receiver: ExampleMunicipality;
before(async () => {
  store = await openTestStore();
  receiver = await registerExample(store, "9001");
  await store.within(receiver.code, async ({ rounds }) => {
    for (const id of ["2026", "2027"]) {
      await rounds.insert({ id, invitation: {}, by: receiver.worker, at: exampleInstant });
    }
  });
});
after(() => store.close());

function came(id: string): Omit<IncomingDelivery, "decidedBy" | "decidedAt"> {
  return {
    round: "2026",
    id: id.repeat(64),
    participant: municipalityCode("9002"),
    way: "network",
    arrivedAt: exampleInstant,
    packageBytes: 3,
    state: "waiting",
    heading: { sequence: 1 },
    cases: 45,
    problems: [],
    differences: [{ label: "Ärenden", before: "44", now: "45" }],
  };
}
const undecided = { decidedBy: null, decidedAt: null };

test("what came is kept as it came; the same once more changes nothing", async () => {
  await store.within(receiver.code, async ({ incomingDeliveries }) => {
    const first = came("a");
    const saved = await incomingDeliveries.insert(first, new Uint8Array([1, 2, 3]));
    assert.deepEqual(saved, { kind: "saved" });
    const again = { ...first, way: "file", cases: 1 } as const;
    const known = await incomingDeliveries.insert(again, new Uint8Array([9]));
    assert.deepEqual(known, { kind: "known" });
    const kept = { ...first, ...undecided };
    assert.deepEqual(await incomingDeliveries.find("2026", first.id), kept);
    assert.equal(await incomingDeliveries.find("2027", first.id), undefined);
    const pieces = await Array.fromAsync(incomingDeliveries.pieces("2026", first.id));
    assert.deepEqual(Buffer.concat(pieces), Buffer.from([1, 2, 3]));
  });
});

test("of what could not be opened the bytes are kept, and that nothing is known of it", async () => {
  const unread = { participant: null, heading: null, cases: null, differences: null };
  const delivery = {
    ...came("b"),
    ...unread,
    state: "quarantined",
    problems: [{ code: "package-damaged", severity: "error" }],
  } as const;
  await store.within(receiver.code, async ({ incomingDeliveries }) => {
    await incomingDeliveries.insert(delivery, new Uint8Array());
    const kept = await incomingDeliveries.find("2026", delivery.id);
    assert.deepEqual(kept, { ...delivery, ...undecided });
    assert.deepEqual(await Array.fromAsync(incomingDeliveries.pieces("2026", delivery.id)), []);
  });
});

test("a large package comes back byte by byte, in pieces that are not", async () => {
  const mebibyte = 1024 * 1024;
  await store.within(receiver.code, async ({ incomingDeliveries }) => {
    for (const [id, length] of Object.entries({ c: 2 * mebibyte, d: 2 * mebibyte + 1 })) {
      const content = new Uint8Array(length).map((_, at) => (at * 31) % 251);
      const delivery = { ...came(id), packageBytes: length };
      // A view into something larger, as a body often is.
      const within = Buffer.concat([Buffer.from("before"), content, Buffer.from("after")]);
      await incomingDeliveries.insert(delivery, within.subarray(6, 6 + length));
      const pieces = await Array.fromAsync(incomingDeliveries.pieces("2026", delivery.id));
      assert.equal(pieces.length, Math.ceil(length / mebibyte));
      assert.ok(Buffer.concat(pieces).equals(content));
    }
  });
});

test("a person decides, and may decide otherwise", async () => {
  const { code, worker: by } = receiver;
  const later = instant("2026-04-01T09:00:00.000Z");
  await store.within(code, async ({ incomingDeliveries }) => {
    const { id } = came("e");
    await incomingDeliveries.insert(came("e"), new Uint8Array([1]));
    await incomingDeliveries.insert(came("f"), new Uint8Array([1]));
    for (const state of ["accepted", "declined", "waiting"] as const) {
      await incomingDeliveries.decide("2026", id, { state, by, at: later });
      const decided = await incomingDeliveries.find("2026", id);
      assert.deepEqual(decided, { ...came("e"), state, decidedBy: by, decidedAt: later });
    }
    const other = await incomingDeliveries.find("2026", came("f").id);
    assert.equal(other?.decidedBy, null);
  });
});

test("the latest stands first, in its own round alone", async () => {
  const later = instant("2026-04-01T09:00:00.000Z");
  await store.within(receiver.code, async ({ incomingDeliveries }) => {
    for (const [id, arrivedAt] of [
      ["2", exampleInstant],
      ["3", later],
      ["1", exampleInstant],
    ] as const) {
      const delivery = { ...came(id), round: "2027", arrivedAt };
      await incomingDeliveries.insert(delivery, new Uint8Array([1]));
    }
    assert.deepEqual(
      (await incomingDeliveries.list("2027")).map(({ id }) => id[0]),
      ["3", "1", "2"],
    );
    assert.ok((await incomingDeliveries.list("2026")).every(({ round }) => round === "2026"));
  });
});

test("nobody else sees what came to a receiver", async () => {
  const other = await registerExample(store, "9003");
  await store.within(receiver.code, ({ incomingDeliveries }) =>
    incomingDeliveries.insert(came("0"), new Uint8Array([1])),
  );
  await store.within(other.code, async ({ incomingDeliveries }) => {
    assert.deepEqual(await incomingDeliveries.list("2026"), []);
    const pieces = incomingDeliveries.pieces("2026", came("0").id);
    assert.deepEqual(await Array.fromAsync(pieces), []);
  });
});
