import assert from "node:assert/strict";
import { after, before } from "node:test";
import type { Page } from "playwright-core";
import { pdfWords } from "../nation/pdf-words.ts";
import { pressAt, tabTo, typeAt, waitForFocus } from "./by-keyboard.ts";
import { assertCalm } from "./calm-page.ts";
import { type GivenDemo, givenDemo } from "./given-demo.ts";
import { countsOf, enterAs, givenOpenCampaign } from "./given-open-campaign.ts";
import { journey } from "./journey.ts";
import { smallTargets } from "./small-targets.ts";
import { narrow, openWatchedPage, type Trouble, wide } from "./watched-page.ts";

/** A pile of paper forms is keyed in by keyboard; contact is lost in the middle, and the pile comes twice. */
const step = journey();
let demo: GivenDemo;
let campaign: string;
let page: Page;
let troubles: readonly Trouble[];

const pile = { "F04=1;F06=3;F07=1": 7, "F04=1;F06=1;F09=1+2": 2, "F04=2;F05=1+4": 3 };

before(async () => {
  demo = await givenDemo();
  campaign = await givenOpenCampaign(demo, "pile-journey");
  ({ page, troubles } = await openWatchedPage(demo.browser, demo.origin));
  await page.clock.install();
});
after(() => demo.close());

const firstQuestion = "Fick personen frågan om våld?";

/** In a list, the digit that an answer begins with finds it. */
async function choose(question: string, digit: string): Promise<void> {
  await tabTo(page, page.getByLabel(question, { exact: true }));
  await page.keyboard.press(digit);
}

async function toggle(question: string, digits: string): Promise<void> {
  await tabTo(page, page.getByRole("group", { name: question }).getByRole("checkbox").first());
  for (const digit of digits) await page.keyboard.press(digit);
}

async function addLine(count: string): Promise<void> {
  await typeAt(page, "Antal blanketter på raden", count);
  await page.keyboard.press("Enter");
  await waitForFocus(page.getByLabel(firstQuestion));
}

async function keyInPile(number: string): Promise<void> {
  await typeAt(page, "Högens nummer", number);
  await typeAt(page, "Antal blanketter i högen", "12");
  await choose(firstQuestion, "1");
  await choose("Vad svarade personen?", "3");
  await choose("Kön", "1");
  await addLine("7");
  await choose(firstQuestion, "1");
  await choose("Vad svarade personen?", "1");
  await toggle("Vad gjordes?", "12");
  await addLine("2");
  await says("9 av 12 blanketter. 3 återstår.");
  await choose(firstQuestion, "2");
  await toggle("Varför ställdes inte frågan?", "14");
  await addLine("3");
  await says("12 av 12 blanketter. Det stämmer.");
}

async function save(): Promise<void> {
  await pressAt(page, page.getByRole("button", { name: "Spara högen" }));
}

async function says(text: string): Promise<void> {
  await page.getByRole("status").getByText(text).waitFor();
}

step("what is left out is told at its place, and nothing is sent", async () => {
  await enterAs(page, demo, "caseWorker");
  await page.goto(`/fokusmanad/${campaign}/hog`);
  await page.getByRole("heading", { name: "Lägg in en hög", level: 1 }).waitFor();
  await assertCalm(page);
  await save();
  await page.getByRole("alert").getByText("Välj vilken dag blanketterna gäller.").waitFor();
  await page.getByRole("alert").getByText("Högen är tom. Räkna blanketterna").waitFor();
  await choose(firstQuestion, "1");
  await pressAt(page, page.getByRole("button", { name: "Lägg till raden" }));
  await page.getByText("Svara på «Vad svarade personen?», eller välj Inte noterat.").waitFor();
  await assertCalm(page);
});

step("lines that do not add up are told, and kept", async () => {
  await page.reload();
  await page.getByLabel("Dag på blanketterna").selectOption({ index: 3 });
  await keyInPile("IFO-7");
  await typeAt(page, "Antal blanketter i högen", "13");
  await save();
  await page
    .getByRole("alert")
    .getByText("Raderna är 12 blanketter tillsammans, men högen har 13.")
    .waitFor();
  await typeAt(page, "Antal blanketter i högen", "12");
  assert.deepEqual(await countsOf(demo, campaign), {});
});

