import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { instant, unitId } from "#kernel";
import { exampleInstant, registerExample } from "./testing/examples.ts";
import { openTestStore, type TestStore } from "./testing/test-store.ts";

let store: TestStore;
before(async () => {
  store = await openTestStore();
});
after(() => store.close());

test("a unit's words about a question are kept, written anew and taken away", async () => {
  const { code, unit, worker } = await registerExample(store, "9001");
  const written = { unit, concept: "violenceSeverity", by: worker, at: exampleInstant };
  await store.within(code, async ({ unitGuidance }) => {
    await unitGuidance.set({ ...written, text: "Strypning är alltid mycket grovt." });
    await unitGuidance.set({ ...written, concept: "sex", text: "<b>Fråga</b> klienten." });
    const at = instant("2026-03-13T09:00:00.000Z");
    await unitGuidance.set({ ...written, text: "Strypning räknas som mycket grovt.", at });
    assert.deepEqual(await unitGuidance.list(unit), [
      { concept: "sex", text: "<b>Fråga</b> klienten.", by: worker, at: exampleInstant },
      { concept: "violenceSeverity", text: "Strypning räknas som mycket grovt.", by: worker, at },
    ]);
    await unitGuidance.remove(unit, "sex");
    await unitGuidance.remove(unit, "sex");
    assert.equal((await unitGuidance.list(unit)).length, 1);
    assert.deepEqual(await unitGuidance.list(unitId("another")), []);
  });
});

test("the words of one municipality's unit are not another's", async () => {
  const other = await registerExample(store, "9002");
  await store.within(other.code, async ({ unitGuidance }) => {
    assert.deepEqual(await unitGuidance.list(unitId("unit-9001")), []);
  });
});
