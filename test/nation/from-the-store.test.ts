import assert from "node:assert/strict";
import { after, test } from "node:test";
import { isoDate } from "#kernel";
import { demoWorld, fillDemo } from "#scenario";
import { openTestStore } from "#store/testing";
import { compiledFrom } from "./compiled-from.ts";
import { compiled, done, pathTo, published } from "./given-release.ts";

const store = await openTestStore();
after(() => store.close());

test("years later the store delivers what stood in it at the cut-off: the nation is the same", async () => {
  const size = { municipalities: 8, cases: 400 };
  const world = demoWorld(2026, isoDate("2026-11-22"), size);
  await fillDemo(store, world);
  const fromStore = await compiledFrom(store, world);

  await done(
    ...["demo-data", "--out", pathTo("played")],
    ...["--municipalities", String(size.municipalities), "--cases", String(size.cases)],
  );
  const played = await compiled(pathTo("played"), "--interim");
  assert.deepEqual(fromStore.document, await published(played));
});
