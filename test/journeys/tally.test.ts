import assert from "node:assert/strict";
import { after, before } from "node:test";
import type { Page } from "playwright-core";
import { addHours, systemClock } from "#kernel";
import { pressAt, waitForFocus } from "./by-keyboard.ts";
import { assertCalm } from "./calm-page.ts";
import { type GivenDemo, givenDemo, granviken } from "./given-demo.ts";
import {
  closeCampaign,
  countsOf,
  enterAs,
  givenOpenCampaign,
  talliesOf,
} from "./given-open-campaign.ts";
import { journey } from "./journey.ts";
import { fitKeyMeter, type KeyMeter } from "./key-meter.ts";
import { smallTargets } from "./small-targets.ts";
import { narrow, openWatchedPage, type Trouble } from "./watched-page.ts";

/** Meetings are noted with a thumb and by keys; the network goes and the session ends in between. */
const step = journey();
let demo: GivenDemo;
let campaign: string;
let page: Page;
let meter: KeyMeter;
const troubles: (readonly Trouble[])[] = [];

before(async () => {
  demo = await givenDemo();
  campaign = await givenOpenCampaign(demo, "tally-journey");
});
after(() => demo.close());

async function open(viewport?: typeof narrow): Promise<void> {
  const opened = await openWatchedPage(demo.browser, demo.origin, viewport, {
    hasTouch: viewport === narrow,
  });
  ({ page } = opened);
  troubles.push(opened.troubles);
  meter = await fitKeyMeter(page);
  // Time goes as usual, and can be made to go faster.
  await page.clock.install();
}

async function openTally(id = campaign): Promise<void> {
  await page.goto(`/fokusmanad/${id}/notera`);
  await asks("Fick personen frågan om våld?");
}

async function asks(question: string): Promise<void> {
  await waitForFocus(page.getByRole("heading", { name: question, level: 2 }));
}

/** As a thumb does it: when the question has been read. */
async function tap(name: string): Promise<void> {
  await page.clock.runFor(500);
  await page.getByRole("button", { name, exact: true }).tap();
}

async function says(text: string): Promise<void> {
  await page.getByRole("status").getByText(text).waitFor();
}

async function waitUntilCounted(wanted: { readonly [combination: string]: number }) {
  for (let look = 0; look < 100; look++) {
    const counts = await countsOf(demo, campaign);
    if (JSON.stringify(sorted(counts)) === JSON.stringify(sorted(wanted))) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.deepEqual(await countsOf(demo, campaign), wanted);
}

function sorted(counts: { readonly [combination: string]: number }) {
  return Object.entries(counts).toSorted(([one], [other]) => one.localeCompare(other));
}

step("with a thumb: asked, no, saved, in three taps, and the next can be begun", async () => {
  await open(narrow);
  await enterAs(page, demo, "caseWorker");
  await openTally();
  await assertCalm(page);
  assert.deepEqual(await smallTargets(page), []);
  await tap("Ja");
  await asks("Vad svarade personen?");
  await tap("Nej");
  await asks("Kön och ålder");
  await assertCalm(page);
  assert.deepEqual(await smallTargets(page), []);
  await tap("Spara");
  await says("Noterat. Fick personen frågan om våld? Ja. Vad svarade personen? Nej.");
  await asks("Fick personen frågan om våld?");
  await assertCalm(page);
  await waitUntilCounted({ "F04=1;F06=3": 1 });
});

step("with a thumb: violence, what was done, and who was met", async () => {
  await tap("Ja");
  await tap("Ja, utsatt nu");
  await asks("Vad gjordes?");
  await tap("Gå vidare");
  await page.getByRole("alert").getByText("Välj minst ett.").waitFor();
  await tap("Information gavs");
  await tap("Stöd erbjöds");
  await tap("Gå vidare");
  await tap("Kvinna");
  await tap("30–44 år");
  await says("Vad gjordes? Information gavs, stöd erbjöds. Kön: Kvinna. Ålder: 30–44 år.");
  await waitUntilCounted({ "F04=1;F06=3": 1, "F04=1;F06=1;F09=1+2;F07=1;F08=2": 1 });
});

step("two taps at once answer one question, by whatever stands under the second", async () => {
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 2000));
  const yes = page.getByRole("button", { name: "Ja", exact: true });
  await yes.scrollIntoViewIfNeeded();
  const place = await yes.boundingBox();
  assert.ok(place);
  const [x, y] = [place.x + place.width / 2, place.y + place.height / 2];
  await page.touchscreen.tap(x, y);
  await asks("Vad svarade personen?");
  await page.clock.runFor(180);
  await page.touchscreen.tap(x, y);
  await page.clock.runFor(200);
  await asks("Vad svarade personen?");
  await page.clock.runFor(100);
  await page.touchscreen.tap(x, y);
  await asks("Vad gjordes?");
  await page.clock.resume();
  for (const _ of [1, 2]) await tap("Tillbaka");
  await asks("Fick personen frågan om våld?");
});

