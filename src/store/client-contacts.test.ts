import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type ExampleMunicipality, registerExample } from "./testing/examples.ts";
import { openTestStore, type TestStore } from "./testing/test-store.ts";

let store: TestStore;
let here: ExampleMunicipality;
let there: ExampleMunicipality;

before(async () => {
  store = await openTestStore();
  here = await registerExample(store, "9001");
  there = await registerExample(store, "9002");
});
after(() => store.close());

test("whom a client can ask is written once for each municipality, the latest words counting", async () => {
  const first = { contact: "Stödenheten", dataProtection: "" };
  const second = { contact: "Stödenheten, vardagar 9–16", dataProtection: "Dataskyddsombudet" };
  for (const contacts of [first, second]) {
    await store.within(here.code, (tx) => tx.clientContacts.set(contacts));
    assert.deepEqual(await store.within(here.code, (tx) => tx.clientContacts.find()), contacts);
  }
  assert.equal(await store.within(there.code, (tx) => tx.clientContacts.find()), undefined);
});
