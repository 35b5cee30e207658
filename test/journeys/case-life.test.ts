import assert from "node:assert/strict";
import { after, before } from "node:test";
import type { Locator, Page } from "playwright-core";
import { seededRandomness } from "#kernel";
import { newCaseCode } from "#registration";
import {
  goToPage,
  hasFocus,
  pressAt,
  signInAs,
  tabTo,
  typeAt,
  waitForFocus,
  waitForHeading,
} from "./by-keyboard.ts";
import { assertCalm } from "./calm-page.ts";
import { readCaseCode, waitForQuestion, waitUntilSaved } from "./case-on-page.ts";
import { type GivenDemo, givenDemo, granviken } from "./given-demo.ts";
import { journey } from "./journey.ts";
import { choose, walkFast, watchFilter } from "./list-filter.ts";
import { narrow, openWatchedPage, type Trouble, wide } from "./watched-page.ts";

/** One case from hand to hand: begun, shared, handed over, restricted, moved, voided, restored. */
const step = journey();
const earlierCode = newCaseCode(seededRandomness(7));
let demo: GivenDemo;
let anna: Page;
let samir: Page;
let nadja: Page;
let karin: Page;
let code: string;
const troubles: (readonly Trouble[])[] = [];

before(async () => {
  demo = await givenDemo({ alsoIn: ["Samir Nourani", "Nadja Kvistedal"] });
  await demo.store.within(granviken, async ({ units }) => {
    const familjefrid = (await units.list()).find(({ name }) => name === "Familjefrid");
    assert.ok(familjefrid);
    const norrlov = demo.accounts.find(({ municipality }) => municipality.name === "Norrlöv");
    const serves = norrlov ? [norrlov.municipality.code] : ["9002"];
    await units.update({ ...familjefrid, serves: serves as (typeof granviken)[] });
  });
  [anna, samir, nadja, karin] = await Promise.all([
    enter("Anna Tallvik"),
    enter("Samir Nourani"),
    enter("Nadja Kvistedal"),
    enter("Karin Svedmark"),
  ]);
});
after(() => demo.close());

step(
  "an anonymous case takes no earlier one along, and its code is to be written nowhere",
  async () => {
    await anna.keyboard.press("n");
    await waitForHeading(anna, "Nytt ärende");
    await pressAt(anna, anna.getByText("Mer om ärendet"));
    const anonymous = anna.getByRole("checkbox", { name: "Anonymt ärende" });
    await typeAt(anna, "Har personen haft ett ärende hos er tidigare?", earlierCode);
    await anna.getByText(`Tidigare ärende ${earlierCode}`).waitFor();
    assert.ok(await anonymous.isDisabled());
    await assertCalmOnBoth(anna);
    await typeAt(anna, "Har personen haft ett ärende hos er tidigare?", " ");
    await tabTo(anna, anonymous);
    await anna.keyboard.press("Space");
    await anna.getByText("Skriv koden ingenstans", { exact: false }).waitFor();
    await assertCalmOnBoth(anna);
    await pressAt(anna, anna.getByRole("button", { name: "Börja" }));
    await readCaseCode(anna);
    await anna.getByText(/^Skriv inte koden någonstans: du hittar ärendet i listan/).waitFor();
    assert.equal(await anna.getByRole("button", { name: "Kopiera koden" }).count(), 0);
    await openTab(anna, "Om ärendet");
    await waitForFact(anna, "Anonymt", "Ja, koden skrivs ingenstans");
    assert.equal(await anna.getByRole("button", { name: /tidigare ärende/ }).count(), 0);
  },
);

step(
  "a person who comes back, from a neighbour municipality: the old code is read as typed",
  async () => {
    await anna.goto("/");
    await waitForHeading(anna, "Start");
    await anna.keyboard.press("n");
    await waitForHeading(anna, "Nytt ärende");
    await pressAt(anna, anna.getByText("Mer om ärendet"));
    const field = "Har personen haft ett ärende hos er tidigare?";
    const wrong = `${earlierCode.slice(0, -1)}${earlierCode.endsWith("A") ? "B" : "A"}`;
    await typeAt(anna, field, wrong);
    await anna.getByText(/^Koden stämmer inte/).waitFor();
    await anna.keyboard.press("Enter");
    await anna.getByText(/^Koden stämmer inte/).waitFor();
    await assertCalmOnBoth(anna);
    await typeAt(anna, field, earlierCode.toLowerCase().replaceAll("-", " "));
    await tabTo(anna, anna.getByLabel("Personen kommer från"));
    await anna.keyboard.type("Norr");
    await pressAt(anna, anna.getByRole("button", { name: "Börja" }));
    code = await readCaseCode(anna);
    await anna.getByText("i personens akt").waitFor();
    await waitForQuestion(anna, "Kön");
    await anna.keyboard.press("1");
    await waitUntilSaved(anna);
    await openTab(anna, "Om ärendet");
    await waitForFact(anna, "Tidigare ärende", earlierCode);
    await waitForFact(anna, "Personens kommun", "Norrlöv");
  },
);