step("without contact meetings wait in sight, and one that is taken back is gone", async () => {
  await page.context().setOffline(true);
  for (const reasons of [["Tidsbrist"], ["Barn var med", "Tolksamtal"], ["Annat"]]) {
    await tap("Nej");
    for (const reason of reasons) await tap(reason);
    await tap("Gå vidare");
    await tap("Spara");
  }
  await says("Vi fick ingen kontakt. Tre möten väntar på att sparas.");
  await tap("Ångra");
  await says("Ångrat. Mötet är borttaget.");
  await asks("Fick personen frågan om våld?");
  await says("Vi fick ingen kontakt. Två möten väntar på att sparas.");
  await assertCalm(page);
});

step("leaving the page is asked about, and staying loses nothing", async () => {
  const asked = page.waitForEvent("dialog");
  const left = page.evaluate(() => window.location.reload()).catch(() => {});
  const question = await asked;
  assert.equal(question.type(), "beforeunload");
  await question.dismiss();
  await left;
  await says("Två möten väntar på att sparas.");
});

step("an hour later contact is back, and everything is counted, once", async () => {
  await page.clock.fastForward("01:00:00");
  await says("Två möten väntar på att sparas.");
  await page.context().setOffline(false);
  await waitUntilCounted({
    "F04=1;F06=3": 1,
    "F04=1;F06=1;F09=1+2;F07=1;F08=2": 1,
    "F04=2;F05=1": 1,
    "F04=2;F05=4+5": 1,
  });
  await page.getByText("väntar på att sparas").waitFor({ state: "detached" });
  await page.context().close();
});

step("by keys: three presses from asked to saved, four with sex and age", async () => {
  await open();
  await enterAs(page, demo, "caseWorker");
  await openTally();
  await meter.reset();
  for (const key of ["1", "3", "Enter"]) await page.keyboard.press(key);
  await says("Noterat.");
  assert.equal(await meter.presses(), 3);
  await asks("Fick personen frågan om våld?");
  for (const key of ["1", "4", "2", "7"]) await page.keyboard.press(key);
  await says("Vad svarade personen? Ville inte svara. Kön: Man. Ålder: 65 år eller äldre.");
  assert.equal(await meter.presses(), 7);
});

step("by keys: back, another answer, and several reasons", async () => {
  await page.keyboard.press("1");
  await page.keyboard.press("Backspace");
  for (const key of ["2", "3", "6", "Enter", "Enter"]) await page.keyboard.press(key);
  await says("Varför ställdes inte frågan? Partner var med, gemensam akt.");
  await waitUntilCounted({
    "F04=1;F06=3": 2,
    "F04=1;F06=1;F09=1+2;F07=1;F08=2": 1,
    "F04=1;F06=4;F07=2;F08=4": 1,
    "F04=2;F05=1": 1,
    "F04=2;F05=4+5": 1,
    "F04=2;F05=3+6": 1,
  });
});

step("the latest one is taken back by U and by Ctrl+Z", async () => {
  await page.keyboard.press("u");
  await says("Ångrat. Mötet är borttaget.");
  for (const key of ["1", "4", "Enter"]) await page.keyboard.press(key);
  await says("Noterat.");
  await page.keyboard.press("Control+z");
  await says("Ångrat. Mötet är borttaget.");
  await asks("Fick personen frågan om våld?");
  await waitUntilCounted(afterUndo);
});

const afterUndo = {
  "F04=1;F06=3": 2,
  "F04=1;F06=1;F09=1+2;F07=1;F08=2": 1,
  "F04=1;F06=4;F07=2;F08=4": 1,
  "F04=2;F05=1": 1,
  "F04=2;F05=4+5": 1,
};

