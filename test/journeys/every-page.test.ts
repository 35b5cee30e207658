import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { type Role, roles } from "#access";
import { pressAt, waitForHeading } from "./by-keyboard.ts";
import { sidewaysPixels } from "./calm-page.ts";
import { type AxeScope, checkWithAxe } from "./check-with-axe.ts";
import { checkDarkColours } from "./dark-colours.ts";
import { everyVisit } from "./every-page-visits.ts";
import { type GivenDemo, givenDemo } from "./given-demo.ts";
import { type PagePart, partsOf } from "./page-parts.ts";
import { smallTargets } from "./small-targets.ts";
import type { Visit } from "./visit.ts";
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
  await layOutAll(page);
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

/** What is out of sight keeps its place as it was last drawn: axe would see it lie over other things. */
async function layOutAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { content-visibility: visible !important }");
    document.adoptedStyleSheets.push(sheet);
  });
}

async function assertGoodAt(page: Page, width: number): Promise<void> {
  assert.equal(await sidewaysPixels(page), 0, `${width} px scrolls sideways`);
  assert.deepEqual(await checkAnew(page, width), []);
  if (width === smallPhone.width) return;
  // In the dark nothing but the colours is different.
  assert.deepEqual(await checkDarkColours(page), [], `${width} px, dark`);
}

/** A smaller phone has the same layout; what can go wrong is that targets come too close. */
const rulesOfSmallPhone = ["target-size"];

/** The rules that ask where things stand. The others ask what there is, which is the same at every width. */
const rulesOfPlace = [
  "color-contrast",
  "link-in-text-block",
  "scrollable-region-focusable",
  "target-size",
];

const checked = new Set<string>();

/** What was there before, word for word and shown as much of, is not checked twice for the same. */
async function checkAnew(page: Page, width: number): Promise<readonly string[]> {
  const parts = await partsOf(page);
  const isSmall = width === smallPhone.width;
  const placed = takeNew(parts, `${width} px`);
  const read = isSmall ? noParts : takeNew(parts, "at any width");
  const findings = [
    ...(await checkParts(page, read, {})),
    // Where the whole page has just been read, its places have been too.
    ...(holdsPage(read)
      ? []
      : await checkParts(page, placed, { rules: isSmall ? rulesOfSmallPhone : rulesOfPlace })),
  ];
  return findings.map((finding) => `${width} px: ${finding}`);
}

const noParts: ReadonlySet<PagePart> = new Set();

function takeNew(parts: ReadonlyMap<PagePart, string>, conditions: string): ReadonlySet<PagePart> {
  const isNew = ([part, content]: readonly [PagePart, string]) => {
    const key = createHash("sha256").update(`${conditions} ${part} ${content}`).digest("hex");
    if (checked.has(key)) return false;
    checked.add(key);
    return true;
  };
  return new Set([...parts].filter(isNew).map(([part]) => part));
}

async function checkParts(
  page: Page,
  parts: ReadonlySet<PagePart>,
  scope: AxeScope,
): Promise<readonly string[]> {
  if (parts.size === 0) return [];
  return await checkWithAxe(page, holdsPage(parts) ? scope : { ...scope, within: "header" });
}

function holdsPage(parts: ReadonlySet<PagePart>): boolean {
  return parts.has("main") || parts.has("beside");
}
