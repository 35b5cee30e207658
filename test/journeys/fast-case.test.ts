import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { effectiveCodebook, type Item } from "#codebook";
import { seededRandomness } from "#kernel";
import { answerSheet, registerSheet } from "#scenario";
import { signInAs } from "./by-keyboard.ts";
import { assertCalm } from "./calm-page.ts";
import { type GivenDemo, givenDemo, granviken } from "./given-demo.ts";
import { fitKeyMeter, type KeyMeter } from "./key-meter.ts";
import { registerFast } from "./register-fast.ts";
import { openWatchedPage } from "./watched-page.ts";

/** The whole sheet by somebody who knows the keys; how fast that is, the benchmarks tell. */
let demo: GivenDemo;
let page: Page;
let meter: KeyMeter;

const codebook = effectiveCodebook("su-kvinnofrid-2021");
assert.ok(codebook);

before(async () => {
  demo = await givenDemo();
  ({ page } = await openWatchedPage(demo.browser, demo.origin));
  meter = await fitKeyMeter(page);
  await page.goto("/");
  await signInAs(page, demo.account("caseWorker"));
});
after(() => demo.close());

test("going on at every choice and typing days without their year, the sheet is what is stored", async () => {
  await meter.reset();
  const { code, wentOn } = await registerFast(page, codebook, answerSheet);
  const keys = await meter.presses();
  assert.ok(keys <= 95, `${keys} keys`);
  assert.equal(wentOn, 23);
  await assertCalm(page);
  const stored = await demo.store.within(granviken, (tx) => tx.cases.find(code));
  assert.ok(stored);
  const { municipality, unit, sheet } = stored;
  const worker = demo.account("caseWorker").account;
  const setting = { municipality, unit, worker, randomness: seededRandomness(1) };
  const wanted = registerSheet(answerSheet, codebook, { ...setting, takenCodes: new Set() }).record;
  assert.deepEqual(sheet.answers, wanted.sheet.answers);
  assert.deepEqual(sheet.items.map(withoutId), wanted.sheet.items.map(withoutId));
  assert.deepEqual([stored.state, stored.closedOn], ["closed", answerSheet.closedOn]);
});

test("every key that was pressed did something once: no answer was saved twice", async () => {
  const { total, cases } = await demo.store.within(granviken, (tx) =>
    tx.cases.list({ from: 0, limit: 1, state: "closed" }),
  );
  assert.ok(total > 0);
  const [latest] = cases;
  assert.ok(latest);
  const history = await demo.store.within(granviken, (tx) => tx.cases.history(latest.id));
  const places = history.flatMap(({ changes }) =>
    changes.flatMap((change) =>
      change.kind === "answer-set"
        ? [`${change.address.item ?? ""} ${change.address.variable} ${JSON.stringify(change.to)}`]
        : [],
    ),
  );
  assert.equal(new Set(places).size, places.length);
});

function withoutId({ group, phase, answers }: Item) {
  return { group, phase, answers };
}
