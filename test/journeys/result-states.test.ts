/** The pages of results where there is little to tell: each says why, and the one step that leads on. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { municipalityCode, strongRandomness, systemClock } from "#kernel";
import { type GivenMunicipality, givenMunicipality } from "#scenario";
import { type RunningServer, startServer } from "#server";
import { openTestStore, type TestStore } from "#store/testing";
import { filesFolder } from "../files-folder.ts";
import { openBrowser } from "./browser.ts";
import { pressAt, waitForHeading } from "./by-keyboard.ts";
import { assertCalm, sidewaysPixels } from "./calm-page.ts";
import { narrow, openWatchedPage, type Trouble, wide } from "./watched-page.ts";

const code = municipalityCode("9082");
const name = "Påhittköping";
const people = [
  ["Tove", "caseWorker"],
  ["Siv", "caseWorker"],
  ["Leila", "coordinator"],
  ["Birgitta", "committeeReader"],
] as const;

let store: TestStore;
let browser: Browser;
let server: RunningServer;
let place: GivenMunicipality;

before(async () => {
  [browser, store] = await Promise.all([openBrowser(), openTestStore()]);
  place = givenMunicipality(code, { seed: 5 })
    .withPerson("Birgitta", "committeeReader")
    .withPerson("Leila", "coordinator")
    .withUnit("Nystartad")
    .withWorker("Tove")
    .withUnit("Familjefrid")
    .withWorker("Siv")
    .withCases(7);
  await place.writtenTo(store);
  const started = await startServer({
    store,
    clock: systemClock,
    randomness: strongRandomness,
    environment: { port: 0, isPortChosen: true, origin: undefined },
    files: filesFolder(),
    demoAccounts: people.map(([person, role]) => ({
      account: place.person(person),
      name: person,
      role,
      unit: null,
      municipality: { code, name },
    })),
    release: null,
  });
  if (started.kind === "refused") throw new Error(JSON.stringify(started.problems));
  server = started.value;
});
after(async () => {
  await browser?.close();
  await server?.close();
  await store?.close();
});

type State = {
  readonly path: string;
  readonly heading: string | RegExp;
  /** What it says, and with what one gets on; the first that is seen of each. */
  readonly says: readonly (string | RegExp)[];
};

const nothingFrozen: readonly State[] = [
  {
    path: "/resultat?enhet=kommunen",
    heading: "Resultat",
    says: ["Här kommer kommunens resultat att stå", "Det gör den lokala samordnaren"],
  },
  {
    path: "/kommunen",
    heading: "Kommunens siffror",
    says: ["Här kommer kommunens egna siffror att stå", "Det gör den lokala samordnaren"],
  },
  { path: "/underlag", heading: "Underlag", says: ["Här kommer färdiga sidor att stå"] },
  { path: "/jamfor", heading: "Jämför", says: [/Här (kommer|kan|står|visas)/] },
  { path: "/riket", heading: /^Riket/, says: [/Här (kommer|kan|står|visas)/] },
];

test("a unit without cases reads what will stand there", async () => {
  await sees("Tove", [
    {
      path: "/resultat",
      heading: "Resultat",
      says: ["Här kommer enhetens resultat att stå", "Börja med ett nytt ärende"],
    },
    {
      path: "/utforska",
      heading: "Utforska",
      says: ["Här kommer svaret att stå", "Börja med ett nytt ärende"],
    },
    ...nothingFrozen,
  ]);
});

test("a unit with seven cases reads counts, and how many it takes for more", async () => {
  await sees("Siv", [
    {
      path: "/resultat",
      heading: "Resultat",
      says: ["7 av 30 ärenden.", /^Så säkert är det/, "svar visas fem åt gången"],
    },
    { path: "/utforska?visa=V10", heading: "Utforska", says: ["minst tio behövs"] },
  ]);
});

test("what is on its way is a shape, and what did not come says what to do", async () => {
  const { page } = await opened("Siv");
  let answer: (() => void) | undefined;
  const isHeld = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const results = /\/api\/units\/.+\/results/;
  await page.goto("/");
  await waitForHeading(page, "Start");
  await page.route(results, async (route) => {
    await isHeld;
    await route.continue();
  });
  await page.getByRole("link", { name: "Resultat", exact: true }).first().click();
  await page.getByRole("status", { name: "Sidan laddas" }).waitFor();
  assert.equal(await sidewaysPixels(page), 0);
  answer?.();
  await waitForHeading(page, "Resultat");
  await page.unroute(results);
  await page.route(results, (route) => route.fulfill({ status: 500, body: "" }));
  await page.reload();
  await waitForHeading(page, "Sidan kunde inte visas");
  await page.getByRole("button", { name: "Ladda om sidan" }).waitFor();
  await assertCalm(page);
  await page.context().close();
});

test("another unit's results are not there, as little as a unit that does not exist", async () => {
  const { page } = await opened("Siv");
  for (const unit of [place.unit("Nystartad"), "finns-inte"]) {
    await page.goto(`/resultat?enhet=${unit}`);
    await waitForHeading(page, "Sidan finns inte");
    await assertCalm(page);
  }
  await page.context().close();
});

test("a half-year of which nothing may be shown is not frozen, and whoever tried is told why", async () => {
  const { page } = await opened("Leila");
  await page.goto("/kommunen");
  await waitForHeading(page, "Kommunens siffror");
  await pressAt(page, page.getByRole("button", { name: /^Frys .* …$/ }));
  const dialog = page.getByRole("dialog");
  await pressAt(page, dialog.getByRole("button", { name: /^Frys/ }));
  await page.getByText("Halvåret har för få ärenden").waitFor();
  await assertCalm(page);
  await page.context().close();
});

async function sees(person: string, states: readonly State[]): Promise<void> {
  const { page, troubles } = await opened(person);
  for (const { path, heading, says } of states) {
    for (const viewport of [wide, narrow]) {
      await page.setViewportSize(viewport);
      await page.goto(path);
      await waitForHeading(page, heading);
      for (const sentence of says) await page.getByText(sentence).first().waitFor();
      await assertCalm(page);
    }
  }
  assert.deepEqual(troubles, []);
  await page.context().close();
}

async function opened(person: string): Promise<{ page: Page; troubles: readonly Trouble[] }> {
  const watched = await openWatchedPage(browser, server.address);
  const response = await watched.page.request.post("/api/demo-session", {
    headers: { Origin: server.address },
    data: { account: place.person(person), municipality: code },
  });
  assert.equal(response.status(), 201);
  return watched;
}
