/** Help on the page, the handbook behind it, and the handbook by itself for somebody not signed in. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before } from "node:test";
import type { Page } from "playwright-core";
import { pressAt, signInAs, typeAt, waitForFocus, waitForHeading } from "./by-keyboard.ts";
import { assertCalm } from "./calm-page.ts";
import { type GivenDemo, givenDemo } from "./given-demo.ts";
import { journey } from "./journey.ts";
import { narrow, openWatchedPage, type Trouble, wide } from "./watched-page.ts";

const step = journey();
let demo: GivenDemo;
let page: Page;
let troubles: readonly Trouble[];

before(async () => {
  demo = await givenDemo();
  ({ page, troubles } = await openWatchedPage(demo.browser, demo.origin));
});
after(() => demo.close());

const folder = join(import.meta.dirname, "../../docs/handbok");

/** All that is written, as addresses. */
const written = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .map((name) => name.replaceAll("\\", "/").replace(/\.md$/, ""))
  .sort();

step("whoever is not signed in can read how one signs in", async () => {
  await page.goto("/handbok/inloggning");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await assertCalm(page);
  await page.getByRole("link", { name: "Logga in", exact: true }).waitFor();
});

step(
  "help says three sentences, and leads to the page of the handbook in a window of its own",
  async () => {
    await page.goto("/");
    await signInAs(page, demo.account("caseWorker"));
    const opens = page.getByRole("button", { name: /^Hjälp om / });
    await pressAt(page, opens);
    const help = page.getByRole("dialog", { name: "Hjälp" });
    assert.equal(await help.locator(".stack > p").count(), 3);
    await assertCalm(page);
    const opened = page.context().waitForEvent("page");
    await pressAt(page, help.getByRole("link", { name: "Läs mer i handboken" }));
    const handbook = await opened;
    await handbook.getByRole("link", { name: "Hela handboken" }).waitFor();
    assert.match(handbook.url(), /\/handbok\/[a-z]/);
    await handbook.close();
    await page.keyboard.press("Escape");
    await waitForFocus(opens);
  },
);

step("every page that is written is in the contents, and can be read wide and narrow", async () => {
  await page.goto("/handbok");
  await waitForHeading(page, "Handboken");
  await assertCalm(page);
  const links = await page
    .locator(".handbook-text a")
    .evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).pathname));
  const listed = new Set(links.map((path) => path.replace("/handbok/", "")));
  assert.deepEqual(
    written.filter((slug) => slug !== "innehall" && !listed.has(slug)),
    [],
  );
  assert.equal(await page.getByRole("heading", { name: "Fler sidor" }).count(), 0);
  for (const slug of written) {
    await page.goto(`/handbok/${slug}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    for (const viewport of [wide, narrow]) {
      await page.setViewportSize(viewport);
      await assertCalm(page);
    }
  }
  await page.setViewportSize(wide);
});

step("a few words find the place, and Back comes back to what was found", async () => {
  await page.goto("/handbok");
  await waitForHeading(page, "Handboken");
  await typeAt(page, "Sök i handboken", "makulera fel");
  await page.getByText(/ställen? har orden\.$/).waitFor();
  await assertCalm(page);
  const first = page.locator(".handbook-search ol a").first();
  const title = (await first.textContent())?.split(":")[0] ?? "";
  await pressAt(page, first);
  await waitForHeading(page, title);
  await page.goBack();
  await page.getByText(/ställen? har orden\.$/).waitFor();
  await typeAt(page, "Sök i handboken", "xyzzy");
  await page.getByText("Inget ställe har något av orden. Pröva andra ord.").waitFor();
  // Of words that stand nowhere together the nearest are shown.
  await typeAt(page, "Sök i handboken", "lösenord xyzzy");
  await page.getByText("Här är de som har flest av dem.").waitFor();
  assert.ok((await page.locator(".handbook-search ol a").count()) > 0);
  await assertCalm(page);
});

step("nothing went wrong", () => assert.deepEqual(troubles, []));
