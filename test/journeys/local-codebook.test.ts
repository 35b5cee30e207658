import assert from "node:assert/strict";
import { after, before } from "node:test";
import type { Page } from "playwright-core";
import { goToPage, pressAt, signInAs, tabTo, typeAt, waitForHeading } from "./by-keyboard.ts";
import { assertCalm } from "./calm-page.ts";
import { readCaseCode, waitForQuestion, waitUntilSaved } from "./case-on-page.ts";
import { readFigures } from "./figures-on-page.ts";
import { type GivenDemo, givenDemo, granviken } from "./given-demo.ts";
import { journey } from "./journey.ts";
import { narrow, openWatchedPage, type Trouble, wide } from "./watched-page.ts";

/** A question of the municipality's own: drafted, talked over, published, registered and counted. */
const step = journey();
const heading = "Har en stödperson";
let demo: GivenDemo;
let manager: Page;
let anna: Page;
let troubles: readonly (readonly Trouble[])[];
let code: string;

before(async () => {
  demo = await givenDemo();
  const managers = await openWatchedPage(demo.browser, demo.origin);
  const annas = await openWatchedPage(demo.browser, demo.origin);
  [manager, anna] = [managers.page, annas.page];
  troubles = [managers.troubles, annas.troubles];
});
after(() => demo.close());

step("the manager writes a question that may not be asked, and is told so beside it", async () => {
  await manager.goto("/");
  await signInAs(manager, demo.account("unitManager"));
  await goToOwnQuestions(manager);
  await assertCalm(manager);
  await press(manager, "Ny fråga");
  await press(manager, "Spara i utkastet");
  await manager.getByText("Skriv en rubrik.").waitFor();
  assert.ok(await manager.getByLabel("Rubrik").evaluate((field) => field.matches(":focus")));
  await manager.getByText("Ni har inte publicerat några egna frågor än.").waitFor();
  await manager.keyboard.type("Klientens personnummer");
  await manager.getByLabel("Fas", { exact: true }).selectOption("background");
  for (const words of ["Nej", "Ja"]) {
    await press(manager, "Lägg till svar");
    await manager.keyboard.type(words);
  }
  await assertCalm(manager);
  await press(manager, "Spara i utkastet");
  const told = "Skillnad sparar aldrig personnummer. Ta bort frågan.";
  await manager.getByText(told).first().waitFor();
  assert.equal(await manager.getByRole("button", { name: /^Publicera/ }).count(), 0);
  await assertCalm(manager);
});

step("she words it anew, sees how it will look, and saves the draft", async () => {
  await typeAt(manager, "Rubrik", heading);
  await manager.getByRole("group", { name: heading }).getByLabel("Ja", { exact: true }).waitFor();
  await press(manager, "Spara i utkastet");
  await manager
    .getByRole("button", { name: `Ändra ${heading}` })
    .and(manager.locator(":focus"))
    .waitFor();
  await manager.getByText(/^Sparat i utkastet/).waitFor();
  await manager.getByText(`Nytt: frågan «${heading}».`).waitFor();
  await assertCalm(manager);
  await manager.setViewportSize(narrow);
  await assertCalm(manager);
  await manager.setViewportSize(wide);
});

step("Anna, who registers, reads it and asks about it; she cannot publish", async () => {
  await anna.goto("/");
  await signInAs(anna, { name: "Anna Tallvik" });
  await goToOwnQuestions(anna);
  await press(anna, `Kommentera ${heading}`);
  await anna.keyboard.type("Räknas en granne?");
  await press(anna, "Skicka kommentaren");
  await anna
    .getByRole("list", { name: `Kommentarer till ${heading}` })
    .getByText("Räknas en granne?")
    .waitFor();
  assert.equal(await anna.getByRole("button", { name: /Publicera|Ändra|Ny fråga/ }).count(), 0);
  await assertCalm(anna);
});

step("until it is published no case is asked", async () => {
  await startCase(anna);
  assert.equal(await anna.getByRole("group", { name: heading }).count(), 0);
});

step("the manager answers the comment and publishes", async () => {
  await manager.reload();
  await manager.getByText("En kommentar är inte besvarad.").waitFor();
  await press(manager, /^Klar med kommentaren/);
  await manager.getByText("1 klar kommentar").waitFor();
  assert.equal(await manager.getByText("En kommentar är inte besvarad.").count(), 0);
  await typeAt(manager, "Vad är nytt?", "Vi frågar om stödperson, också grannar.");
  await press(manager, "Publicera version 1");
  await manager.getByText("Version 1 används i nya ärenden.").waitFor();
  await manager.getByText("Vi frågar om stödperson, också grannar.").waitFor();
  await assertCalm(manager);
});

step("the next case is asked at once, by keyboard as any other question", async () => {
  code = await startCase(anna);
  await tabTo(anna, anna.getByRole("group", { name: heading }).getByRole("radio").first());
  await waitForQuestion(anna, heading);
  await anna.keyboard.press("2");
  await waitUntilSaved(anna);
  const record = await demo.store.within(granviken, (tx) => tx.cases.find(code));
  assert.equal(record?.codebook, "k9001-v1");
  assert.deepEqual(record?.sheet.answers["k9001.fraga1"], { kind: "codes", codes: [2] });
});

step("it is counted among those that were asked it, the common ones as before", async () => {
  await goToPage(anna, "Resultat");
  const pages = anna.getByRole("navigation", { name: "Resultat" });
  await pressAt(anna, pages.getByRole("link", { name: "Utforska" }));
  await waitForHeading(anna, "Utforska");
  const own = await explored(anna, heading);
  assert.deepEqual(own, { Nej: 0, Ja: 1, "Uppgift saknas": 0, "Vet ej": 0 });
  const sexes = await explored(anna, "Kön");
  assert.ok(Object.values(sexes).reduce((sum, count) => sum + count, 0) > 10);
});

step("the form to fill in by hand has it, with boxes and without names", async () => {
  await anna.goto("/kodbok/k9001-v1/blankett");
  await waitForHeading(anna, "Blankett");
  await anna.getByText("Skriv ärendets kod, aldrig namn.").waitFor();
  await anna.getByRole("heading", { name: new RegExp(heading) }).waitFor();
  await anna.getByText(/^Besvaras om «Har barn under 18 år» är/).waitFor();
  await assertCalm(anna);
  await anna.setViewportSize(narrow);
  await assertCalm(anna);
  await anna.emulateMedia({ media: "print" });
  assert.equal(await anna.getByRole("button").count(), 0);
});

step("nothing went wrong on the way", () => {
  assert.deepEqual(troubles, [[], []]);
});

/** The answers to one question, on the page «Utforska». */
async function explored(page: Page, question: string) {
  await page.getByLabel("Vad?").selectOption({ label: question });
  await page.locator(".panel-card").getByText(`Tabell för ${question}`).waitFor();
  return (await readFigures(page))[question] ?? {};
}

async function goToOwnQuestions(page: Page): Promise<void> {
  await goToPage(page, "Kodbok");
  await pressAt(page, page.getByRole("link", { name: "Egna frågor" }));
  await waitForHeading(page, "Egna frågor");
}

async function startCase(page: Page): Promise<string> {
  await page.goto("/arenden/nytt");
  await waitForHeading(page, "Nytt ärende");
  await page.keyboard.press("Enter");
  const found = await readCaseCode(page);
  await waitForQuestion(page, "Kön");
  return found;
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await pressAt(page, page.getByRole("button", { name, exact: true }));
}
