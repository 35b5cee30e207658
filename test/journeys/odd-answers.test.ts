import assert from "node:assert/strict";
import { after, before } from "node:test";
import type { Page } from "playwright-core";
import { effectiveCodebook } from "#codebook";
import { answerSheet } from "#scenario";
import {
  goToPage,
  pressAt,
  signInAs,
  signOut,
  tabTo,
  waitForFocus,
  waitForHeading,
} from "./by-keyboard.ts";
import { assertCalm } from "./calm-page.ts";
import { readCaseCode, waitForQuestion, waitUntilSaved } from "./case-on-page.ts";
import { type GivenDemo, givenDemo, granviken } from "./given-demo.ts";
import { journey } from "./journey.ts";
import { registerPhase } from "./register-by-keyboard.ts";
import { openWatchedPage, type Trouble } from "./watched-page.ts";

/** What is odd is asked about, what is impossible is told at its field, and what is script is text. */
const step = journey();
let demo: GivenDemo;
let page: Page;
let troubles: readonly Trouble[];
let code: string;

const codebook = effectiveCodebook("su-kvinnofrid-2021");
assert.ok(codebook);
const script = "<img src=x onerror=alert(1)> Strypning är alltid mycket grovt.";
const reason = "Klienten placerades samma dag, bedömning görs i morgon";

before(async () => {
  demo = await givenDemo();
  ({ page, troubles } = await openWatchedPage(demo.browser, demo.origin));
});
after(() => demo.close());

step(
  "the coordinator writes how the unit judges a question, and a name is pointed at",
  async () => {
    await page.goto("/");
    await signInAs(page, demo.account("coordinator"));
    await goToPage(page, "Kodbok");
    const { unit } = demo.account("caseWorker");
    const write = new RegExp(`^(Skriv|Ändra) hur ni gör i ${unit}: Våldets grovhet$`);
    await pressAt(page, page.getByRole("button", { name: write }));
    await page.keyboard.press("Control+A");
    await page.keyboard.type("Fråga Fatima om det");
    await page.getByText("Det ser ut som ett namn: «Fatima».").waitFor();
    await assertCalm(page);
    await page.keyboard.press("Control+A");
    await page.keyboard.type(script);
    await page.getByText("Det ser ut som ett namn").waitFor({ state: "detached" });
    await pressAt(page, page.getByRole("button", { name: "Spara", exact: true }));
    await page.getByText(/^Sparat \d\d[.:]\d\d\.$/).waitFor();
    await page.getByText(script).waitFor();
    await assertCalm(page);
    await signOut(page);
  },
);

step("a day that is none, and a birth year of a child, are told at the field", async () => {
  await signInAs(page, demo.account("caseWorker"));
  await page.keyboard.press("n");
  await waitForHeading(page, "Nytt ärende");
  await page.keyboard.type("31/2 2023");
  await page.keyboard.press("Enter");
  await page.getByText(/^Det är inte ett datum som finns\./).waitFor();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("10/3 2023");
  await page.keyboard.press("Enter");
  code = await readCaseCode(page);
  await waitForQuestion(page, "Kön");
  await page.keyboard.press("Enter");
  await page.keyboard.type("2010");
  await page.keyboard.press("Enter");
  await page.getByText("Personen är under 18 år vid ärendets start.").waitFor();
  await waitForQuestion(page, "Födelseår");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("1988");
  await page.keyboard.press("Enter");
  await waitForQuestion(page, "Födelsebakgrund");
});

step("not knowing is an answer of its own, chosen on purpose", async () => {
  await page.keyboard.press("v");
  await waitUntilSaved(page);
  const stored = await demo.store.within(granviken, (tx) => tx.cases.find(code));
  assert.deepEqual(stored?.sheet.answers.V03, { kind: "missing", code: 99 });
});

