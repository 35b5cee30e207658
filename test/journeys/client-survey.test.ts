/** The client answers on her own phone, without script: one question at a time, back and forth, to the end. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import type { SurveyLanguage } from "#survey";
import { openBrowser } from "./browser.ts";
import { assertCalm } from "./calm-page.ts";
import { type GivenSurvey, givenSurvey } from "./given-survey.ts";
import {
  assertForEverybody,
  type ClientOnPage,
  choose,
  chosenAt,
  enterDigits,
  press,
  questionsTo,
  shippedLanguage,
  skip,
  waitForQuestionOf,
} from "./survey-on-page.ts";
import type { Viewport } from "./watched-page.ts";

let given: GivenSurvey;
let browser: Browser;

before(async () => {
  [given, browser] = await Promise.all([givenSurvey(), openBrowser()]);
});
after(async () => {
  await browser.close();
  await given.close();
});

/** WCAG's 320 px are a window of 1280 px at 400 %, which then is 256 px high. */
const windows: readonly (Viewport & { readonly name: string })[] = [
  { name: "on a small phone", width: 320, height: 568 },
  { name: "at 400 %", width: 320, height: 256 },
];

/** The language that she begins in, and the one that she goes over to. */
const languages = [
  ["sv", "ar"],
  ["ar", "sv"],
] as const;

for (const { name, ...viewport } of windows) {
  for (const [tag, other] of languages) {
    test(`without script, ${name}, in ${tag}: all steps, and what was answered arrives once`, async () => {
      const code = await given.startCase();
      const page = await clientsPage({ viewport, javaScriptEnabled: false });
      await walk(page, code, [shippedLanguage(tag), shippedLanguage(other)], assertForEverybody);
      await page.context().close();
    });
  }
}

// Axe never comes to an end in a page whose script is switched off; the pages are the same.
for (const [tag, other] of languages) {
  test(`axe finds nothing on any page in ${tag}`, async () => {
    const code = await given.startCase();
    const page = await clientsPage({
      viewport: { width: 320, height: 568 },
      javaScriptEnabled: true,
    });
    await walk(page, code, [shippedLanguage(tag), shippedLanguage(other)], async (client) => {
      await assertCalm(client.page);
      await assertForEverybody(client);
    });
    await page.context().close();
  });
}

test("without a link: the code is typed as people write it, and the digits", async () => {
  const language = shippedLanguage("sv");
  const code = await given.startCase();
  const { code: typed, pin } = await given.invite(code);
  const page = await clientsPage({
    viewport: { width: 320, height: 568 },
    javaScriptEnabled: false,
  });
  const client = { page, language };
  await page.goto(`${given.origin}/e`);
  await assertForEverybody(client);
  const { neutral } = language.words;
  const asWritten = (typed ?? "").toLowerCase().replaceAll("-", " ");
  await page.getByLabel(neutral.code).fill(asWritten);
  await enterDigits(client, pin === "0000" ? "1111" : "0000");
  await page.getByText(neutral.notAccepted, { exact: true }).waitFor();
  await assertForEverybody(client);
  assert.equal(await page.getByLabel(neutral.code).inputValue(), asWritten);
  await enterDigits(client, pin);
  await page.getByText(language.words.asking.promises[0] ?? "", { exact: true }).waitFor();
  await page.context().close();
});

for (const javaScriptEnabled of [true, false]) {
  test(`pressed twice, and once more after Back: it is sent once (script ${javaScriptEnabled})`, async () => {
    const language = shippedLanguage("sv");
    const { neutral, asking } = language.words;
    const code = await given.startCase();
    const { link, pin } = await given.invite(code);
    const page = await clientsPage({ viewport: { width: 320, height: 568 }, javaScriptEnabled });
    const client = { page, language };
    await page.goto(`${given.origin}/e/${link}`);
    await enterDigits(client, pin);
    await press(client, asking.allAtOnce);
    const [first] = questionsTo(language);
    assert.ok(first);
    await choose(client, first, 1);
    await page.getByRole("button", { name: asking.send }).dblclick();
    await page.getByRole("heading", { name: neutral.thanks, level: 1 }).waitFor();
    const sent = await given.sealed(code);
    assert.equal(sent.length, 1);
    // The page that she comes back to was answered to a form: reloading it sends that form again.
    await page.goBack().catch(() => {});
    await page.reload().catch(() => {});
    await page.waitForLoadState();
    await page.getByRole("group", { name: first.ask }).waitFor({ state: "detached" });
    assert.deepEqual(await given.sealed(code), sent);
    await page.context().close();
  });
}

