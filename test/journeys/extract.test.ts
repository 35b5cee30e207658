/** What a client has a right to see: the case by those who have it, her own answers by a coordinator. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { pdfWords } from "../nation/pdf-words.ts";
import { pressAt, signInAs, tabTo, typeAt, waitForFocus, waitForHeading } from "./by-keyboard.ts";
import { assertCalm } from "./calm-page.ts";
import { type GivenDemo, givenDemo, granviken } from "./given-demo.ts";
import { narrow, openWatchedPage, type Trouble, wide } from "./watched-page.ts";

let demo: GivenDemo;
let answered: string;

before(async () => {
  demo = await givenDemo();
  const own = demo.account("caseWorker").account;
  const { cases } = await demo.store.within(granviken, (tx) =>
    tx.cases.list({ from: 0, limit: 200 }),
  );
  const found = cases.find((each) => each.assignee === own && each.survey.kind === "answered");
  answered = found?.code ?? assert.fail("nobody has answered");
});
after(() => demo.close());

async function enter(name: string): Promise<{ page: Page; troubles: readonly Trouble[] }> {
  const opened = await openWatchedPage(demo.browser, demo.origin);
  await opened.page.goto("/logga-in");
  await signInAs(opened.page, { name });
  return opened;
}

async function assertCalmOnBoth(page: Page): Promise<void> {
  for (const viewport of [wide, narrow]) {
    await page.setViewportSize(viewport);
    await assertCalm(page);
  }
  await page.setViewportSize(wide);
}

async function printed(page: Page): Promise<string> {
  const words = await pdfWords(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
  return words.replaceAll(/\s+/g, " ");
}

test("the worker finds the extract in the case, and prints answers, history and readers", async () => {
  const { page, troubles } = await enter("Anna Tallvik");
  await page.goto(`/arenden/${answered}?flik=om`);
  await waitForHeading(page, `Ärende ${answered}`);
  await pressAt(page, page.getByRole("link", { name: "Utdrag till klienten" }));
  await waitForHeading(page, `Utdrag ur ärende ${answered}`);
  await page.getByText("Är det säkert för klienten att ta med pappret hem?").waitFor();
  await assertCalmOnBoth(page);
  await pressAt(page, page.getByRole("button", { name: "Ta fram utdraget" }));
  const title = page.getByRole("heading", { name: "Utdrag: det som är registrerat om dig" });
  await waitForFocus(title);
  await assertCalmOnBoth(page);

  const text = await printed(page);
  for (const told of [
    "Granviken",
    `Kod ${answered}`,
    "Kön",
    "Vad som har skrivits och ändrats",
    "Vilka som har öppnat ärendet",
    "Anna Tallvik",
    "Dina svar är förseglade",
    "En stjärna (*) står vid frågor som vi har återskapat",
    "Dataskyddsombud",
  ]) {
    assert.ok(text.includes(told), `${told} is not on the paper: ${text.slice(0, 2000)}`);
  }
  // Nothing for the staff, and not a word of what she answered.
  assert.doesNotMatch(text, /Innan du lämnar ut det|Hur är din situation/);
  await tabTo(page, page.getByRole("checkbox", { name: /^Utan namn på personalen/ }));
  await page.keyboard.press("Space");
  await page.getByText("Medarbetare 1").first().waitFor();
  const nameless = await printed(page);
  assert.doesNotMatch(nameless, /Anna Tallvik/);
  assert.match(nameless, /Medarbetare 1/);
  assert.deepEqual(troubles, []);
  await page.context().close();
});

test("a coordinator prints the client's own answers by the code, and nothing else of the case", async () => {
  const { page, troubles } = await enter("Leila Holmdal");
  await page.goto("/nyckla-in");
  await waitForHeading(page, "Nyckla in enkät");
  await pressAt(page, page.getByRole("link", { name: "Skriv ut en klients egna svar" }));
  await waitForHeading(page, "Skriv ut klientens egna svar");
  await assertCalmOnBoth(page);
  await typeAt(page, "Ärendets kod", "M-7F3K");
  await page.keyboard.press("Enter");
  await page.getByText("Koden stämmer inte.").waitFor();
  await typeAt(page, "Ärendets kod", answered.toLowerCase());
  await page.keyboard.press("Enter");
  await waitForFocus(page.getByRole("heading", { name: "Utdrag: dina egna svar" }));
  await assertCalmOnBoth(page);
  const text = await printed(page);
  assert.match(text, /Det här är dina svar på enkäten/);
  assert.ok(text.includes(`Kod ${answered}`));
  assert.doesNotMatch(text, /Anna Tallvik|Våldets grovhet|Lägg pappret i ett kuvert/);
  assert.deepEqual(troubles, []);
  await page.context().close();
});

test("both stand in the log in words", async () => {
  const { page } = await enter("Johan Rönnlid");
  await page.goto("/logg/alla-poster");
  await page.getByText("Tog fram ett utdrag ur ärendet").first().waitFor();
  await page.getByText("Skrev ut klientens egna svar").first().waitFor();
  await page.context().close();
});
