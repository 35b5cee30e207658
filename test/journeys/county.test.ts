/** What a county and its municipalities read of a month that they asked in together, on screen and phone. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import type { Page } from "playwright-core";
import type { Role } from "#access";
import { addDays, instantOn, municipalityCode, swedishDay, systemClock } from "#kernel";
import { playCounty } from "#scenario";
import type { RoundsView } from "#server";
import { pressAt, tabTo } from "./by-keyboard.ts";
import { checkWithAxe } from "./check-with-axe.ts";
import { givenDemo, granviken } from "./given-demo.ts";

// Not in a hook: with the hook the folder would end that the published figures lie in.
const demo = await givenDemo();
after(() => demo.close());
const { store, world, origin } = demo;
await playCounty({
  server: { store, base: origin, origin },
  world,
  today: swedishDay(systemClock.now()),
  seed: 2026,
  signal: new AbortController().signal,
});
const published = await store.within(granviken, (tx) => tx.publishedReleases.list());
const round = published[0]?.round ?? assert.fail("nothing came back");

async function opened(role: Role, path: string, width: number): Promise<Page> {
  const context = await demo.browser.newContext({
    baseURL: demo.origin,
    viewport: { width, height: 900 },
    extraHTTPHeaders: { Origin: demo.origin },
    locale: "sv-SE",
  });
  const { account, municipality } = demo.account(role);
  const data = { account, municipality: municipality.code };
  assert.equal((await context.request.post("/api/demo-session", { data })).status(), 201);
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

for (const width of [1280, 390]) {
  test(`the county comes from its round to the figures, ${width} px wide`, async () => {
    const page = await opened("regionalLead", `/sammanstallning/${round}?steg=publicera`, width);
    const way = page.getByRole("link", { name: "Kommunerna tillsammans" });
    await way.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Kommunerna tillsammans" }).waitFor();
    await page.getByText(/sju kommuner var med\..*fem kommuner är med\./).waitFor();
    const places = page.getByRole("region", { name: "Hur många fick frågan i varje kommun" });
    assert.equal(await places.getByRole("rowheader", { name: "Granviken" }).count(), 2);
    assert.ok((await places.getByRole("cell", { name: "Inte med" }).count()) > 0);
    const sideways = page.getByText("Dra tabellen i sidled");
    assert.equal(await sideways.isVisible(), width === 390);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    assert.ok(overflow <= 0, `${overflow} px too wide`);
    assert.doesNotMatch((await page.locator("main").textContent()) ?? "", /[Rr]iket|ärenden/);
    assert.deepEqual(await checkWithAxe(page), []);
    await page.context().close();
  });
}

test("a municipality comes to them from its own month", async () => {
  const page = await opened("coordinator", `/fokusmanad/${round}-${granviken}/resultat`, 1280);
  await page.getByRole("link", { name: "kommunerna tillsammans" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Kommunerna tillsammans" }).waitFor();
  await page.context().close();
});

const comingId = "fokus-som-kommer";

/** A month that the county asks for, after the one that runs now; Granviken has agreed to take part. */
async function askForNextMonth(county: Page, coordinator: Page): Promise<void> {
  const today = swedishDay(systemClock.now());
  const [from, through] = [addDays(today, 30), addDays(today, 50)];
  const { codebooks } = (await (await county.request.get("/api/rounds")).json()) as RoundsView;
  const codebook = codebooks.find(({ counts }) => counts === "meetings") ?? assert.fail();
  const { id, version } = codebook;
  const post = async (by: Page, path: string, data: object) => {
    const answer = await by.request.post(path, { data });
    assert.ok(answer.ok(), await answer.text());
  };
  await post(county, "/api/rounds", {
    ...{ id: comingId, name: "Fokusmånaden som kommer", from, through, interimDays: [] },
    ...{ cutOff: instantOn(addDays(through, 30), 0), codebook: { id, version }, level: "counts" },
    ...{ legalBasis: "Påhittad grund.", purpose: "Länets fokusmånad." },
  });
  const participants = [{ code: granviken, name: "Granviken", county: "91" }];
  await post(county, `/api/rounds/${comingId}/participants`, { participants });
  const text = await (await county.request.get(`/api/rounds/${comingId}/invitation`)).text();
  await post(coordinator, "/api/agreements", {
    ...{ text, level: "counts", decidedBy: "Socialchef", decidedOn: today, reference: "SN 1" },
  });
}

test("a municipality lets the county see how its month goes, by keyboard; the county reads it in tens", async () => {
  const county = await opened("regionalLead", "/sammanstallning", 1280);
  const page = await opened("coordinator", "/fokusmanad", 1280);
  await askForNextMonth(county, page);
  await page.reload();
  await pressAt(page, page.getByRole("link", { name: "Planera", exact: true }));
  const choice = page.getByLabel("Länet får se ungefär hur många möten ni noterar medan");
  await tabTo(page, choice);
  assert.equal(await choice.isChecked(), false);
  await page.keyboard.press("Space");
  const [unit = assert.fail()] = await page.getByRole("group", { name: /enheter/i }).all();
  await tabTo(page, unit.getByRole("checkbox").first());
  await page.keyboard.press("Space");
  await tabTo(page, page.getByLabel("Verksamhet").first());
  await page.keyboard.press("ArrowDown");
  await pressAt(page, page.getByRole("button", { name: "Spara" }));
  await page.getByRole("heading", { level: 1, name: "Fokusmånaden som kommer" }).waitFor();
  const planned = await store.within(granviken, ({ screening }) => screening.campaigns());
  const told = planned.map(({ round, tellsReceiver }) => ({ round, tellsReceiver }));
  assert.ok(isOneOf(told, { round: comingId, tellsReceiver: true }), JSON.stringify(told));
  await page.context().close();

  await county.goto(`/sammanstallning/${comingId}?steg=deltagare`);
  await county.getByText("Ingen har visat något ännu.").waitFor();
  const { municipality } = demo.account("regionalLead");
  await store.within(municipalityCode(municipality.code), async ({ rounds }) => {
    const [participant = assert.fail()] = await rounds.participants(comingId);
    const at = systemClock.now();
    const meetings = { units: 3, noted: 2, expected: 120, meetings: 40 };
    const participation = { ...meetings, day: swedishDay(at), at };
    await rounds.saveParticipant(comingId, { ...participant, participation });
  });
  for (const width of [1280, 390]) {
    await county.setViewportSize({ width, height: 900 });
    await county.reload();
    const row = county.getByRole("row", { name: /2 av 3.*minst 40 av 120 väntade/ });
    await row.getByRole("rowheader", { name: "Granviken" }).waitFor();
    assert.deepEqual(await checkWithAxe(county), []);
    const overflow = await county.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    assert.ok(overflow <= 0, `${overflow} px too wide`);
  }
  await county.context().close();
});

function isOneOf(all: readonly object[], one: object): boolean {
  return all.some((each) => isDeepStrictEqual(each, one));
}

test("what was published of no round, or is not here, is said in a sentence", async () => {
  const page = await opened("coordinator", "/fokusmanad/lan/fokus-1999-01", 1280);
  await page.getByText(/Det finns inga publicerade siffror från den omgången/).waitFor();
  await page.context().close();
});
