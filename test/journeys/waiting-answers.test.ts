import assert from "node:assert/strict";
import { after, before } from "node:test";
import type { Page } from "playwright-core";
import type { Answers } from "#codebook";
import { goToPage, signInAs, signOut, typeAt, waitForHeading } from "./by-keyboard.ts";
import { assertCalm } from "./calm-page.ts";
import { beginCase, waitForQuestion, waitUntilSaved } from "./case-on-page.ts";
import { type GivenDemo, givenDemo, granviken } from "./given-demo.ts";
import { journey } from "./journey.ts";
import { openWatchedPage } from "./watched-page.ts";

/** Answers that wait while the world changes: a colleague, another tab, another person, a reload. */
const step = journey();
let demo: GivenDemo;
let anna: Page;
let samir: Page;
let code: string;

before(async () => {
  demo = await givenDemo({ alsoIn: ["Samir Nourani"] });
  anna = (await openWatchedPage(demo.browser, demo.origin)).page;
  samir = (await openWatchedPage(demo.browser, demo.origin)).page;
});
after(() => demo.close());

step("Anna begins a case, and Samir opens it with a reason", async () => {
  await anna.goto("/");
  await signInAs(anna, { name: "Anna Tallvik" });
  await goToPage(anna, "Start");
  code = await beginCase(anna);
  await anna.keyboard.press("1");
  await anna.keyboard.press("Enter");
  await anna.keyboard.type("1991");
  await anna.keyboard.press("Enter");
  await anna.keyboard.press("1");
  await waitUntilSaved(anna);
  await samir.goto("/");
  await signInAs(samir, { name: "Samir Nourani" });
  await samir.goto(`/arenden/${code}`);
  await waitForHeading(samir, "En kollegas ärende");
  await samir.keyboard.type("Anna är på utbildning i dag");
  await samir.keyboard.press("Enter");
  await waitForQuestion(samir, "Har barn under 18 år");
});

step("without contact he answers the rest, while she completes the phase", async () => {
  await samir.context().setOffline(true);
  for (const key of ["2", "Enter", "3", "Enter", "2"]) await samir.keyboard.press(key);
  await says(
    samir,
    "Vi fick ingen kontakt. Dina tre senaste svar sparas när kontakten är tillbaka.",
  );
  for (const key of ["Enter", "1", "Enter", "1", "Enter", "1", "Enter"]) {
    await anna.keyboard.press(key);
  }
  await anna.keyboard.press("Control+Enter");
  await anna.getByText("Bakgrund är klar.").waitFor();
});

step("when contact is back, one message holds all that was not saved, and why", async () => {
  await samir.context().setOffline(false);
  const alert = samir.getByRole("alert").filter({ hasText: "Tre svar sparades inte." });
  await alert.waitFor();
  await alert.getByText("Fasen är klar. Öppna den igen om något ska ändras.").waitFor();
  assert.deepEqual(await alert.getByRole("listitem").allInnerTexts(), [
    "Har barn under 18 år: Ja, hemmavarande (helt/delvis)",
    "Huvudsaklig försörjning: Ekonomiskt bistånd/försörjningsstöd",
    "Ärendet aktualiserat genom: Annan enhet inom socialtjänsten",
  ]);
  assert.equal(await samir.getByRole("alert").count(), 1);
  await says(samir, "Tre svar sparades inte. Se överst i ärendet.");
  await assertCalm(samir);
  assert.deepEqual(await codesOf("V04", "V05", "V06"), [1, 1, 1]);
});

step(
  "he opens the phase again with a reason; her answers are not written over unseen",
  async () => {
    await samir.getByRole("button", { name: "Öppna fasen igen och spara dem" }).click();
    await typeAt(samir, "Varför?", "Jag hade tre svar kvar");
    await samir.keyboard.press("Enter");
    await says(samir, "Två svar på samma fråga. Välj vilket som ska gälla.");
    const keep = samir.getByRole("button", { name: "Behåll mitt svar" });
    await keep.nth(2).waitFor();
    assert.deepEqual(await codesOf("V04", "V05", "V06"), [1, 1, 1]);
    for (const left of [2, 1, 0]) {
      await keep.first().click();
      await keep.nth(left).waitFor({ state: "detached" });
    }
    await waitUntilSaved(samir);
    assert.deepEqual(await codesOf("V04", "V05", "V06"), [2, 3, 2]);
  },
);

