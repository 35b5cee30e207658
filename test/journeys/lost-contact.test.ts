import assert from "node:assert/strict";
import { after, before } from "node:test";
import type { Page } from "playwright-core";
import type { Answers } from "#codebook";
import { addHours, systemClock } from "#kernel";
import { signInAs, waitForFocus } from "./by-keyboard.ts";
import { assertCalm } from "./calm-page.ts";
import { beginCase, waitForQuestion, waitUntilSaved } from "./case-on-page.ts";
import { type GivenDemo, givenDemo, granviken } from "./given-demo.ts";
import { journey } from "./journey.ts";
import { openWatchedPage, type Trouble } from "./watched-page.ts";

/** The network goes and the session ends, in the middle of a case. */
const step = journey();
let demo: GivenDemo;
let page: Page;
let troubles: readonly Trouble[];
let code: string;

before(async () => {
  demo = await givenDemo();
  ({ page, troubles } = await openWatchedPage(demo.browser, demo.origin));
  // Time goes as usual, and can be made to go faster.
  await page.clock.install();
});
after(() => demo.close());

step("a case is begun and its first question answered", async () => {
  await page.goto("/");
  await signInAs(page, demo.account("caseWorker"));
  code = await beginCase(page);
  await page.keyboard.press("1");
  await waitUntilSaved(page);
});

step("without contact the answers wait, and the page says how many", async () => {
  await page.context().setOffline(true);
  await page.keyboard.press("Enter");
  await page.keyboard.type("1988");
  await page.keyboard.press("Enter");
  await says("Vi fick ingen kontakt. Ditt senaste svar sparas när kontakten är tillbaka.");
  await waitForQuestion(page, "Födelsebakgrund");
  await page.keyboard.press("3");
  await page.keyboard.press("Enter");
  await page.keyboard.press("2");
  await says("Vi fick ingen kontakt. Dina tre senaste svar sparas när kontakten är tillbaka.");
  await assertCalm(page);
  assert.deepEqual(Object.keys(await storedAnswers()), ["V01"]);
});

step(
  "leaving the page while something is unsaved is asked about, and staying loses nothing",
  async () => {
    const asked = page.waitForEvent("dialog");
    const left = page.evaluate(() => window.location.reload()).catch(() => {});
    const question = await asked;
    assert.equal(question.type(), "beforeunload");
    await question.dismiss();
    await left;
    await says("Vi fick ingen kontakt. Dina tre senaste svar sparas när kontakten är tillbaka.");
    await waitForQuestion(page, "Har barn under 18 år");
  },
);

step("a minute without contact, in which the page tries again, changes nothing", async () => {
  const triesBefore = failedTries();
  await page.clock.runFor("01:00");
  assert.ok(failedTries() > triesBefore);
  await says("Vi fick ingen kontakt. Dina tre senaste svar sparas när kontakten är tillbaka.");
  assert.deepEqual(Object.keys(await storedAnswers()), ["V01"]);
});

step("when contact is back everything is saved by itself", async () => {
  await page.context().setOffline(false);
  await waitUntilSaved(page);
  assert.deepEqual(await storedAnswers(), {
    V01: { kind: "codes", codes: [1] },
    V02: { kind: "number", number: 1988 },
    V03: { kind: "codes", codes: [3] },
    V04: { kind: "codes", codes: [2] },
  });
});

step(
  "a session that has ended is told at the next answer, and signing in again is done in place",
  async () => {
    await idleOut();
    await page.keyboard.press("Enter");
    await waitForQuestion(page, "Huvudsaklig försörjning");
    await page.keyboard.press("4");
    const dialog = page.getByRole("dialog", { name: "Logga in igen" });
    await dialog.waitFor();
    await assertCalm(page);
    assert.equal((await storedAnswers()).V05, undefined);
    await waitForFocus(dialog.getByRole("button", { name: "Logga in som Anna Tallvik" }));
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
  },
);

step("the answer that waited is saved, and the work goes on where it was", async () => {
  await waitUntilSaved(page);
  assert.deepEqual((await storedAnswers()).V05, { kind: "codes", codes: [4] });
  await waitForQuestion(page, "Huvudsaklig försörjning");
  await page.keyboard.press("Enter");
  await waitForQuestion(page, "Ärendet aktualiserat genom");
  await page.keyboard.press("2");
  await waitUntilSaved(page);
  assert.deepEqual((await storedAnswers()).V06, { kind: "codes", codes: [2] });
});

step("nothing went wrong but the network", () => {
  assert.deepEqual(
    troubles.filter(({ text }) => !text.includes(noNetwork)),
    [],
  );
});

const noNetwork = "ERR_INTERNET_DISCONNECTED";

function failedTries(): number {
  return troubles.filter(({ text }) => text.includes(noNetwork)).length;
}

/** What stands in the bar at the bottom, which is read aloud. */
async function says(text: string): Promise<void> {
  await page.getByRole("status").getByText(text, { exact: true }).waitFor();
}

/** Nobody has touched the page for longer than a session lasts. */
async function idleOut(): Promise<void> {
  const { account } = demo.account("caseWorker");
  const longAgo = addHours(systemClock.now(), -1);
  await demo.store.within(granviken, async ({ sessions }) => {
    for (const { tokenHash } of await sessions.listOf(account)) {
      await sessions.prove(tokenHash, tokenHash, longAgo);
    }
  });
}

async function storedAnswers(): Promise<Answers> {
  const record = await demo.store.within(granviken, (tx) => tx.cases.find(code));
  return record?.sheet.answers ?? {};
}
