/** Who is nobody to us reads what has been published: no account, and a browser that has never been here. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { pressAt, tabTo } from "./by-keyboard.ts";
import { assertCalm } from "./calm-page.ts";
import { type GivenDemo, givenDemo } from "./given-demo.ts";

let demo: GivenDemo;

before(async () => {
  demo = await givenDemo({ isPublished: true });
});
after(() => demo.close());

for (const width of [1280, 390]) {
  test(`at ${width} px the findings lead to pictures, tables and places, by keyboard`, async () => {
    const page = await stranger(width);
    await page.goto(`${demo.origin}/publicerat`);
    await heading(page, "Stöd till våldsutsatta vuxna: vad siffrorna säger");
    await page.getByText("Påhittade uppgifter").waitFor();
    await page
      .getByText(/procent \(\d.* av \d.* ärenden med svar\)/)
      .first()
      .waitFor();
    await assertCalm(page);

    await follow(page, "Bilder och tabeller: Gör stödet skillnad?");
    await heading(page, "Gör stödet skillnad?");
    await tabTo(page, page.locator("summary").first());
    await page.keyboard.press("Enter");
    await page.getByRole("table").first().waitFor();
    assert.ok((await page.getByRole("img").count()) > 0);
    await assertCalm(page);

    await follow(page, "Riket");
    await heading(page, /vad siffrorna säger/);
    const [place = ""] = await page.locator("#platser ~ ul a").allInnerTexts();
    assert.notEqual(place, "");
    await follow(page, place);
    await heading(page, place);
    await assertCalm(page);
    await follow(page, "Så är siffrorna gjorda");
    await heading(page, "Så är siffrorna gjorda");
    await assertCalm(page);
    await follow(page, "Öppna data");
    await heading(page, "Öppna data");
    await assertCalm(page);
    assert.equal(await page.evaluate(() => document.scripts.length), 0);
    assert.deepEqual(await page.context().cookies(), []);
    await page.context().close();
  });
}

test("without script the same stands there, and its links lead on", async () => {
  const context = await demo.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${demo.origin}/publicerat`);
  await page.getByRole("link", { name: "Bilder och tabeller: Vilka söker stöd?" }).click();
  await heading(page, "Vilka söker stöd?");
  await page.locator("summary").first().click();
  await page.getByRole("table").first().waitFor();
  await context.close();
});

/** The pages bring no script of their own; axe needs a browser that can run its. */
async function stranger(width: number): Promise<Page> {
  const context = await demo.browser.newContext({ viewport: { width, height: 900 } });
  return await context.newPage();
}

async function follow(page: Page, name: string): Promise<void> {
  await pressAt(page, page.getByRole("link", { name, exact: true }).first());
}

async function heading(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("heading", { level: 1, name }).waitFor();
}
