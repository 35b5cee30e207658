import assert from "node:assert/strict";
import { after, test } from "node:test";
import { isoDate } from "#kernel";
import { filledDemo } from "../filled-demo.ts";
import { compiledFrom } from "./compiled-from.ts";
import { compiled, done, pathTo, published } from "./given-release.ts";

const size = { municipalities: 8, cases: 400 };
const filled = await filledDemo(size, isoDate("2026-11-22"));
after(() => filled.store.close());

test("years later the store delivers what stood in it at the cut-off: the nation is the same", async () => {
  const fromStore = await compiledFrom(filled.store, filled);

  await done(
    ...["demo-data", "--out", pathTo("played")],
    ...["--municipalities", String(size.municipalities), "--cases", String(size.cases)],
  );
  const played = await compiled(pathTo("played"), "--interim");
  assert.deepEqual(fromStore.document, await published(played));
});