step("sex and age are switched off for the page, and on again", async () => {
  for (const key of ["1", "3"]) await page.keyboard.press(key);
  await pressAt(
    page,
    page.getByRole("button", { name: "Spara, och fråga inte mer om kön och ålder" }),
  );
  await says("Noterat.");
  for (const key of ["1", "3"]) await page.keyboard.press(key);
  await waitUntilCounted({ ...afterUndo, "F04=1;F06=3": 4 });
  await page.clock.runFor(500);
  await page.getByRole("button", { name: "Fråga också om kön och ålder" }).click();
  for (const key of ["1", "3"]) await page.keyboard.press(key);
  await asks("Kön och ålder");
  for (const _ of [1, 2]) await page.keyboard.press("Backspace");
});

step(
  "nothing of a meeting stays on the screen for longer than a minute, or with the next",
  async () => {
    await asks("Fick personen frågan om våld?");
    await says("Noterat.");
    await page.keyboard.press("1");
    await page.getByText("Noterat.").waitFor({ state: "detached" });
    await page.keyboard.press("Backspace");
    await says("Noterat.");
    await page.clock.runFor("01:01");
    await page.getByText("Noterat.").waitFor({ state: "detached" });
    const kept = await page.evaluate(() => localStorage.length + sessionStorage.length);
    assert.equal(kept, 0);
  },
);

step("the session ends: signing in is done in place, and the meeting is counted", async () => {
  const { account } = demo.account("caseWorker");
  await demo.store.within(granviken, async ({ sessions }) => {
    for (const { tokenHash } of await sessions.listOf(account)) {
      await sessions.prove(tokenHash, tokenHash, addHours(systemClock.now(), -1));
    }
  });
  for (const key of ["1", "3", "Enter"]) await page.keyboard.press(key);
  const dialog = page.getByRole("dialog", { name: "Logga in igen" });
  await waitForFocus(dialog.getByRole("button", { name: /^Logga in som/ }));
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "detached" });
  await waitUntilCounted({ ...afterUndo, "F04=1;F06=3": 5 });
});

step("a forgotten meeting is noted on its own day", async () => {
  await page.clock.runFor(500);
  await page.getByRole("button", { name: "Byt dag" }).click();
  await page.getByLabel("Dag för mötet").selectOption({ index: 2 });
  await page.getByRole("button", { name: "Klar" }).click();
  await asks("Fick personen frågan om våld?");
  for (const key of ["1", "3", "Enter"]) await page.keyboard.press(key);
  await waitUntilCounted({ ...afterUndo, "F04=1;F06=3": 6 });
  const days = new Set((await talliesOf(demo, campaign)).map(({ day }) => day));
  assert.equal(days.size, 2);
});

step("who reaches several units says which, and the page remembers it", async () => {
  const { page: other, troubles: others } = await openWatchedPage(demo.browser, demo.origin);
  troubles.push(others);
  await other.clock.install();
  await enterAs(other, demo, "coordinator");
  await other.goto(`/fokusmanad/${campaign}/notera`);
  await other.getByLabel("Enhet").waitFor();
  assert.equal(await other.getByRole("button", { name: "Ja", exact: true }).count(), 0);
  await other.getByLabel("Enhet").selectOption({ index: 2 });
  for (const meeting of [1, 2]) {
    await other.clock.runFor(500);
    await other.getByRole("button", { name: "Ja", exact: true }).click();
    for (const key of ["3", "Enter"]) await other.keyboard.press(key);
    await other.getByText("Noterat.").waitFor();
    await waitUntilCounted({ ...afterUndo, "F04=1;F06=3": 6 + meeting });
  }
  assert.equal(new Set((await talliesOf(demo, campaign)).map(({ unit }) => unit)).size, 2);
  await other.context().close();
});

step("a campaign that is closed meanwhile says so, and the meeting can be taken away", async () => {
  await closeCampaign(demo, campaign);
  for (const key of ["1", "3", "Enter"]) await page.keyboard.press(key);
  const refused = page.getByRole("alert").filter({ hasText: "sparades inte" });
  await refused.getByText("Fokusmånaden är avslutad.").waitFor();
  assert.equal(await page.getByText("Noterat.").count(), 0);
  await assertCalm(page);
  await page.clock.runFor(500);
  await refused.getByRole("button", { name: "Ta bort" }).click();
  await refused.waitFor({ state: "detached" });
  assert.equal(await page.getByText("Noterat.").count(), 0);
  await asks("Fick personen frågan om våld?");
  await waitUntilCounted({ ...afterUndo, "F04=1;F06=3": 8 });
});

step("nothing went wrong but the network", () => {
  const others = troubles.flat().filter(({ text }) => !text.includes("ERR_INTERNET_DISCONNECTED"));
  assert.deepEqual(others, []);
});