step("the worker corrects the municipality, and is told who can do what she cannot", async () => {
  await doing(anna, "Ändra kommun", async (dialog) => {
    await anna.keyboard.type("Granviken");
    await assertCalmOnBoth(anna);
    await pressAt(anna, dialog.getByRole("button", { name: "Spara" }));
  });
  await anna.getByRole("status").getByText("Personens kommun är nu Granviken.").waitFor();
  await waitForFact(anna, "Personens kommun", "Granviken");
  await anna.getByText(/^Enhetschefen för Familjefrid kan lämna över, flytta/).waitFor();
  assert.equal(await anna.getByRole("button", { name: "Makulera" }).count(), 0);
});

step(
  "she shares it with the provider, where Nadja has it in her list and answers in it",
  async () => {
    await doing(anna, "Dela med en annan enhet", async (dialog) => {
      await anna.keyboard.type("St");
      await dialog
        .getByText("Det räknas en gång, i Familjefrids bild.", { exact: false })
        .waitFor();
      await tabTo(anna, dialog.getByLabel("Vem har ärendet där?"));
      await anna.keyboard.type("Nadja");
      await assertCalmOnBoth(anna);
      await pressAt(anna, dialog.getByRole("button", { name: "Dela ärendet" }));
    });
    const shared = "Stödcentrum Fyren, där Nadja Kvistedal är handläggare";
    await anna.getByRole("status").getByText(`Ärendet delas nu med ${shared}.`).waitFor();
    await anna.getByText(`Familjefrid delar ärendet med ${shared}. Det räknas en gång.`).waitFor();

    await goToPage(nadja, "Ärenden");
    await nadja.keyboard.type(code);
    await nadja.getByText("1 ärende", { exact: true }).waitFor();
    await nadja.getByText("delas med Familjefrid").waitFor();
    await assertCalmOnBoth(nadja);
    await nadja.keyboard.press("ArrowDown");
    await nadja.keyboard.press("Enter");
    assert.equal(await readCaseCode(nadja), code);
    await waitForQuestion(nadja, "Födelseår");
    await nadja.keyboard.type("1991");
    await nadja.keyboard.press("Enter");
    await waitUntilSaved(nadja);
  },
);

step(
  "the manager hands it over to Samir, sees that she did, and is back at the button",
  async () => {
    await karin.goto(`/arenden/${code}`);
    await readCaseCode(karin);
    await openTab(karin, "Om ärendet");
    await karin.getByRole("button", { name: "Lämna över" }).waitFor();
    await assertCalmOnBoth(karin);
    await doing(karin, "Lämna över", async (dialog) => {
      await pressAt(karin, dialog.getByRole("button", { name: "Lämna över" }));
      await dialog.getByText("Välj vem som ska ha ärendet.").waitFor();
      await assertCalmOnBoth(karin);
      await tabTo(karin, dialog.getByLabel("Vem ska ha ärendet?"));
      await karin.keyboard.type("Samir");
      await dialog
        .getByText(
          "Samir Nourani får ärendet bland sina. Anna Tallvik har det inte längre bland sina.",
        )
        .waitFor();
      await pressAt(karin, dialog.getByRole("button", { name: "Lämna över" }));
    });
    await karin
      .getByRole("status")
      .getByText("Samir Nourani är nu handläggare för ärendet.")
      .waitFor();
    await waitForFocus(karin.getByRole("button", { name: "Lämna över" }));
  },
);

step("restricted, it exists for its readers alone", async () => {
  await doing(karin, "Begränsa till namngivna läsare", async (dialog) => {
    for (const locked of [/^Samir Nourani/, /^Nadja Kvistedal/]) {
      const box = dialog.getByRole("checkbox", { name: locked });
      assert.ok((await box.isChecked()) && (await box.isDisabled()));
    }
    await dialog.getByText(/Du har inte valt dig själv/).waitFor();
    await tabTo(karin, dialog.getByRole("checkbox", { name: /^Karin Svedmark/ }));
    await karin.keyboard.press("Space");
    await assertCalmOnBoth(karin);
    await pressAt(karin, dialog.getByRole("button", { name: "Begränsa ärendet" }));
  });
  const only = "Bara Karin Svedmark, Nadja Kvistedal och Samir Nourani kan se ärendet.";
  await karin.locator(".standing").getByText(only).waitFor();
  await assertCalmOnBoth(karin);
  await anna.goto(`/arenden/${code}`);
  await waitForHeading(anna, "Sidan finns inte");
  await samir.goto(`/arenden/${code}`);
  assert.equal(await readCaseCode(samir), code);
  await samir.locator(".standing").getByText(only).waitFor();
});

