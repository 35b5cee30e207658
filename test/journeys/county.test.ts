/** What a county and its municipalities read of a month that they asked in together, on screen and phone. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Page } from "playwright-core";
import type { Role } from "#access";
import { swedishDay, systemClock } from "#kernel";
import { playCounty } from "#scenario";
import { checkWithAxe } from "./check-with-axe.ts";
import { givenDemo, granviken } from "./given-demo.ts";

// Not in a hook: with the hook the folder would end that the published figures lie in.
const demo = await givenDemo();
after(() => demo.close());
const { store, world, origin } = demo;
await playCounty({
  server: { store, base: origin, origin },
  world,
  today: swedishDay(systemClock.now()),
  seed: 2026,
  signal: new AbortController().signal,
});
const published = await store.within(granviken, (tx) => tx.publishedReleases.list());
const round = published[0]?.round ?? assert.fail("nothing came back");

async function opened(role: Role, path: string, width: number): Promise<Page> {
  const context = await demo.browser.newContext({
    baseURL: demo.origin,
    viewport: { width, height: 900 },
    extraHTTPHeaders: { Origin: demo.origin },
    locale: "sv-SE",
  });
  const { account, municipality } = demo.account(role);
  const data = { account, municipality: municipality.code };
  assert.equal((await context.request.post("/api/demo-session", { data })).status(), 201);
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

for (const width of [1280, 390]) {
  test(`the county comes from its round to the figures, ${width} px wide`, async () => {
    const page = await opened("regionalLead", `/sammanstallning/${round}?steg=publicera`, width);
    const way = page.getByRole("link", { name: "Kommunerna tillsammans" });
    await way.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Kommunerna tillsammans" }).waitFor();
    await page.getByText(/sju kommuner var med\..*fem kommuner är med\./).waitFor();
    const places = page.getByRole("region", { name: "Hur många fick frågan i varje kommun" });
    assert.equal(await places.getByRole("rowheader", { name: "Granviken" }).count(), 2);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    assert.ok(overflow <= 0, `${overflow} px too wide`);
    assert.doesNotMatch((await page.locator("main").textContent()) ?? "", /[Rr]iket|ärenden/);
    assert.deepEqual(await checkWithAxe(page), []);
    await page.context().close();
  });
}

test("a municipality comes to them from its own month", async () => {
  const page = await opened("coordinator", `/fokusmanad/${round}-${granviken}/resultat`, 1280);
  await page.getByRole("link", { name: "kommunerna tillsammans" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Kommunerna tillsammans" }).waitFor();
  await page.context().close();
});

test("what was published of no round, or is not here, is said in a sentence", async () => {
  const page = await opened("coordinator", "/fokusmanad/lan/fokus-1999-01", 1280);
  await page.getByText(/Det finns inga publicerade siffror från den omgången/).waitFor();
  await page.context().close();
});