/** @param look at every page that she meets. */
async function walk(
  page: Page,
  code: string,
  [language, other]: readonly [SurveyLanguage, SurveyLanguage],
  look: (client: ClientOnPage) => Promise<void>,
): Promise<void> {
  const { link, pin } = await given.invite(code, { language: language.tag });
  const client = { page, language };
  const { neutral, asking } = language.words;
  const [first, second, third, fourth] = questionsTo(language);
  assert.ok(first && second && third && fourth);

  await page.goto(`${given.origin}/e/${link}?sprak=${language.tag}`);
  await page.getByLabel(neutral.pin).waitFor();
  await look(client);
  await enterDigits(client, pin === "0000" ? "1111" : "0000");
  await page.getByText(neutral.notAccepted, { exact: true }).waitFor();
  await look(client);
  await enterDigits(client, pin);

  for (const promise of asking.promises) await page.getByText(promise, { exact: true }).waitFor();
  await look(client);
  await press(client, asking.start);

  await waitForQuestionOf(client, first);
  await look(client);
  await choose(client, first, 1);
  await press(client, asking.next);
  await waitForQuestionOf(client, second);
  await choose(client, second, 4);
  await press(client, asking.back);
  await waitForQuestionOf(client, first);
  assert.deepEqual(await chosenAt(client, first), [textOf(first, 1)]);
  await choose(client, first, 2);
  await press(client, asking.next);
  await waitForQuestionOf(client, second);
  assert.deepEqual(await chosenAt(client, second), [textOf(second, 4)]);
  await press(client, asking.next);
  await waitForQuestionOf(client, third);
  await skip(client, third);
  await press(client, asking.next);
  await waitForQuestionOf(client, fourth);
  await look(client);

  await press(client, other.name);
  const changed = { page, language: other };
  const [firstNow, secondNow, thirdNow, fourthNow] = questionsTo(other);
  assert.ok(firstNow && secondNow && thirdNow && fourthNow);
  await waitForQuestionOf(changed, fourthNow);
  await look(changed);
  await choose(changed, fourthNow, 3);
  await press(changed, other.words.asking.allAtOnce);
  await waitForQuestionOf(changed, firstNow);
  await look(changed);
  assert.deepEqual(await chosenAt(changed, firstNow), [textOf(firstNow, 2)]);
  assert.deepEqual(await chosenAt(changed, secondNow), [textOf(secondNow, 4)]);
  assert.deepEqual(await chosenAt(changed, thirdNow), [other.words.asking.skip]);
  assert.deepEqual(await chosenAt(changed, fourthNow), [textOf(fourthNow, 3)]);
  assert.deepEqual(await given.sealed(code), []);

  await press(changed, other.words.asking.send);
  await page.getByRole("heading", { name: other.words.neutral.thanks, level: 1 }).waitFor();
  await look(changed);
  const codes = (...chosen: readonly number[]) => ({ kind: "codes", codes: chosen });
  const missing = { kind: "missing", code: 98 };
  const answers = { V26: codes(2), V27: codes(4), V28: missing, V29: codes(3) };
  assert.deepEqual(await given.sealed(code), [{ mode: "own-device", answers }]);
}

function textOf(
  asked: { readonly options: readonly { code: number; text: string }[] },
  code: number,
) {
  return asked.options.find((option) => option.code === code)?.text;
}

async function clientsPage(options: {
  readonly viewport: Viewport;
  readonly javaScriptEnabled: boolean;
}): Promise<Page> {
  const context = await browser.newContext({ ...options, locale: "sv-SE", hasTouch: true });
  return await context.newPage();
}