step("moved to the provider, whoever still writes in it is led to the list and told", async () => {
  await doing(karin, "Ta bort begränsningen", async (dialog) => {
    await pressAt(karin, dialog.getByRole("button", { name: "Ta bort begränsningen" }));
  });
  await karin.getByRole("status").getByText("Ärendet är inte längre begränsat.").waitFor();
  await doing(karin, "Flytta till en annan enhet", async (dialog) => {
    await karin.keyboard.type("St");
    await dialog
      .getByText(/^Ärendet flyttas till Stödcentrum Fyren med hela sin historik/)
      .waitFor();
    await typeAt(karin, "Varför?", "Stödet ges där numera");
    await assertCalmOnBoth(karin);
    await pressAt(karin, dialog.getByRole("button", { name: "Flytta ärendet" }));
  });
  await karin
    .getByRole("status")
    .getByText(`Ärende ${code} finns nu hos Stödcentrum Fyren.`)
    .waitFor();
  await waitForFact(karin, "Handläggare", "Ingen");
  await waitForFact(karin, "Delas med", "Ingen annan enhet");

  await waitForQuestion(samir, "Födelsebakgrund");
  await samir.keyboard.press("1");
  await waitForHeading(samir, "Ärenden");
  await samir
    .getByRole("status")
    .getByText(
      `Ärende ${code} går inte längre att öppna för dig: det kan ha flyttats, begränsats eller gallrats. Det du sist skrev där sparades inte.`,
    )
    .waitFor();
  await assertCalmOnBoth(samir);
});

step("it waits among those without a worker, until one is chosen", async () => {
  await goToPage(karin, "Ärenden");
  await choose(karin, "Utan handläggare");
  await lineOf(karin).getByText("Ingen handläggare").waitFor();
  // Where «Läget» leads from the cases that have nobody.
  await karin.goto(`/arenden/${code}?flik=om`);
  await readCaseCode(karin);
  await doing(karin, "Välj handläggare", async (dialog) => {
    await karin.keyboard.type("Nadja");
    await pressAt(karin, dialog.getByRole("button", { name: "Spara" }));
  });
  await karin.getByRole("status").getByText("Nadja Kvistedal är nu handläggare").waitFor();
});

step("voided with a reason, it is read and not changed, and stands among the voided", async () => {
  await doing(karin, "Makulera", async (dialog) => {
    await dialog.getByText(/^Ärendet räknas inte längre/).waitFor();
    await pressAt(karin, dialog.getByRole("button", { name: "Makulera" }));
    await dialog.getByRole("alert").getByText(/./).waitFor();
    await typeAt(karin, "Varför?", "Samma ärende begynt två gånger");
    await pressAt(karin, dialog.getByRole("button", { name: "Makulera" }));
  });
  await karin.locator(".standing").getByText("Ärendet är makulerat.", { exact: true }).waitFor();
  await waitForFocus(karin.getByRole("button", { name: "Återställ" }));
  await assertCalmOnBoth(karin);

  await nadja.goto(`/arenden/${code}`);
  await readCaseCode(nadja);
  await nadja.getByText("Enhetschefen kan återställa det.", { exact: false }).waitFor();
  await nadja.getByText("Skäl: Samma ärende begynt två gånger").waitFor();
  await nadja.getByText("Du läser ett makulerat ärende. Det går inte att ändra.").waitFor();
  assert.equal(await nadja.locator(".phase").getByRole("radio").count(), 0);
  await assertCalmOnBoth(nadja);

  await goToPage(karin, "Ärenden");
  await choose(karin, "Makulerade");
  await lineOf(karin).getByText("makulerat").waitFor();
  await assertCalmOnBoth(karin);
});

step("restored, it goes on; and its whole life stands in its history, in words", async () => {
  await pressAt(karin, lineOf(karin));
  await readCaseCode(karin);
  await openTab(karin, "Om ärendet");
  await doing(karin, "Återställ", async (dialog) => {
    await typeAt(karin, "Varför?", "Det var ändå två ärenden");
    await pressAt(karin, dialog.getByRole("button", { name: "Återställ" }));
  });
  await karin.getByRole("status").getByText("Ärendet är återställt och räknas igen.").waitFor();
  await karin.locator(".standing").waitFor({ state: "detached" });
  await openTab(karin, "Historik");
  const told = karin.getByRole("tabpanel");
  for (const sentence of [
    "Ärendet återställdes. Det räknas igen.",
    "Skäl: Det var ändå två ärenden",
    "Ärendet makulerades. Det räknas inte.",
    "Nadja Kvistedal blev handläggare.",
    "Ärendet flyttades från Familjefrid till Stödcentrum Fyren.",
    "Ärendet är inte längre begränsat till namngivna läsare.",
    "Ärendet lämnades över från Anna Tallvik till Samir Nourani.",
    "Ärendet delas med Stödcentrum Fyren, där Nadja Kvistedal är handläggare.",
    "Personens kommun: från Norrlöv till Granviken.",
  ]) {
    await told.getByText(sentence, { exact: true }).waitFor();
  }
  await told.getByText(new RegExp(`Tidigare ärende: ${earlierCode}\\.`)).waitFor();
});

