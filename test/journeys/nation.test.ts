import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import type { Role } from "#access";
import type { Figure } from "#report";
import type { Nation, NationRegionView, NationView, SessionView, UnitFigures } from "#server";
import { hasFocus, pressAt, tabTo, waitForHeading } from "./by-keyboard.ts";
import { assertCalm } from "./calm-page.ts";
import { type GivenDemo, givenDemo } from "./given-demo.ts";
import { openWatchedPage, type Trouble } from "./watched-page.ts";

let demo: GivenDemo;

before(async () => {
  demo = await givenDemo({ isPublished: true });
});
after(() => demo.close());

test("a committee reader finds the nation's figures, and no unit's", async () => {
  const { page, troubles, asked } = await signedIn("committeeReader");
  await page.goto("/");
  await waitForHeading(page, "Start");
  await pressAt(page, page.getByRole("main").getByRole("link", { name: "Riket", exact: true }));
  const nation = await nationTold(page);
  await waitForNation(page);
  await page.getByText(`${nation.municipalities} kommuner`).waitFor();

  const sections = chapters(page);
  const told = nation.chapters.filter(({ figures }) => figures.length > 0);
  assert.deepEqual(
    await sections.getByRole("heading", { level: 2 }).allTextContents(),
    told.map(({ label }) => label.sv),
  );
  for (const [index, { figures }] of told.entries()) {
    const titles = await sections.nth(index).getByRole("heading", { level: 3 }).allTextContents();
    assert.deepEqual(
      titles.map(withoutMarks),
      figures.map(({ message }) => message.trim()),
    );
  }
  assert.equal(await page.locator(".unit-beside").count(), 0);
  assert.equal(await page.getByRole("checkbox").count(), 0);
  assert.ok(!(await page.locator("body").innerText()).includes("spridas"));
  assert.deepEqual(
    asked.filter((path) => path.startsWith("/api/units/")),
    [],
  );
  assert.deepEqual(troubles, []);
  await page.context().close();
});

test("what may not be shown is two dots, said in words to those who listen, and explained once", async () => {
  const { page } = await signedIn("analyst");
  await page.goto("/riket");
  await waitForNation(page);
  const explained = "Uppgiften visas inte, eftersom någon skulle kunna kännas igen.";
  const figures = (await nationTold(page)).chapters.flatMap((chapter) => chapter.figures);
  const articles = page.getByRole("article");
  assert.equal(await articles.count(), figures.length);
  for (const [index, figure] of figures.entries()) {
    const article = articles.nth(index);
    const text = (await article.textContent()) ?? "";
    assert.equal(text.split(explained).length - 1, hidesSomething(figure) ? 1 : 0, figure.id);
    const hidden = figure.rows.filter(({ count }) => count === null).length;
    if (hidden > 0 && (await article.locator("table").count()) > 0) {
      assert.ok((await article.getByText("visas inte", { exact: true }).count()) >= hidden);
    }
  }
  await page.context().close();
});

test("a case worker sees the unit's exact figures beside, and switches them off", async () => {
  const { page, troubles, asked } = await signedIn("caseWorker");
  await page.goto("/");
  await goToPageOfNation(page);
  await page.getByText("Får ej spridas").waitFor();
  await assertCalm(page);

  const { unit, indicators, variables } = await unitTold(page);
  const women = indicators.find(({ id }) => id === "women");
  assert.ok(women?.value);
  const told = `${Math.round(women.value * 100)} procent, ${women.numerator} av ${women.denominator} ärenden`;
  const line = page.locator("p.unit-beside").first();
  assert.equal(plain(await line.innerText()), `Er enhet (${unit.name}): ${told}`);

  const lines = await page.locator("p.unit-beside").count();
  const units = [...indicators, ...variables].map(({ id }) => id);
  const common = (await nationTold(page)).chapters.flatMap(({ figures }) =>
    figures.filter(({ id }) => units.includes(id)),
  );
  assert.equal(lines, common.length);

  await pressAt(page, page.getByText("Tabell", { exact: false }).first());
  const table = page.getByRole("table").first();
  await table.getByRole("columnheader", { name: unit.name }).waitFor();

  const views = asked.filter((path) => path.startsWith("/api/units/")).length;
  await tabTo(page, page.getByRole("checkbox", { name: /^Visa bredvid/ }));
  await page.keyboard.press("Space");
  await page.locator(".unit-beside").first().waitFor({ state: "detached" });
  assert.equal(await table.getByRole("columnheader", { name: unit.name }).count(), 0);
  assert.equal(await page.getByText("Får ej spridas").count(), 0);
  assert.equal(asked.filter((path) => path.startsWith("/api/units/")).length, views);
  await assertCalm(page);
  assert.deepEqual(troubles, []);
  await page.context().close();
});

