/** What is left in a browser on the disk, after a client has been in the survey: nothing that tells. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { BrowserContext, Page } from "playwright-core";
import { revealingWords } from "#survey/testing";
import { openProfile } from "./browser.ts";
import { type GivenSurvey, givenSurvey } from "./given-survey.ts";
import { wordsInProfile } from "./kept-in-profile.ts";
import { answerKeyIn } from "./survey-by-post.ts";
import {
  type AskedOnPage,
  choose,
  enterDigits,
  press,
  questionsTo,
  shippedLanguage,
  waitForQuestionOf,
} from "./survey-on-page.ts";

let given: GivenSurvey;
let planted: { readonly server: Server; readonly address: string };
/** What stands in the files of a browser that has never been in the survey. */
let browsersOwn: ReadonlySet<string>;
const folders: string[] = [];

before(async () => {
  [given, planted] = await Promise.all([givenSurvey(), openPlanted()]);
  const folder = newFolder();
  await inProfile(folder, true, visitPlanted);
  browsersOwn = new Set(wordsInProfile(folder, revealingWords));
});
after(async () => {
  planted.server.closeAllConnections();
  planted.server.close();
  await given.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** What any page may leave in a browser, and this one means to. */
const plant = {
  address: "planterad-adress",
  title: "Planterad rubrik",
  text: "planterad text i en sida",
  stored: "planterat i lagret",
};

type Leaving = {
  readonly name: string;
  readonly isScripted: boolean;
  readonly leave: (page: Page, last: AskedOnPage) => Promise<void>;
  readonly endsAt: "elsewhere" | "here";
};

const sv = shippedLanguage("sv");

async function byLink(page: Page): Promise<void> {
  await page.getByRole("link", { name: sv.words.neutral.leave }).click();
}

const leavings: readonly Leaving[] = [
  { name: "leaves by the link", isScripted: true, leave: byLink, endsAt: "elsewhere" },
  {
    name: "leaves by the link, without script",
    isScripted: false,
    leave: byLink,
    endsAt: "elsewhere",
  },
  {
    name: "leaves by three times Shift",
    isScripted: true,
    leave: async (page) => {
      for (let press = 0; press < 3; press++) await page.keyboard.press("Shift");
    },
    endsAt: "elsewhere",
  },
  {
    name: "sends her answers",
    isScripted: true,
    leave: async (page, last) => {
      await choose({ page, language: sv }, last, 1);
      await press({ page, language: sv }, sv.words.asking.send);
    },
    endsAt: "here",
  },
];

for (const { name, isScripted, leave, endsAt } of leavings) {
  test(`a client ${name}: her browser's files hold neither a word that tells nor an answer`, async () => {
    const folder = newFolder();
    const key = await inProfile(folder, isScripted, async (context) => {
      await visitPlanted(context);
      const { page, key } = await answerHalf(context);
      const last = questionsTo(sv).at(-1);
      assert.ok(last);
      await waitForQuestionOf({ page, language: sv }, last);
      await leave(page, last);
      if (endsAt === "elsewhere") await page.waitForURL(given.leaveTo);
      else await page.getByRole("heading", { name: sv.words.neutral.thanks }).waitFor();
      assertNeutral(await historyOf(page));
      return key;
    });

    const found = wordsInProfile(folder, [plant.text, plant.title, plant.address, plant.stored]);
    assertFound(found, isScripted);
    const answers = ["V26=1", "V27=3", key];
    const told = wordsInProfile(folder, [...revealingWords, ...questionWords(), ...answers]);
    assert.deepEqual(
      told.filter((line) => !browsersOwn.has(line)),
      [],
    );
  });
}

/** The browser is closed after it, as a person closes hers: only then is all of it on the disk. */
async function inProfile<Result>(
  folder: string,
  javaScriptEnabled: boolean,
  act: (context: BrowserContext) => Promise<Result>,
): Promise<Result> {
  const context = await openProfile(folder, { javaScriptEnabled });
  try {
    return await act(context);
  } finally {
    await context.close();
  }
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "skillnad-profile-"));
  folders.push(folder);
  return folder;
}

/** All but the last question, in one browser window. */
async function answerHalf(context: BrowserContext): Promise<{ page: Page; key: string }> {
  const { link, pin } = await given.invite(await given.startCase());
  const page = await context.newPage();
  const client = { page, language: sv };
  await page.goto(`${given.origin}/e/${link}`);
  await enterDigits(client, pin);
  await press(client, sv.words.asking.start);
  for (const [index, asked] of questionsTo(sv).slice(0, -1).entries()) {
    await waitForQuestionOf(client, asked);
    await choose(client, asked, [1, 3, 2][index] ?? 1);
    await press(client, sv.words.asking.next);
  }
  const key = answerKeyIn(await page.content());
  assert.ok(key);
  return { page, key };
}

/** What the browser itself remembers of the window, as its history shows it. */
async function historyOf(page: Page) {
  const session = await page.context().newCDPSession(page);
  const { entries } = await session.send("Page.getNavigationHistory");
  await session.detach();
  return entries.map(({ url, title }) => ({ url, title }));
}

/** The language alone may be told. */
const neutralPath = /^\/e(\/(oppna|svar|lamna|klart(\?sprak=sv)?|9001[\w-]{22}))?$/;

function assertNeutral(entries: Awaited<ReturnType<typeof historyOf>>): void {
  const own = entries.filter(({ url }) => url.startsWith(given.origin));
  assert.ok(own.length > 1);
  for (const { url, title } of own) {
    assert.match(url.slice(given.origin.length), neutralPath);
    assert.ok(["", sv.words.neutral.title].includes(title), `${url}: «${title}»`);
  }
}

function questionWords(): readonly string[] {
  const texts = questionsTo(sv).flatMap(({ ask, options }) => [
    ask,
    ...options.map(({ text }) => text),
  ]);
  // What is as short as «Nej» stands in some file by chance.
  return texts.filter((text) => text.length >= 8);
}

/** The search is worth something only where it finds what a careless page leaves. */
function assertFound(found: readonly string[], isScripted: boolean): void {
  const words = [plant.text, plant.address, plant.title, ...(isScripted ? [plant.stored] : [])];
  const missed = words.filter((word) => !found.some((line) => line.startsWith(`«${word}»`)));
  assert.deepEqual(missed, [], found.join("\n"));
}

/** A page of the careless kind, in the same window's browser. */
async function visitPlanted(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto(planted.address);
  await page.goto(planted.address.replace("?", "/igen?"));
  await page.waitForTimeout(300);
  await page.close();
}

async function openPlanted() {
  const server = createServer((_, response) => {
    response.writeHead(200, {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "max-age=3600",
    });
    response.end(`<!doctype html><html lang="sv"><title>${plant.title}</title><p>${plant.text}</p>
<script>localStorage.setItem("a", "${plant.stored}")</script>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { server, address: `http://127.0.0.1:${port}/${plant.address}?a=1` };
}
