import assert from "node:assert/strict";
import { after, before } from "node:test";
import type { Browser, Page } from "playwright-core";
import { effectiveCodebook } from "#codebook";
import { answerSheet } from "#scenario";
import type { CaseView, PeopleView } from "#server";
import {
  addFirstUnit,
  beginByAddress,
  beginner,
  byKeyboard,
  chooseByPassword,
  goOn,
  type Hands,
  readCodebookStep,
  takeRole,
} from "./begin-first-run.ts";
import { openBrowser } from "./browser.ts";
import { pressAt, tabTo, typeAt, waitForHeading } from "./by-keyboard.ts";
import { assertCalm } from "./calm-page.ts";
import { emptyFolder, type RealStart } from "./given-real-start.ts";
import { journey } from "./journey.ts";
import { registerFast } from "./register-fast.ts";
import { smallTargets } from "./small-targets.ts";
import { narrow, openWatchedPage, type Trouble, wide } from "./watched-page.ts";

/** From an empty folder through the first run to a first case of its own, by keyboard alone. */
const step = journey();
const folder = emptyFolder();
let browser: Browser;
let program: RealStart;
let page: Page;
let troubles: readonly Trouble[];
let colleague: Page;
let colleaguesLink: string;
const password = "sju tysta grävlingar i regn";

/** Each step is good at both widths. */
const hands: Hands = { ...byKeyboard, seen: assertGood };

async function assertGood(at: Page): Promise<void> {
  await assertCalm(at);
  await at.setViewportSize(narrow);
  await assertCalm(at);
  assert.deepEqual(await smallTargets(at), []);
  await at.setViewportSize(wide);
}

const codebook = effectiveCodebook("su-kvinnofrid-2021");
assert.ok(codebook);

before(async () => {
  browser = await openBrowser();
  program = await folder.start();
});
after(async () => {
  await browser?.close();
  await program?.stop();
  folder.remove();
});

async function open(): Promise<Page> {
  ({ page, troubles } = await openWatchedPage(browser, program.origin));
  return page;
}

step(
  "a stranger is told that nobody is here yet, and where the one who installed it looks",
  async () => {
    await open();
    await page.goto("/");
    await waitForHeading(page, "Logga in");
    await assertGood(page);
    await page.goto("/kom-igang");
    await waitForHeading(page, "Kom igång");
    await page.getByText("journalctl --unit skillnad").waitFor();
    await assertGood(page);
    await page.goto("/kom-igang#AAAAAAAAAAAAAAAAAAAAAA");
    await page.reload();
    await page.getByText("Adressen stämmer inte.").waitFor();
    assert.equal(await page.getByLabel("Kommun", { exact: true }).count(), 0);
  },
);

step("by the address of the terminal the municipality and its administrator are made", async () => {
  const beginning = program.beginning ?? assert.fail("no address was told");
  await page.goto("about:blank");
  await page.goto(beginning);
  await goOn(page);
  await page.getByText("Kommunkoden har fyra siffror.").waitFor();
  await page.goto("about:blank");
  await beginByAddress(page, beginning, hands);
  assert.deepEqual(troubles, []);
});

step("stopped before she has come in, the next start goes on where it was", async () => {
  await program.stop();
  const before = program.beginning;
  program = await folder.start();
  assert.notEqual(program.beginning, before);
  await page.context().close();
  await open();
  await page.goto(program.beginning ?? assert.fail());
  await page.getByRole("heading", { name: "Ni har redan börjat" }).waitFor();
  await assertGood(page);
  await goOn(page, `Fortsätt som ${beginner.name}`);
  await waitForHeading(page, `Välkommen, ${beginner.name}`);
  await chooseByPassword(page, hands);
  await waitForHeading(page, "Kom igång: enheter");
});

step("the address is worth nothing any more", async () => {
  const other = (await openWatchedPage(browser, program.origin)).page;
  await other.goto(program.beginning ?? assert.fail());
  await waitForHeading(other, "Logga in");
  await other.context().close();
});

step("a unit is added; left in the middle, Start leads back to what is left", async () => {
  await addFirstUnit(page, hands);
  await pressAt(page, page.getByRole("link", { name: "Gör resten senare" }));
  await waitForHeading(page, "Start");
  await assertGood(page);
  await pressAt(page, page.getByRole("link", { name: "Fortsätt komma igång" }));
  await readCodebookStep(page, hands);
});

step("a colleague is invited by a link that is shown once", async () => {
  await goOn(page, "Bjud in en kollega");
  await typeAt(page, "Namn", "Anna Tallvik");
  const field = page.getByLabel("Inloggningsnamn", { exact: true });
  assert.equal(await field.inputValue(), "anna.tallvik");
  await tabTo(page, page.getByRole("checkbox", { name: `Handläggare i ${beginner.unit}` }));
  await page.keyboard.press("Space");
  await assertGood(page);
  await goOn(page, "Skapa konto och länk");
  await page.getByRole("heading", { name: "Ge länken till Anna Tallvik" }).waitFor();
  await assertGood(page);
  colleaguesLink = await page.getByLabel("Länk", { exact: true }).inputValue();
  await goOn(page, "Klar, nästa");
  await page.getByText("Anna Tallvik").waitFor();
});

step("the administrator takes the role too, and the first run is over", async () => {
  await takeRole(page, hands);
  await goOn(page, "Börja det första ärendet");
  await waitForHeading(page, "Nytt ärende");
  await page.goto("/");
  await waitForHeading(page, "Start");
  assert.equal(await page.getByRole("link", { name: "Fortsätt komma igång" }).count(), 0);
});

step("the first real case is registered from its start to its end", async () => {
  assert.ok(codebook);
  const { code } = await registerFast(page, codebook, answerSheet);
  const told = await page.request.get(`/api/cases/${code}`);
  const view = (await told.json()) as CaseView;
  assert.deepEqual([view.state, view.unit.name, view.mine], ["closed", beginner.unit, true]);
  assert.deepEqual(troubles, []);
});

step("the colleague comes in by her link, once, and starts a case of her own", async () => {
  ({ page: colleague } = await openWatchedPage(browser, program.origin));
  await colleague.goto(colleaguesLink);
  await waitForHeading(colleague, "Välkommen, Anna Tallvik");
  await chooseByPassword(colleague, byKeyboard, password);
  await waitForHeading(colleague, "Start");
  await colleague.keyboard.press("n");
  await waitForHeading(colleague, "Nytt ärende");
  await colleague.keyboard.press("Enter");
  await colleague.getByRole("group", { name: "Kön" }).waitFor();
});

step("told that she has left, her open page shows nothing at its next request", async () => {
  const { people } = (await (await page.request.get("/api/people")).json()) as PeopleView;
  const anna = people.find(({ name }) => name === "Anna Tallvik") ?? assert.fail();
  assert.equal(anna.state, "active");
  await page.goto(`/personer/${anna.account}`);
  await waitForHeading(page, "Anna Tallvik");
  await goOn(page, "Har slutat");
  await goOn(page, "Ja, stäng kontot");
  await page.getByText("1 öppet ärende i Familjefrid.").waitFor();
  await assertGood(page);
  await colleague.keyboard.press("1");
  await colleague.getByRole("group", { name: "Kön" }).waitFor({ state: "detached" });
  assert.equal((await colleague.request.get("/api/start")).status(), 401);
});