test("the keyboard reaches every chapter, every table and every method", async () => {
  const { page } = await signedIn("nationalAnalyst");
  await page.goto("/");
  await goToPageOfNation(page);
  const { chapters: told } = await nationTold(page);
  const contents = page.getByRole("navigation", { name: "På sidan" });
  const last = told.filter(({ figures }) => figures.length > 0).at(-1);
  await pressAt(page, contents.getByRole("link", { name: last?.label.sv ?? "", exact: true }));
  await page.waitForURL(/#kapitel-/);
  const first = page.getByRole("article").first().locator("summary");
  for (const summary of await first.all()) {
    await pressAt(page, summary);
    assert.ok(await hasFocus(summary));
    await summary.locator("xpath=following-sibling::*").first().waitFor();
  }
  const summaries = page.getByRole("article").locator("summary");
  const reached = await summaries.evaluateAll((all) =>
    all.every((each) => (each as HTMLElement).tabIndex === 0),
  );
  assert.ok(reached);
  await page.context().close();
});

test("on paper stands what is published, and nothing of the unit", async () => {
  const { page } = await signedIn("unitManager");
  await page.goto("/riket");
  await waitForNation(page);
  await page.locator("p.unit-beside").first().waitFor();
  await page.locator("details").evaluateAll((all) => {
    for (const each of all.slice(0, 8)) each.setAttribute("open", "");
  });
  await page.emulateMedia({ media: "print" });
  const printed = await page.locator("body").innerText();
  assert.ok(!printed.includes("Er enhet"));
  assert.ok(!printed.includes("spridas"));
  assert.ok(!printed.includes((await unitTold(page)).unit.name));
  assert.equal(await page.locator(".unit-beside").filter({ visible: true }).count(), 0);
  assert.ok(printed.includes("Påhittade uppgifter."));
  const [chapter] = (await nationTold(page)).chapters;
  assert.ok(printed.includes(chapter?.label.sv ?? "?"));
  assert.ok(printed.includes(chapter?.figures[0]?.message ?? "?"));
  assert.equal(await page.getByRole("navigation").count(), 0);
  assert.equal(await page.getByRole("button").count(), 0);

  const [width = 0, height = 0] = sheetOf(await page.pdf({ preferCSSPageSize: true }));
  assert.deepEqual([Math.round(width), Math.round(height)], a4InPoints);
  await page.context().close();
});

test("an area and a municipality are chosen by name, told on their own base, with the nation beside", async () => {
  const { page, troubles, asked } = await signedIn("committeeReader");
  await page.goto("/riket");
  await waitForNation(page);
  const { regions, verdict } = await nationTold(page);
  const [area, ...municipalities] = regions;
  assert.ok(area && municipalities.length > 3);
  await page.getByText(`Prövat före publicering: ${verdict}.`).waitFor();

  const choice = page.getByRole("combobox", { name: "Visa" });
  assert.deepEqual(await choice.getByRole("option").allTextContents(), [
    "Riket",
    ...inGroups(regions),
  ]);
  await choice.focus();
  await choice.selectOption({ label: area.name });
  await waitForHeading(page, new RegExp(`^${area.name}, `));
  assert.ok(page.url().endsWith(`/riket?plats=${area.id}`));
  assert.ok(await hasFocus(choice));

  for (const { id, name } of [area, ...municipalities]) {
    await page.goto(`/riket?plats=${id}`);
    await waitForHeading(page, new RegExp(`^${name}, `));
    const { chapters } = await regionTold(page, id);
    const figures = chapters.flatMap((chapter) => chapter.figures);
    const shown = figures.filter(({ certainty }) => certainty !== "hidden");
    assert.deepEqual(
      (await page.getByRole("article").getByRole("heading", { level: 3 }).allTextContents()).map(
        withoutMarks,
      ),
      shown.map(({ message }) => message.trim()),
    );
    const isNothing = shown.length === 0;
    assert.equal(await page.getByText("Här visas inga siffror för").count(), isNothing ? 1 : 0);
    assert.equal(
      await page
        .locator(".chain")
        .getByText(/tillfrågade|med svar/)
        .count(),
      0,
    );
    await page.setViewportSize({ width: isNothing ? 320 : 390, height: 800 });
    await assertCalm(page);
  }
  assert.equal(await page.getByRole("checkbox").count(), 0);
  assert.deepEqual(
    asked.filter((path) => path.startsWith("/api/units/")),
    [],
  );
  assert.deepEqual(troubles, []);
  await page.context().close();
});

test("why not everything is shown unfolds by keyboard, and a place prints on A4", async () => {
  const { page } = await signedIn("caseWorker");
  await page.goto("/riket");
  await waitForNation(page);
  const [area] = (await nationTold(page)).regions;
  await page.goto(`/riket?plats=${area?.id}`);
  await waitForHeading(page, new RegExp(`^${area?.name}, `));
  assert.equal(await page.locator("p.unit-beside").count(), 0);
  await pressAt(page, page.getByText("Därför visas inte allt", { exact: true }));
  await page.getByText("försökte ett annat program räkna fram det dolda").waitFor();
  await assertCalm(page);

  await page.emulateMedia({ media: "print" });
  assert.equal(await page.getByRole("combobox").count(), 0);
  const [width = 0, height = 0] = sheetOf(await page.pdf({ preferCSSPageSize: true }));
  assert.deepEqual([Math.round(width), Math.round(height)], a4InPoints);
  await page.context().close();
});

test("a place that no release tells of is a page that is not there", async () => {
  const { page } = await signedIn("analyst");
  await page.goto("/riket?plats=9999");
  await waitForHeading(page, "Sidan finns inte");
  await page.context().close();
});

test("where nothing is published yet, the page says what will stand there and who makes it", async () => {
  const { page, troubles } = await signedIn("committeeReader");
  const nothing: NationView = { nation: null };
  await page.route("**/api/nation", (route) => route.fulfill({ json: nothing }));
  await page.goto("/riket");
  await waitForHeading(page, "Riket");
  await page.getByText("Ingen sammanställning är publicerad ännu.").waitFor();
  await assertCalm(page);
  assert.deepEqual(troubles, []);
  await page.context().close();
});

const a4InPoints = [595, 842];

/** Width and height of the first sheet, in points. */
function sheetOf(pdf: Buffer): readonly number[] {
  const box = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(pdf.toString("latin1"));
  return (box ?? []).slice(1).map(Number);
}

type SignedIn = {
  readonly page: Page;
  readonly troubles: readonly Trouble[];
  /** Every path of the server that the page has asked for. */
  readonly asked: readonly string[];
};

async function signedIn(role: Role): Promise<SignedIn> {
  const { page, troubles } = await openWatchedPage(demo.browser, demo.origin);
  const { account, municipality } = demo.account(role);
  const response = await page.request.post("/api/demo-session", {
    headers: { Origin: demo.origin },
    data: { account, municipality: municipality.code },
  });
  assert.equal(response.status(), 201);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  return { page, troubles, asked };
}

async function nationTold(page: Page): Promise<Nation> {
  const { nation } = (await (await page.request.get("/api/nation")).json()) as NationView;
  assert.ok(nation);
  return nation;
}

async function regionTold(page: Page, region: string): Promise<NationRegionView> {
  return (await page.request.get(`/api/nation/regions/${region}`)).json();
}

/** Areas, then the municipalities under theirs. */
function inGroups(regions: Nation["regions"]): readonly string[] {
  const areas = regions.filter(({ level }) => level === "area");
  const below = areas.flatMap(({ id }) => regions.filter(({ area }) => area === id));
  return [...areas, ...below].map(({ name }) => name);
}

async function unitTold(page: Page): Promise<UnitFigures> {
  const session = (await (await page.request.get("/api/session")).json()) as SessionView;
  const [unit] = session.grants.flatMap((grant) => grant.unit ?? []);
  return (await page.request.get(`/api/units/${unit?.id}/figures`)).json();
}

async function waitForNation(page: Page): Promise<void> {
  await waitForHeading(page, /^Riket \d{4}/);
}

async function goToPageOfNation(page: Page): Promise<void> {
  await waitForHeading(page, "Start");
  const menu = page.getByRole("navigation", { name: "Sidor" });
  await pressAt(page, menu.getByRole("link", { name: "Resultat" }));
  // Who has no municipality's figures to read comes to the nation at once.
  await waitForHeading(page, /^(?:Resultat|Riket)/);
  const pages = page.getByRole("navigation", { name: "Resultat" });
  await pressAt(page, pages.getByRole("link", { name: "Riket" }));
  await waitForNation(page);
}

function chapters(page: Page): Locator {
  return page.locator(".nation-chapter");
}

function withoutMarks(title: string): string {
  return title.replace(/\s*rekonstruerad$/, "").trim();
}

/** Thin and unbreakable spaces as plain ones. */
function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function hidesSomething({ certainty, base, rows, numerator, denominator, kind, beside }: Figure) {
  const counts = (side: { readonly rows: Figure["rows"]; readonly base: Figure["base"] }) => [
    ...Object.values(side.base),
    ...side.rows.map(({ count }) => count),
  ];
  const parts = kind === "frequencies" ? [] : [numerator, denominator];
  const besides = beside
    ? [...counts(beside), ...(kind === "frequencies" ? [] : [beside.numerator, beside.denominator])]
    : [];
  return certainty === "hidden" || [...counts({ base, rows }), ...parts, ...besides].includes(null);
}
