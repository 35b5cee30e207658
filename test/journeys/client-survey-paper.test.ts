/** On paper: printed, answered, keyed in by somebody else, and counted when five have come. */
import assert from "node:assert/strict";
import { after, before } from "node:test";
import type { Browser, Page } from "playwright-core";
import type { Role } from "#access";
import { swedishDay, systemClock } from "#kernel";
import type { UnitFigures } from "#server";
import { pdfWords } from "../nation/pdf-words.ts";
import { openBrowser } from "./browser.ts";
import { waitForHeading } from "./by-keyboard.ts";
import { type GivenSurvey, givenSurvey, unit } from "./given-survey.ts";
import { journey } from "./journey.ts";
import { questionsTo, shippedLanguage } from "./survey-on-page.ts";

const step = journey();
let given: GivenSurvey;
let browser: Browser;
let codes: readonly string[];
let atFirst: UnitFigures;

before(async () => {
  [given, browser] = await Promise.all([givenSurvey(), openBrowser()]);
});
after(async () => {
  await browser.close();
  await given.close();
});

step("the worker prints it: every question and every answer stands on the sheet", async () => {
  const page = await signedIn("caseWorker");
  await page.goto("/papper/enkat/sv");
  const words = withoutBlanks(
    await pdfWords(new Uint8Array(await page.pdf({ preferCSSPageSize: true }))),
  );
  for (const { ask, options } of questionsTo(shippedLanguage("sv"))) {
    for (const text of [ask, ...options.map((option) => option.text)]) {
      assert.ok(words.includes(withoutBlanks(text)), text);
    }
  }
  await page.context().close();
});

step("five clients are offered it on paper", async () => {
  codes = await Promise.all(Array.from({ length: 5 }, () => given.startCase()));
  const survey = { kind: "offered", on: swedishDay(systemClock.now()), mode: "paper" };
  for (const code of codes) {
    const response = await given.request("caseWorker", `PUT /api/cases/${code}/survey`, { survey });
    assert.equal(response.status, 200);
  }
  atFirst = await figures();
});

step("the coordinator keys in four, and no figure of the unit moves", async () => {
  await keyIn(codes.slice(0, 4));
  assert.deepEqual(clientsOwn(await figures()), clientsOwn(atFirst));
});

step("with the fifth, all five are counted", async () => {
  await keyIn(codes.slice(4));
  const told = clientsOwn(await figures()).map(({ id, base, rows }) => {
    const chosen = rows.filter(({ count }) => count !== 0).map(({ code, count }) => [code, count]);
    return { id, answered: base.answered, chosen };
  });
  assert.deepEqual(told, [
    { id: "V26", answered: 5, chosen: [[1, 5]] },
    { id: "V27", answered: 5, chosen: [[3, 5]] },
    { id: "V28", answered: 5, chosen: [[2, 5]] },
    { id: "V29", answered: 5, chosen: [[1, 5]] },
  ]);
});

step("each is kept once, as answered on paper", async () => {
  for (const code of codes) {
    assert.deepEqual(
      (await given.sealed(code)).map(({ mode }) => mode),
      ["paper"],
    );
  }
});

/** By the page, as a pile is worked through. */
async function keyIn(pile: readonly string[]): Promise<void> {
  const page = await signedIn("coordinator");
  await page.goto("/nyckla-in");
  await waitForHeading(page, "Nyckla in enkät");
  for (const code of pile) {
    await page.getByLabel("Ärendets kod").and(page.locator(":focus")).waitFor();
    await page.keyboard.type(code.toLowerCase().replaceAll("-", "").slice(1));
    await page.locator(".question:focus-within").waitFor();
    for (const key of ["1", "3", "2", "1", "Enter"]) await page.keyboard.press(key);
    await page.getByText(`Enkäten för ${code} är mottagen`).waitFor();
  }
  await page.context().close();
}

async function signedIn(role: Role): Promise<Page> {
  const context = await browser.newContext({ baseURL: given.origin, locale: "sv-SE" });
  const page = await context.newPage();
  await given.comeIn(role, page.request);
  return page;
}

async function figures(): Promise<UnitFigures> {
  const response = await given.request("caseWorker", `GET /api/units/${unit}/figures`);
  return (await response.json()) as UnitFigures;
}

function clientsOwn({ variables }: UnitFigures) {
  return variables.filter(({ id }) => /^V2[6-9]$/.test(id));
}

/** A PDF sets letters where they belong, and knows no blanks between words. */
function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, "");
}
