/** The worker hands over her screen: the client answers on it, and can come to nothing else by it. */
import assert from "node:assert/strict";
import { after, before } from "node:test";
import type { Browser, Page } from "playwright-core";
import type { WayIn } from "../../src/server/testing/index.ts";
import { openBrowser } from "./browser.ts";
import { pressAt, typeAt, waitForHeading } from "./by-keyboard.ts";
import { assertCalm } from "./calm-page.ts";
import { waitForQuestion, waitUntilSaved } from "./case-on-page.ts";
import { type GivenSurvey, givenSurvey } from "./given-survey.ts";
import { journey } from "./journey.ts";
import {
  choose,
  press,
  questionsTo,
  shippedLanguage,
  waitForQuestionOf,
} from "./survey-on-page.ts";

const step = journey();
const sv = shippedLanguage("sv");
const { neutral, asking } = sv.words;
/** An answer of the worker's in the case, as it is read on the page. */
const registered = "1957";
let given: GivenSurvey;
let browser: Browser;
let screen: Page;
/** Another tab of the same session, with the case on it. */
let second: Page;
let code: string;
let anna: WayIn;

before(async () => {
  // In earnest: in the demo one press signs anybody in.
  given = await givenSurvey("real");
  browser = await openBrowser();
  const context = await browser.newContext({ baseURL: given.origin, locale: "sv-SE" });
  screen = await context.newPage();
  second = await context.newPage();
  code = await given.startCase();
  const elsewhere = await browser.newContext({ baseURL: given.origin });
  anna = await given.comeIn("caseWorker", elsewhere.request);
  await elsewhere.close();
});
after(async () => {
  await browser.close();
  await given.close();
});

step(
  "she signs in with her password and a code, and registers in the case; another tab shows it too",
  async () => {
    await screen.goto("/");
    await signIn(screen);
    await waitForHeading(screen, "Start");
    await screen.goto(`/arenden/${code}`);
    await waitForQuestion(screen, "Kön");
    await screen.getByRole("textbox", { name: "Födelseår" }).fill(registered);
    await screen.keyboard.press("Enter");
    await waitUntilSaved(screen);
    await second.goto(`/arenden/${code}`);
    await second.getByText(code).first().waitFor();
  },
);

step("she hands the screen over, and it asks the client, who is not asked for digits", async () => {
  await screen.goto(`/arenden/${code}?fas=client`);
  await waitForQuestion(screen, "Hur vill klienten svara?");
  await screen.keyboard.press("1");
  await assertCalm(screen);
  await pressAt(screen, screen.getByRole("button", { name: "Lämna över skärmen" }));
  await screen.getByText(asking.promises[0] ?? "", { exact: true }).waitFor();
  await assertTellsNothing(screen);
  // Only that she has been here before, which names nobody and opens nothing.
  const kept = (await screen.context().cookies()).map(({ name }) => name);
  assert.deepEqual(kept, ["skillnad-device"]);
});

step("the other tab gets nothing any more, and what it asks for is refused", async () => {
  const statuses = await second.evaluate(async (wanted) => {
    const paths = [
      `/api/cases/${wanted}`,
      `/api/cases/${wanted}/history`,
      "/api/start",
      "/api/session",
    ];
    return Promise.all(paths.map(async (path) => (await fetch(path)).status));
  }, code);
  assert.deepEqual([...new Set(statuses)], [401]);
  await second.reload();
  await waitForHeading(second, "Logga in");
  await assertTellsNothing(second);
  await second.goBack();
  await assertTellsNothing(second);
});

step("in the middle of it Back, reload and the address bar lead to no case", async () => {
  await press(client(), asking.start);
  const [first, next] = questionsTo(sv);
  assert.ok(first && next);
  await waitForQuestionOf(client(), first);
  await choose(client(), first, 1);
  await press(client(), asking.next);
  await waitForQuestionOf(client(), next);
  const other = await screen.context().newPage();
  for (const path of ["/", "/arenden", `/arenden/${code}`, "/nyckla-in", "/resultat"]) {
    await other.goto(path);
    await waitForHeading(other, "Logga in");
    await assertTellsNothing(other);
  }
  await other.close();
});

step(
  "she answers; what she is told last tells nothing, and asks her to hand the screen back",
  async () => {
    await press(client(), asking.allAtOnce);
    const asked = questionsTo(sv);
    for (const [index, each] of asked.entries())
      await choose(client(), each, [1, 3, 2, 1][index] ?? 1);
    await press(client(), asking.send);
    await screen.getByRole("heading", { name: neutral.thanks, level: 1 }).waitFor();
    await screen.getByText(neutral.handBack, { exact: true }).waitFor();
    await assertCalm(screen);
    await assertTellsNothing(screen);
    const codes = (chosen: number) => ({ kind: "codes", codes: [chosen] });
    const answers = { V26: codes(1), V27: codes(3), V28: codes(2), V29: codes(1) };
    assert.deepEqual(await given.sealed(code), [{ mode: "in-the-room", answers }]);
  },
);

step(
  "Back as often as there is something behind it leads nowhere, nor does reload on the way",
  async () => {
    const behind = await historyLength(screen);
    assert.ok(behind > 3);
    for (let pressed = 0; pressed < behind; pressed++) {
      await backOrRefused(screen);
      await assertTellsNothing(screen);
      await screen.reload().catch(() => {});
      await assertTellsNothing(screen);
    }
  },
);

step("typed addresses lead to the sign-in page, and there Back leads nowhere", async () => {
  for (const path of ["/", "/arenden", `/arenden/${code}`, `/arenden/${code}?flik=historik`]) {
    await screen.goto(path);
    await waitForHeading(screen, "Logga in");
    await assertTellsNothing(screen);
  }
  await screen.goto("/e/klart");
  await assertTellsNothing(screen);
});

step(
  "when she has signed in again she sees that the client has answered, and not what",
  async () => {
    await screen.goto("/logga-in");
    await waitForHeading(screen, "Logga in");
    await signIn(screen);
    await waitForHeading(screen, "Start");
    await screen.goto(`/arenden/${code}?fas=client`);
    await screen
      .locator(".survey-panel")
      .getByText(/^Besvarad/)
      .waitFor();
    const page = await screen.locator("body").innerText();
    for (const answer of answerWords) assert.ok(!page.includes(answer), answer);
  },
);

function client() {
  return { page: screen, language: sv };
}

/** The longer answers: what is as short as «Stor» stands in other words. */
const answerWords = ["Förbättrats mycket", "I hög grad"];

async function signIn(page: Page): Promise<void> {
  await typeAt(page, "Namn", "Anna Tallvik");
  await typeAt(page, "Lösenord", anna.password);
  await typeAt(page, "Kod", anna.nextCode());
  await page.keyboard.press("Enter");
}

/** Neither the case nor what is registered in it, in what is shown, in the title or in the page's source. */
async function assertTellsNothing(page: Page): Promise<void> {
  const shown = `${await page.title()}\n${await page.content()}`;
  for (const word of [code, registered])
    assert.ok(!shown.includes(word), `${word} at ${page.url()}`);
  const isAnswered = (await given.sealed(code)).length > 0;
  if (!isAnswered) return;
  for (const word of answerWords) assert.ok(!shown.includes(word), `${word} at ${page.url()}`);
}

async function historyLength(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const { entries } = await session.send("Page.getNavigationHistory");
  await session.detach();
  return entries.length;
}

/** A page that was answered to a form is not kept; Chromium then asks whether to send the form again. */
async function backOrRefused(page: Page): Promise<void> {
  await page.goBack({ waitUntil: "load", timeout: 5000 }).catch(() => {});
}
