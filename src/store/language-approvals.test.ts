import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type ExampleMunicipality, exampleInstant, registerExample } from "./testing/examples.ts";
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

function approval(language: string, textHash: string) {
  return { language, textHash, approvedBy: "Maria Ek", approvedAt: exampleInstant };
}

test("a language has its latest approval, in the municipality that gave it and no other", async () => {
  const approvals = [approval("en", "a"), approval("ar", "b"), approval("en", "c")];
  await store.within(here.code, async ({ languageApprovals }) => {
    for (const each of approvals) await languageApprovals.set(each);
  });
  const listed = await store.within(here.code, (tx) => tx.languageApprovals.list());
  assert.deepEqual(listed, [approvals[1], approvals[2]]);
  assert.deepEqual(await store.within(there.code, (tx) => tx.languageApprovals.list()), []);
});

test("an approval that is taken back is gone, the others stay", async () => {
  const listed = await store.within(here.code, async ({ languageApprovals }) => {
    for (const language of ["fi", "so"]) await languageApprovals.set(approval(language, "d"));
    await languageApprovals.remove("fi");
    return languageApprovals.list();
  });
  const languages = listed.map(({ language }) => language);
  assert.ok(languages.includes("so") && !languages.includes("fi"), languages.join());
});