step(
  "contact is lost in the middle: the pile is kept on the page, and the page says so",
  async () => {
    await page.context().setOffline(true);
    await save();
    await says("Vi fick ingen kontakt.");
    await says("Högen är kvar här och sparas när kontakten är tillbaka.");
    await assertCalm(page);
    assert.deepEqual(await countsOf(demo, campaign), {});
  },
);

step("contact is back after an hour: the pile is saved by itself, once", async () => {
  await page.clock.fastForward("01:00:00");
  await page.context().setOffline(false);
  await says("Hög IFO-7 är sparad.");
  assert.deepEqual(await countsOf(demo, campaign), pile);
  assert.equal(await page.getByLabel("Högens nummer").inputValue(), "");
});

step("the same pile once more is recognised, and nothing is counted", async () => {
  await keyInPile("IFO-7");
  await save();
  const alert = page.getByRole("alert").filter({ hasText: "Den här högen är redan inmatad." });
  await alert.waitFor();
  await page.getByRole("alert").getByText("Hög IFO-7 är redan inlagd för enheten.").waitFor();
  await assertCalm(page);
  assert.deepEqual(await countsOf(demo, campaign), pile);
});

step("leaving with a pile that is not saved is asked about", async () => {
  await pressAt(page, page.getByRole("link", { name: "Översikt" }));
  const dialog = page.getByRole("dialog", { name: "Lämna sidan?" });
  await dialog.waitFor();
  await pressAt(page, dialog.getByRole("button", { name: "Stanna kvar" }));
  await dialog.waitFor({ state: "detached" });
  await says("12 av 12 blanketter. Det stämmer.");
});

step("an answer that is lost on its way back: sent again, and not counted again", async () => {
  let isLost = true;
  await page.route("**/piles", async (route) => {
    if (!isLost) return route.continue();
    isLost = false;
    await route.fetch();
    await route.abort();
  });
  await typeAt(page, "Högens nummer", "IFO-8");
  await save();
  await says("Vi fick ingen kontakt.");
  await page.clock.runFor("00:02");
  await says("Den här högen är redan inmatad.");
  await says("Hög IFO-8 kom fram första gången och räknas en gång.");
  const twice = Object.entries(pile).map(([combination, count]) => [combination, 2 * count]);
  assert.deepEqual(await countsOf(demo, campaign), Object.fromEntries(twice));
});

step("on a phone everything is in reach", async () => {
  await page.setViewportSize(narrow);
  await choose(firstQuestion, "2");
  await toggle("Varför ställdes inte frågan?", "1");
  await addLine("");
  await assertCalm(page);
  assert.deepEqual(await smallTargets(page), []);
  await page.setViewportSize(wide);
});

step(
  "the printed form is a cover sheet and two forms on one sheet, with the same questions",
  async () => {
    const { page: form, troubles: others } = await openWatchedPage(demo.browser, demo.origin);
    await enterAs(form, demo, "caseWorker");
    await form.goto(`/fokusmanad/${campaign}/blankett`);
    await form.getByRole("heading", { name: "Pappersblankett", level: 1 }).waitFor();
    const pdf = await form.pdf({ preferCSSPageSize: true });
    assert.equal(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length, 2);
    const words = (await pdfWords(new Uint8Array(pdf))).replaceAll(/\s+/g, " ");
    for (const told of ["Efter mötet", "Varför ställdes inte frågan?", "Vad gjordes?"]) {
      assert.equal(words.split(told).length - 1, 2, told);
    }
    assert.deepEqual(others, []);
    await form.context().close();
  },
);

step("nothing went wrong but the network", () => {
  const isNetwork = /ERR_INTERNET_DISCONNECTED|ERR_FAILED/;
  assert.deepEqual(
    troubles.filter(({ text }) => !isNetwork.test(text)),
    [],
  );
});
