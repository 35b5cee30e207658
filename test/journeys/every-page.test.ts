import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { type Role, roles } from "#access";
import { pressAt, waitForHeading } from "./by-keyboard.ts";
import { sidewaysPixels } from "./calm-page.ts";
import { type AxeScope, checkWithAxe } from "./check-with-axe.ts";
import { everyVisit, type Visit } from "./every-page-visits.ts";
import { type GivenDemo, givenDemo } from "./given-demo.ts";
import { smallTargets } from "./small-targets.ts";
import { narrow, openWatchedPage, type Trouble } from "./watched-page.ts";

const wideScreen = { width: 1280, height: 900 };
const smallPhone = { width: 320, height: 800 };

/** Set to keep pictures of every page in `.cache/screens`. */
const { SKILLNAD_SCREENS: wantsScreens } = process.env;
const screens = join(import.meta.dirname, "../../.cache/screens");

let demo: GivenDemo;
let visits: readonly Visit[];

before(async () => {
  demo = await givenDemo({ isPublished: true });
  visits = await everyVisit(demo);
});
after(() => demo.close());

test("the sign-in page is good for everybody", async () => {
  const { page, troubles } = await openWatchedPage(demo.browser, demo.origin);
  await page.goto("/logga-in");
  await waitForHeading(page, "Logga in");
  await assertGood(page, "logga-in");
  assert.deepEqual(troubles, []);
  await page.context().close();
});

for (const role of roles) {
  test(`every page that ${role} has is good for everybody`, async (t) => {
    const { page, troubles } = await openAs(role);
    for (const visit of visits.filter((each) => each.roles.includes(role))) {
      await t.test(visit.name, async () => {
        await page.setViewportSize(wideScreen);
        await page.goto(visit.path);
        await waitForHeading(page, visit.heading);
        await visit.act?.(page);
        await assertGood(page, `${visit.name}-${role}`);
        assert.deepEqual(troubles, []);
      });
    }
    await page.context().close();
  });
}

test("on a phone the pages are in a menu, which opens by keyboard", async () => {
  const { page, troubles } = await openAs("unitManager");
  await page.setViewportSize(narrow);
  await page.goto("/");
  await waitForHeading(page, "Start");
  await pressAt(page, page.getByRole("button", { name: "Meny" }));
  await page.getByRole("link", { name: "Notiser", exact: true }).waitFor();
  await assertGoodAt(page, narrow.width);
  assert.deepEqual(await smallTargets(page), []);
  await pressAt(page, page.getByRole("link", { name: "Notiser", exact: true }));
  await waitForHeading(page, "Notiser");
  assert.ok(!(await page.getByRole("button", { name: "Logga ut" }).isVisible()));
  assert.deepEqual(troubles, []);
  await page.context().close();
});

async function openAs(role: Role): Promise<{ page: Page; troubles: readonly Trouble[] }> {
  const opened = await openWatchedPage(demo.browser, demo.origin, wideScreen);
  const { account, municipality } = demo.account(role);
  const response = await opened.page.request.post("/api/demo-session", {
    headers: { Origin: demo.origin },
    data: { account, municipality: municipality.code },
  });
  assert.equal(response.status(), 201);
  return opened;
}

/** At all three widths, in light and dark. */
async function assertGood(page: Page, name: string): Promise<void> {
  for (const viewport of [wideScreen, narrow, smallPhone]) {
    await page.setViewportSize(viewport);
    await assertGoodAt(page, viewport.width);
    if (viewport === narrow) assert.deepEqual(await smallTargets(page), []);
    if (wantsScreens) {
      const path = join(screens, `${name}-${viewport.width}.png`);
      await page.screenshot({ path, fullPage: true });
    }
  }
}

async function assertGoodAt(page: Page, width: number): Promise<void> {
  assert.equal(await sidewaysPixels(page), 0, `${width} px scrolls sideways`);
  // A smaller phone has the same layout; what can go wrong is that targets come too close.
  const rules = width === smallPhone.width ? { rules: ["target-size"] } : {};
  assert.deepEqual(await checkAnew(page, `${width} px`, rules), []);
  if (width === smallPhone.width) return;
  // In the dark nothing but the colours is different.
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await checkAnew(page, `${width} px, dark`, { rules: ["color-contrast"] });
  await page.emulateMedia({ colorScheme: "light" });
  assert.deepEqual(dark, [], "dark");
}

const checked = new Set<string>();

/** What another role's page held, word for word and under the same conditions, is not checked twice. */
async function checkAnew(
  page: Page,
  conditions: string,
  scope: AxeScope,
): Promise<readonly string[]> {
  const [isMainNew, isHeaderNew] = (await partsOf(page)).map((part) => {
    const key = `${conditions} ${part}`;
    const isNew = !checked.has(key);
    checked.add(key);
    return isNew;
  });
  if (!isMainNew && !isHeaderNew) return [];
  const findings = await checkWithAxe(page, isMainNew ? scope : { ...scope, within: "header" });
  return findings.map((finding) => `${conditions}: ${finding}`);
}

/** What makes no difference: random ids, and which page the menu says that one is on. */
const passing = /react-aria\d+| aria-current="(?:page|true)"| class="(?:active)?"/g;

/** The page's own part, and the header. */
async function partsOf(page: Page): Promise<readonly string[]> {
  const parts = await page.evaluate(() =>
    ["main", "header"].map((name) => document.querySelector(name)?.innerHTML ?? ""),
  );
  return parts.map((part) => part.replaceAll(passing, ""));
}