step(
  "two tabs of the same person: the second sees what the first saved before it answers over it",
  async () => {
    await goToPage(anna, "Start");
    code = await beginCase(anna);
    const second = await anna.context().newPage();
    await second.goto(`/arenden/${code}`);
    await waitForQuestion(second, "Kön");
    await anna.keyboard.press("1");
    await waitUntilSaved(anna);
    await second.keyboard.press("2");
    await says(second, "Två svar på samma fråga. Välj vilket som ska gälla.");
    await second.getByRole("button", { name: "Behåll mitt svar" }).click();
    await waitUntilSaved(second);
    assert.deepEqual(await codesOf("V01"), [2]);
    assert.equal(await revisionsOf("V01"), 2);
    await second.close();
  },
);

step("a reload in the middle shows what was saved, and nothing is asked of her", async () => {
  await anna.reload();
  await waitForQuestion(anna, "Födelseår");
  const chosen = anna.getByRole("group", { name: "Kön" }).getByRole("radio", { checked: true });
  await chosen.waitFor();
  assert.deepEqual(await codesOf("V01"), [2]);
});

step("somebody else who signs in beside her window does not get what waits in it", async () => {
  await anna.context().setOffline(true);
  await anna.getByRole("group", { name: "Har barn under 18 år" }).getByRole("radio").nth(1).focus();
  await anna.keyboard.press("2");
  await says(anna, "Vi fick ingen kontakt. Ditt senaste svar sparas när kontakten är tillbaka.");
  // The other tab's sign-in replaces the session of the whole browser before she tries again.
  await anna.context().clearCookies();
  await anna.context().addCookies(await samir.context().cookies());
  await anna.context().setOffline(false);
  const dialog = anna.getByRole("dialog", { name: "Logga in igen" });
  await dialog.waitFor();
  assert.deepEqual(await stored(), { V01: { kind: "codes", codes: [2] } });
  await dialog.getByRole("button", { name: "Logga in som Anna Tallvik" }).click();
  await waitUntilSaved(anna);
  assert.deepEqual(await codesOf("V04"), [2]);
  assert.equal(await revisionsOf("V04"), 1);
});

step("a double click on «klar» completes once", async () => {
  await fillBackground(anna);
  await anna.getByRole("button", { name: "Klar med Bakgrund" }).dblclick();
  await anna.getByText("Bakgrund är klar.").waitFor();
  const completions = (await history()).filter(({ changes }) =>
    changes.some(({ kind }) => kind === "phase-completed"),
  );
  assert.equal(completions.length, 1);
});

step("after signing out, the back button shows nothing of it", async () => {
  await signOut(anna);
  await anna.goBack();
  await waitForHeading(anna, "Logga in");
  assert.ok(!(await anna.content()).includes(code));
});

/** Whatever is still unanswered, so that the phase can be completed. */
async function fillBackground(page: Page): Promise<void> {
  const year = page.getByRole("textbox", { name: "Födelseår" });
  await year.fill("1991");
  await year.press("Enter");
  for (const name of ["Födelsebakgrund", "Huvudsaklig försörjning", "Ärendet aktualiserat genom"]) {
    await page.getByRole("group", { name }).getByRole("radio").first().check();
  }
  await waitUntilSaved(page);
}

async function says(page: Page, text: string): Promise<void> {
  await page.getByRole("status").getByText(text, { exact: true }).waitFor();
}

async function stored(): Promise<Answers> {
  const record = await demo.store.within(granviken, (tx) => tx.cases.find(code));
  return record?.sheet.answers ?? {};
}

async function codesOf(...variables: readonly string[]): Promise<readonly (number | undefined)[]> {
  const answers = await stored();
  return variables.map((variable) => {
    const value = answers[variable];
    return value?.kind === "codes" ? value.codes[0] : undefined;
  });
}

async function history() {
  return demo.store.within(granviken, async (tx) => {
    const record = await tx.cases.find(code);
    return record ? tx.cases.history(record.id) : [];
  });
}

/** How many times an answer to the question has been saved. */
async function revisionsOf(variable: string): Promise<number> {
  const changes = (await history()).flatMap((revision) => revision.changes);
  return changes.filter(
    (change) => change.kind === "answer-set" && change.address.variable === variable,
  ).length;
}