step("beside the question stands how the unit does, as text", async () => {
  await pressAt(page, page.getByRole("button", { name: /^Före/ }));
  await waitForQuestion(page, "Våldsutövarens relation till den utsatta");
  await page.locator("#fraga-V10 input").first().focus();
  const aside = page.getByRole("complementary", { name: "Vad frågan betyder" });
  await aside.getByText(/^Så gör vi hos oss \(/).waitFor();
  await aside.getByText(script).waitFor();
  assert.equal(await aside.locator("img").count(), 0);
  await page.locator("#fraga-V07 input").first().focus();
});

step("two answers that look odd together are asked about at once, quietly", async () => {
  const rows = [{ group: "riskAssessment", phase: "before" as const, fields: { method: 8 } }];
  const sheet = { ...answerSheet, answers: { ...answerSheet.answers, V10: 3 }, rows };
  await registerPhase(page, codebook, sheet, "before");
  await page
    .locator(".question-hint")
    .getByText(/^Våldet är mycket grovt/)
    .waitFor();
  await assertCalm(page);
});

step("the phase is not complete before the answer is changed or has its reason", async () => {
  await page.keyboard.press("Control+Enter");
  const field = page.getByRole("textbox", { name: "Det stämmer, så här är det:" });
  await page.getByText("Skriv varför, i några ord.").waitFor();
  await waitForFocus(field);
  await assertCalm(page);
  const change = page.getByRole("button", { name: /^Ändra svaret: Våldet är mycket grovt/ });
  await pressAt(page, change);
  await waitForQuestion(page, "Metod");
  await tabTo(page, field);
  await page.keyboard.type(reason);
  await page.keyboard.press("Control+Enter");
  await page.getByText("Före är klar.").waitFor();
});

step("the reason is kept, and stands with the phase and in the history", async () => {
  const stored = await demo.store.within(granviken, (tx) => tx.cases.find(code));
  assert.deepEqual(stored?.completed.before?.overrides, [
    { check: "very-severe-without-assessment", reason },
  ]);
  await pressAt(page, page.getByRole("button", { name: /^Före/ }));
  await page.getByRole("definition").filter({ hasText: reason }).waitFor();
  await assertCalm(page);
  await page.getByRole("tab", { name: "Historik" }).click();
  await page.getByText(reason).first().waitFor();
  await page.getByRole("tab", { name: "Frågor" }).click();
});

step("support that ends before it begins is told at its end", async () => {
  await pressAt(page, page.getByRole("button", { name: /^Under/ }));
  await waitForQuestion(page, "Har fått insats/stöd");
  await page.keyboard.press("1");
  await pressAt(page, page.getByRole("button", { name: "Lägg till insats" }));
  await page.getByRole("group", { name: "Insats 1", exact: true }).waitFor();
  const row = page.getByRole("group", { name: "Insats 1", exact: true });
  await row.getByRole("textbox").first().fill("2023-05-01");
  await row.getByRole("textbox").first().press("Enter");
  await row.getByRole("textbox").last().fill("2023-04-01");
  await row.getByRole("textbox").last().press("Enter");
  await row.getByText(/^Slutet ligger före starten/).waitFor();
  await assertCalm(page);
});

step("what is hidden stays while one edits, and goes when the phase is complete", async () => {
  const row = page.getByRole("group", { name: "Insats 1", exact: true });
  const given = page.locator("#fraga-V16 input");
  await given.nth(1).check();
  await row.waitFor({ state: "detached" });
  await given.nth(0).check();
  assert.equal(await row.getByRole("textbox").first().inputValue(), "2023-05-01");
  await given.nth(1).check();
  await page.keyboard.press("Control+Enter");
  await page.getByText("Under är klar.").waitFor();
  await page.getByRole("tab", { name: "Historik" }).click();
  await page.getByText("Insats togs bort, eftersom frågan inte längre ställs.").waitFor();
  await assertCalm(page);
  await page.getByRole("tab", { name: "Frågor" }).click();
});

step("nothing of it ran, and nothing went wrong", () => {
  assert.deepEqual(troubles, []);
});
