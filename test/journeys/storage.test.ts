import assert from "node:assert/strict";
import { after, before } from "node:test";
import type { Page } from "playwright-core";
import { goToPage, signInAs, signOut, waitForHeading } from "./by-keyboard.ts";
import { beginCase, waitForQuestion, waitUntilSaved } from "./case-on-page.ts";
import { type GivenDemo, givenDemo } from "./given-demo.ts";
import { journey } from "./journey.ts";
import { openWatchedPage, type Trouble } from "./watched-page.ts";

/** The next person at a shared computer finds nothing of the case in the browser. */
const step = journey();
let demo: GivenDemo;
let page: Page;
let troubles: readonly Trouble[];
let code: string;
/** Answers of the server that the browser would be allowed to keep. */
const mayBeKept: string[] = [];

const birthYear = "1957";
const background = "Född utanför Europa";

before(async () => {
  demo = await givenDemo();
  ({ page, troubles } = await openWatchedPage(demo.browser, demo.origin));
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    const isKept = response.headers()["cache-control"] !== "no-store";
    if (isKept) mayBeKept.push(pathname);
  });
});
after(() => demo.close());

step("a case is registered, read and left", async () => {
  await page.goto("/");
  await signInAs(page, demo.account("caseWorker"));
  code = await beginCase(page);
  await page.keyboard.press("2");
  await page.keyboard.press("Enter");
  await page.keyboard.type(birthYear);
  await page.keyboard.press("Enter");
  await waitForQuestion(page, "Födelsebakgrund");
  await page.keyboard.press("4");
  await waitUntilSaved(page);
  for (const tab of ["Om ärendet", "Tidslinje", "Historik"]) {
    await page.getByRole("tab", { name: tab }).click();
    await page.getByRole("tabpanel", { name: tab }).waitFor();
  }
  await goToPage(page, "Ärenden");
  await page.getByRole("link", { name: code }).getByText(birthYear).waitFor();
  await goToPage(page, "Resultat");
});

step("while signed in, the browser stores nothing but the session's name", async () => {
  const { cookies, origins } = await page.context().storageState({ indexedDB: true });
  assert.deepEqual(
    cookies.map(({ name, httpOnly, sameSite }) => ({ name, httpOnly, sameSite })),
    [{ name: "skillnad-demo", httpOnly: true, sameSite: "Strict" }],
  );
  assert.deepEqual(origins, []);
  assert.deepEqual(await storedInPage(), { local: [], session: [], databases: [], caches: [] });
});

step("after signing out not even that is left", async () => {
  await signOut(page);
  const state = await page.context().storageState({ indexedDB: true });
  assert.deepEqual(state, { cookies: [], origins: [] });
  assert.deepEqual(await storedInPage(), { local: [], session: [], databases: [], caches: [] });
});

step("the browser was allowed to keep the program's own files, and nothing else", () => {
  assert.deepEqual(
    mayBeKept.filter((path) => !path.startsWith("/assets/")),
    [],
  );
});

step("the history's titles name pages, and neither a case nor an answer", async () => {
  const titles = (await historyEntries()).map(({ title }) => title);
  assert.ok(titles.length > 2, titles.join(", "));
  const pages = ["Logga in", "Start", "Nytt ärende", "Ärende", "Ärenden", "Resultat"];
  const known = ["Skillnad", ...pages.map((name) => `${name} · Skillnad`)];
  assert.deepEqual(
    titles.filter((title) => !known.includes(title)),
    [],
  );
});

step("the back button leads to the sign-in page, however often it is pressed", async () => {
  const pages = await historyEntries();
  for (const { url } of pages.slice(0, -1).toReversed()) {
    await page.goBack();
    await waitForHeading(page, "Logga in");
    const document = await page.content();
    for (const content of [birthYear, background, code]) {
      assert.ok(!document.includes(content), `${content} is shown at ${url}`);
    }
  }
});

step("nothing went wrong on the way", () => {
  assert.deepEqual(troubles, []);
});

async function storedInPage() {
  return page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
  }));
}

/** What the browser itself remembers of this window, oldest first. */
async function historyEntries() {
  const session = await page.context().newCDPSession(page);
  const { entries } = await session.send("Page.getNavigationHistory");
  await session.detach();
  return entries.filter(({ url }) => url.startsWith(demo.origin));
}