step("the filter is walked as fast as the arrow is pressed, and shows where one is", async () => {
  await goToPage(karin, "Ärenden");
  await tabTo(karin, karin.getByRole("radio", { checked: true }));
  const strayed = await watchFilter(karin);
  // Round the group of five and on to the fourth.
  await walkFast(karin, 33);
  const last = karin.getByRole("radio", { name: "Utan handläggare", checked: true });
  await last.and(karin.locator(":focus")).waitFor();
  await karin.waitForURL(/assignee=none/);
  assert.deepEqual(await strayed(), []);
});

step("all of a colleague's open cases go to another at once", async () => {
  await goToPage(karin, "Ärenden");
  await pressAt(karin, karin.getByRole("button", { name: /^Lämna över alla ärenden/ }));
  const dialog = karin.getByRole("dialog");
  await tabTo(karin, dialog.getByLabel("I vilken enhet?"));
  await karin.keyboard.type("Familjefrid");
  await tabTo(karin, dialog.getByLabel("Från vem?"));
  await karin.keyboard.type("Anna");
  await tabTo(karin, dialog.getByLabel("Till vem?"));
  await karin.keyboard.type("Samir");
  const promise = dialog.getByText(/öppna ärenden går till Samir Nourani\. Avslutade/);
  await promise.waitFor();
  const [count = ""] = (await promise.innerText()).split(" ");
  await typeAt(karin, "Varför?", "Anna är föräldraledig");
  await assertCalmOnBoth(karin);
  await karin.keyboard.press("Enter");
  await karin
    .getByRole("status")
    .getByText(`${count} ärenden gick från Anna Tallvik till Samir Nourani.`)
    .waitFor();
  await karin.getByText("Handläggare: Samir Nourani").first().waitFor();
  await karin.getByText("Handläggare: Anna Tallvik").first().waitFor({ state: "detached" });
});

step("«Om ärendet» prints as facts, without what can be done", async () => {
  await karin.goto(`/arenden/${code}`);
  await readCaseCode(karin);
  await openTab(karin, "Om ärendet");
  await karin.getByRole("button", { name: "Lämna över" }).waitFor();
  await karin.emulateMedia({ media: "print" });
  assert.equal(await karin.getByRole("button").count(), 0);
  await waitForFact(karin, "Enhet", "Stödcentrum Fyren");
  assert.ok(await karin.locator(".facts").isVisible());
  await karin.emulateMedia({ media: "screen" });
});

step("nothing went wrong on the way", () => {
  assert.deepEqual(troubles, [[], [], [], []]);
});

async function enter(name: string): Promise<Page> {
  const opened = await openWatchedPage(demo.browser, demo.origin);
  troubles.push(opened.troubles);
  await opened.page.goto("/");
  await signInAs(opened.page, { name });
  return opened.page;
}

async function assertCalmOnBoth(page: Page): Promise<void> {
  await assertCalm(page);
  await page.setViewportSize(narrow);
  await assertCalm(page);
  await page.setViewportSize(wide);
}

/** Opens the dialog of one thing to do, and waits until it has been done. */
async function doing(
  page: Page,
  what: string,
  act: (dialog: Locator) => Promise<void>,
): Promise<void> {
  await pressAt(page, page.getByRole("button", { name: what, exact: true }));
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await act(dialog);
  await dialog.waitFor({ state: "detached" });
}

async function openTab(page: Page, name: string): Promise<void> {
  const tab = page.getByRole("tab", { name });
  await tabTo(page, page.getByRole("tab", { selected: true }));
  while (!(await hasFocus(tab))) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.getByRole("tabpanel").getByRole("heading", { name }).waitFor();
}

async function waitForFact(page: Page, name: string, value: string): Promise<void> {
  const row = page.locator(".facts > div", { has: page.locator("dt", { hasText: name }) });
  const fact = row.locator("dd").first();
  await fact.filter({ hasText: new RegExp(`^${value}$`) }).waitFor();
}

function lineOf(page: Page): Locator {
  return page.getByRole("link", { name: new RegExp(code) });
}
