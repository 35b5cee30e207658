import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { getDocumentProxy } from "unpdf";
import { effectiveCodebooks } from "#codebook";
import { accountId, type HalfYear, municipalityCode, strongRandomness, systemClock } from "#kernel";
import { type GivenMunicipality, givenMunicipality } from "#scenario";
import { codebookShelf, freezeInStore, type RunningServer, startServer } from "#server";
import { openTestStore, type TestStore } from "#store/testing";
import { filesFolder } from "../files-folder.ts";
import { openBrowser } from "./browser.ts";
import { checkWithAxe } from "./check-with-axe.ts";

const code = municipalityCode("9081");
const halfYear = "2026-H1" as HalfYear;

let store: TestStore;
let browser: Browser;
let server: RunningServer;
let place: GivenMunicipality;

before(async () => {
  [browser, store] = await Promise.all([openBrowser(), openTestStore()]);
  place = givenMunicipality(code, { seed: 3 })
    .withPerson("Birgitta", "committeeReader")
    .withPerson("Leila", "coordinator")
    .withUnit("Familjefrid")
    .withWorker("Anna")
    .withCases(330);
  await place.writtenTo(store);
  const problems = await freezeInStore(store, codebookShelf(effectiveCodebooks()), {
    municipality: { code, name: "Påhittköping" },
    halfYear,
    by: accountId(place.person("Leila")),
    at: systemClock.now(),
  });
  assert.deepEqual(problems, []);
  const account = (name: string, role: "committeeReader" | "coordinator") => ({
    account: place.person(name),
    name,
    role,
    unit: null,
    municipality: { code, name: "Påhittköping" },
  });
  const started = await startServer({
    store,
    clock: systemClock,
    randomness: strongRandomness,
    environment: { port: 0, isPortChosen: true, origin: undefined },
    files: filesFolder(),
    demoAccounts: [account("Birgitta", "committeeReader"), account("Leila", "coordinator")],
    release: null,
  });
  if (started.kind === "refused") throw new Error(JSON.stringify(started.problems));
  server = started.value;
});
after(async () => {
  await browser?.close();
  await server?.close();
  await store?.close();
});

async function opened(name: string, width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: "sv-SE" });
  const page = await context.newPage();
  await page.goto(server.address);
  const answer = await page.evaluate(
    async (body) => {
      const headers = { "Content-Type": "application/json" };
      const sent = { method: "POST", headers, body: JSON.stringify(body) };
      return (await fetch("/api/demo-session", sent)).status;
    },
    { municipality: code, account: place.person(name) },
  );
  assert.ok(answer < 300, `${answer}`);
  await page.goto(`${server.address}/kommunen`);
  await page.getByRole("heading", { level: 1, name: /första halvåret 2026/ }).waitFor();
  return page;
}

for (const width of [1280, 390]) {
  test(`a committee member reads the municipality's own figures, ${width} px wide`, async () => {
    const page = await opened("Birgitta", width);
    await page.getByText(/0 av \d+ dolda tal kan räknas ut/).waitFor();
    assert.equal(await page.getByRole("button", { name: /^Frys/ }).count(), 0);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    assert.ok(overflow <= 0, `${overflow} px too wide`);
    assert.deepEqual(await checkWithAxe(page), []);
    const groups = page.getByLabel("Vilka ärenden");
    const options = await groups.locator("option").allTextContents();
    assert.equal(options[0], "Alla ärenden");
    assert.ok(options.length > 1);
    await groups.selectOption({ index: 1 });
    await page
      .getByText(/med alla ärenden bredvid/)
      .first()
      .waitFor();
    assert.deepEqual(await checkWithAxe(page), []);
    await page.context().close();
  });
}

test("what is typed into a document is saved, stands on the sheet, and prints on one page", async () => {
  const page = await opened("Leila", 1280);
  await page.goto(`${server.address}/underlag`);
  const comments = page.getByLabel("Våra kommentarer");
  await comments.fill("Två vakanser i höstas.\nNy samordnare från mars.");
  await page.getByText(/^Sparat av Leila/).waitFor();
  const sheet = page.getByRole("article", { name: /^Till nämnden/ });
  await sheet.getByText("Ny samordnare från mars.").waitFor();
  await page.getByLabel("Dokument").selectOption({ label: "Arbetsplatsträff" });
  await page.getByRole("article", { name: /^Arbetsplatsträff/ }).waitFor();
  assert.equal(await comments.inputValue(), "");
  await page.getByLabel("Dokument").selectOption({ label: "Till nämnden" });
  await sheet.waitFor();
  assert.equal(await comments.inputValue(), "Två vakanser i höstas.\nNy samordnare från mars.");
  assert.deepEqual(await checkWithAxe(page), []);
  const printed = await getDocumentProxy(new Uint8Array(await page.pdf({ format: "A4" })));
  assert.equal(printed.numPages, 1);
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Hämta PDF" }).click();
  assert.equal((await downloading).suggestedFilename(), "till-namnden-2026-h1.pdf");
  await page.context().close();
});

test("whoever freezes is told first what it means, and may still let it be", async () => {
  const page = await opened("Leila", 1280);
  await page.getByRole("button", { name: /^Frys andra halvåret 2025 …$/ }).click();
  const dialog = page.getByRole("dialog", { name: "Frys andra halvåret 2025?" });
  await dialog.getByText("Ett halvår fryses en gång och ändras inte.").waitFor();
  await dialog.getByRole("button", { name: "Avbryt" }).click();
  await dialog.waitFor({ state: "detached" });
  assert.equal((await store.within(code, (tx) => tx.localReleases.list())).length, 1);
  await page.context().close();
});
