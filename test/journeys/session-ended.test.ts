/** A colleague is shut out in the middle of her work: her window shows nothing from then on. */
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { accountId, municipalityCode, systemClock } from "#kernel";
import { openBrowser } from "./browser.ts";
import { waitForHeading } from "./by-keyboard.ts";
import { assertCalm } from "./calm-page.ts";
import { waitForQuestion } from "./case-on-page.ts";
import { type GivenSurvey, givenSurvey } from "./given-survey.ts";

const here = municipalityCode("9001");
const anna = accountId("caseWorker");
const typed = "1957";

let given: GivenSurvey;
let browser: Browser;
let code: string;
let page: Page;

before(async () => {
  [given, browser] = await Promise.all([givenSurvey("real"), openBrowser()]);
  code = await given.startCase();
});
after(async () => {
  await browser.close();
  await given.close();
});
beforeEach(async () => {
  await given.store.within(here, (tx) => tx.accounts.setDisabled(anna, null));
  const context = await browser.newContext({ baseURL: given.origin, locale: "sv-SE" });
  page = await context.newPage();
  await given.comeIn("caseWorker", page.request);
  await page.goto("/arenden");
  await waitForHeading(page, "Ärenden");
  await page.goto(`/arenden/${code}`);
  await waitForQuestion(page, "Kön");
});

function closeAccount(): Promise<void> {
  return given.store.within(here, (tx) => tx.accounts.setDisabled(anna, systemClock.now()));
}

async function assertShowsNothing(): Promise<void> {
  await waitForHeading(page, "Logga in");
  const all = `${page.url()} ${await page.title()} ${await page.content()}`;
  for (const word of [code, "Tallvik", typed]) assert.ok(!all.includes(word), word);
}

test("the next press takes everything away, and neither Back, Forward nor reload brings it back", async () => {
  await closeAccount();
  await page.getByRole("link", { name: "Start", exact: true }).click();
  await assertShowsNothing();
  await page.getByText("Din inloggning har avslutats.").waitFor();
  await assertCalm(page);
  await page.reload();
  await assertShowsNothing();
  for (const go of ["goBack", "goForward"] as const) {
    await page[go]();
    await waitForHeading(page, "Logga in");
    assert.ok(!(await page.content()).includes("Tallvik"));
    assert.ok(!(await page.locator("body").innerText()).includes(code));
  }
});

test("an answer that she is typing is neither saved nor kept on the screen, and nobody is asked to stay", async () => {
  let asked = 0;
  page.on("dialog", (dialog) => {
    asked++;
    void dialog.accept();
  });
  await closeAccount();
  await page.getByRole("textbox", { name: "Födelseår" }).fill(typed);
  await page.keyboard.press("Enter");
  await assertShowsNothing();
  assert.equal(asked, 0);
  const stored = await given.request("coordinator", "GET /api/session");
  assert.equal(stored.status, 200);
});

test("a page that nobody touches is emptied too when it comes into sight", async () => {
  await closeAccount();
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await assertShowsNothing();
});

test("a session that has only grown too old keeps what she has typed, and asks her to come back", async () => {
  const { cookies } = await page.context().storageState();
  await page.context().clearCookies({ name: "skillnad" });
  await page.getByRole("textbox", { name: "Födelseår" }).fill(typed);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Logga in igen" }).waitFor();
  assert.equal(await page.getByRole("textbox", { name: "Födelseår" }).inputValue(), typed);
  assert.ok(cookies.length > 0);
});
