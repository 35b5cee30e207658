/** What is printed and handed to a client: one button, one sheet, and nothing of the address on it. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "./browser.ts";
import { assertCalm } from "./calm-page.ts";
import { type GivenSurvey, givenSurvey } from "./given-survey.ts";
import { narrow, openWatchedPage, type WatchedPage, wide } from "./watched-page.ts";

let given: GivenSurvey;
let browser: Browser;

before(async () => {
  [given, browser] = await Promise.all([givenSurvey(), openBrowser()]);
});
after(async () => {
  await browser.close();
  await given.close();
});

async function signedIn(viewport = wide): Promise<WatchedPage> {
  const watched = await openWatchedPage(browser, given.origin, viewport);
  await given.comeIn("caseWorker", watched.page.request);
  return watched;
}

/** Easy Swedish may take two sheets for what the others say on one. */
const papers = ["sv", "sv-x-lattlast", "en", "ar"].flatMap((tag) => [
  { path: `/papper/enkat/${tag}`, sheets: 1 },
  { path: `/papper/information/${tag}`, sheets: tag === "sv-x-lattlast" ? 2 : 1 },
]);

/** The browser that the tests bring has no Arabic letters, only wide boxes in their place. */
function hasLetters(path: string): boolean {
  return !path.endsWith("/ar") || process.env.SKILLNAD_TEST_BROWSER !== undefined;
}

for (const viewport of [wide, narrow]) {
  test(`at ${viewport.width} px every paper is calm, and one press prints it`, async () => {
    const { page, troubles } = await signedIn(viewport);
    await page.addInitScript(() => {
      window.print = () => document.body.setAttribute("data-printed", "yes");
    });
    for (const { path, sheets } of papers) {
      await page.goto(path);
      await assertCalm(page);
      await page.getByRole("button", { name: "Skriv ut", exact: true }).click();
      assert.equal(await page.locator("body").getAttribute("data-printed"), "yes", path);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
      if (hasLetters(path)) assert.equal(pages.length, sheets, path);
      assert.ok(pages.length > 0, path);
    }
    assert.deepEqual(troubles, []);
    await page.context().close();
  });
}

test("on the sheet stands nothing that is for the staff, but that its data are invented", async () => {
  const { page } = await signedIn();
  await page.goto("/papper/enkat/ar");
  const staff = page.getByText("Skriv ärendets kod på enkäten innan du lämnar den.");
  await staff.waitFor();
  await page.emulateMedia({ media: "print" });
  assert.equal(await staff.isVisible(), false);
  assert.equal(await page.getByRole("button").count(), 0);
  assert.equal(await page.getByText("Påhittade uppgifter").last().isVisible(), true);
  await page.context().close();
});

test("without script the keys that print are told, and a language that is no paper says why", async () => {
  const context = await browser.newContext({ baseURL: given.origin, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/papper/enkat/sv");
  await page.getByRole("heading", { level: 1, name: "Du är utloggad" }).waitFor();
  await given.comeIn("caseWorker", page.request);
  await page.goto("/papper/enkat/fi");
  await page.getByRole("heading", { level: 1, name: "Inte på det språket" }).waitFor();
  await page.getByRole("link", { name: "Skriv ut på svenska" }).click();
  await page.getByText("Tryck på Ctrl och P för att skriva ut.").waitFor();
  assert.equal(await page.getByRole("button").count(), 0);
  await context.close();
});
