import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Codebook } from "#codebook";
import { exampleInstant } from "./testing/examples.ts";
import { openTestStore, type TestStore } from "./testing/test-store.ts";

let store: TestStore;

before(async () => {
  store = await openTestStore();
});
after(() => store.close());

const codebook = Codebook.parse({
  id: "example-2026",
  version: "1.0.0",
  label: { sv: "Exempel", en: "Example" },
  definition: { sv: "För prov.", en: "For tests." },
  validFrom: "2026-01-01",
  provenance: { status: "reconstructed" },
  phases: [{ id: "background", label: { sv: "Bakgrund", en: "Background" } }],
  variables: [],
});

test("a codebook is kept as it was published, once, however often the program starts", async () => {
  assert.deepEqual(await store.codebooks.publish([codebook], exampleInstant), []);
  assert.deepEqual(await store.codebooks.publish([codebook], exampleInstant), []);
  assert.deepEqual(await store.codebooks.list(), [codebook]);
});

test("a published version is never edited: that is a problem, and the kept one stays", async () => {
  const edited = { ...codebook, label: { sv: "Annat", en: "Other" } };
  const [problem] = await store.codebooks.publish([edited], exampleInstant);
  assert.deepEqual(
    [problem?.code, problem?.at, problem?.details],
    ["codebook-version-edited", "example-2026", { version: "1.0.0" }],
  );
  assert.deepEqual(await store.codebooks.list(), [codebook]);
});

test("the next version stands beside the first", async () => {
  const next = { ...codebook, version: "1.1.0" };
  assert.deepEqual(await store.codebooks.publish([codebook, next], exampleInstant), []);
  assert.deepEqual(
    (await store.codebooks.list()).map(({ version }) => version),
    ["1.0.0", "1.1.0"],
  );
});
