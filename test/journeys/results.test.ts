import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import type { Role } from "#access";
import { effectiveCodebooks } from "#codebook";
import { accountId, halfYearOf, isoDate, systemClock } from "#kernel";
import type { LocalResultsView, UnitResultsView } from "#server";
import { codebookShelf, freezeInStore } from "#server";
import { pressAt, tabTo, waitForHeading } from "./by-keyboard.ts";
import { assertCalm } from "./calm-page.ts";
import { type GivenDemo, givenDemo, granviken } from "./given-demo.ts";
import { narrow, openWatchedPage, type Trouble } from "./watched-page.ts";

/** «Resultat»: exact for those who work with a unit's cases, the municipality's protected for the others. */
let demo: GivenDemo;

before(async () => {
  demo = await givenDemo();
});
after(() => demo.close());

test("before anything is frozen, those outside the units read what will stand there", async () => {
  const { page, troubles } = await opened("analyst");
  await page.getByText("Här kommer kommunens resultat att stå").waitFor();
  await page.getByText("Det gör den lokala samordnaren eller en enhetschef").waitFor();
  await assertCalm(page);
  assert.deepEqual(troubles, []);
  await page.context().close();
});

test("a case worker sees the unit's own, exact, and chooses a group by keyboard", async () => {
  const { page, troubles, asked } = await opened("caseWorker");
  await page.getByText("Får ej spridas").waitFor();
  const told = await unitTold(page, asked);
  await page.getByText(plain(`${told.cases} ärenden, ${told.closed} avslutade`)).waitFor();
  assert.equal(plain(await page.locator(".results-headline").innerText()), told.results.headline);
  const sections = page.locator(".results-section > h2");
  assert.deepEqual(
    await sections.allInnerTexts(),
    told.results.sections.map(({ label }) => label.sv),
  );
  assert.equal(new URL(page.url()).search, "");

  const group = page.getByLabel("Grupp");
  await tabTo(page, group);
  await page.keyboard.press("ArrowDown");
  const [first] = told.groups;
  assert.ok(first);
  await page.waitForURL((url) => url.searchParams.get("grupp") === first.id);
  await page.getByRole("status").getByText(first.label.sv).waitFor();
  assert.ok(await group.evaluate((element) => element === document.activeElement));
  await page.goBack();
  await page.getByRole("status").getByText("Alla ärenden").waitFor();
  assert.equal(await group.inputValue(), "");
  assert.equal(await page.title(), "Resultat · Skillnad");
  assert.deepEqual(troubles, []);
  await page.context().close();
});

test("the unit's exact figures are not printed: paper says where there is something to print", async () => {
  const { page } = await opened("caseWorker");
  await page.locator(".results-headline").waitFor();
  await page.emulateMedia({ media: "print" });
  const printed = plain(await page.getByRole("main").innerText());
  assert.equal(printed.replace(/ Det som får skrivas ut.*/, ""), onPaper);
  await page.context().close();
});

test("each link of the page's contents ends at its heading, though pictures on the way are laid out late", async () => {
  const { page } = await opened("caseWorker");
  const links = page.getByRole("navigation", { name: "På sidan" }).getByRole("link");
  await links.first().waitFor();
  const chapters = (await links.all()).slice(0, -1);
  assert.ok(chapters.length > 3);
  for (const link of chapters) {
    const heading = page.getByRole("heading", { level: 2, name: await link.innerText() });
    await link.focus();
    await page.keyboard.press("Enter");
    await heading.and(page.locator(":target")).waitFor();
    await page.waitForTimeout(600);
    const top = await heading.evaluate((element) => element.getBoundingClientRect().top);
    const isAtEnd = await page.evaluate(
      () => window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 2,
    );
    assert.ok(isAtEnd || (top >= 0 && top < 200), `${await heading.innerText()}: ${top}`);
  }
  await page.context().close();
});

test("whoever follows a link to the earlier page comes right, with the unit that it names", async () => {
  const { page, asked } = await opened("unitManager");
  const { unit } = await unitTold(page, asked);
  await page.goto(`/figurer?enhet=${unit.id}`);
  await page.waitForURL((url) => url.pathname === "/resultat");
  await waitForHeading(page, "Resultat");
  assert.equal(new URL(page.url()).searchParams.get("enhet"), unit.id);
  await page.context().close();
});

test("who has neither a unit nor a municipality's figures is led to the nation", async () => {
  const { page } = await opened("nationalAnalyst", "Riket");
  assert.equal(new URL(page.url()).pathname, "/riket");
  const pages = page.getByRole("navigation", { name: "Resultat" });
  assert.deepEqual(await pages.getByRole("link", { name: "Resultat" }).count(), 0);
  assert.equal(await pages.locator("[aria-current=page]").innerText(), "Riket");
  await page.context().close();
});

test("once frozen, a coordinator, an analyst and the committee read the municipality's", async () => {
  await freeze();
  for (const role of ["coordinator", "analyst", "committeeReader"] as const) {
    const { page, troubles, asked } = await opened(role);
    await page
      .getByText("De som arbetar med enhetens ärenden ser enhetens egna siffror.")
      .waitFor();
    assert.equal(await page.getByText("Får ej spridas").count(), 0);
    const path = asked.find((each) => /^\/api\/local-releases\/.+\/results$/.test(each));
    assert.ok(path);
    const told: LocalResultsView = await (await page.request.get(path)).json();
    const panels = told.results.sections.flatMap((section) => section.panels);
    assert.ok([told.results.strip, ...panels].every(({ lane }) => lane === "safe"));
    assert.equal(plain(await page.locator(".results-headline").innerText()), told.results.headline);
    assert.deepEqual(
      asked.filter((each) => each.startsWith("/api/units/")),
      [],
      role,
    );
    await assertCalm(page);
    await page.setViewportSize(narrow);
    await assertCalm(page);
    assert.deepEqual(troubles, []);
    await page.context().close();
  }
});

test("a case worker goes to the municipality's by a link, and back", async () => {
  const { page } = await opened("caseWorker");
  await pressAt(page, page.getByRole("link", { name: "Kommunens halvårssiffror" }));
  await page.getByText("Halvårssiffror för hela kommunen").waitFor();
  assert.equal(await page.getByText("Får ej spridas").count(), 0);
  await pressAt(page, page.getByRole("link", { name: "Enhetens egna siffror" }));
  await page.getByText("Får ej spridas").waitFor();
  await page.context().close();
});

const onPaper = "Resultat Enhetens exakta siffror skrivs inte ut.";

type Opened = {
  readonly page: Page;
  readonly troubles: readonly Trouble[];
  /** Every path of the server that the page has asked for. */
  readonly asked: readonly string[];
};

async function opened(role: Role, heading = "Resultat"): Promise<Opened> {
  const { page, troubles } = await openWatchedPage(demo.browser, demo.origin);
  const { account, municipality } = demo.account(role);
  const response = await page.request.post("/api/demo-session", {
    headers: { Origin: demo.origin },
    data: { account, municipality: municipality.code },
  });
  assert.equal(response.status(), 201);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto("/resultat");
  await waitForHeading(page, heading);
  return { page, troubles, asked };
}

async function unitTold(page: Page, asked: readonly string[]): Promise<UnitResultsView> {
  const path = asked.find((each) => /^\/api\/units\/.+\/results$/.test(each));
  assert.ok(path);
  return (await page.request.get(path)).json();
}

/** The round's last half-year, as the demo freezes it. */
async function freeze(): Promise<void> {
  const { account, municipality } = demo.account("coordinator");
  const problems = await freezeInStore(demo.store, codebookShelf(effectiveCodebooks()), {
    municipality: { code: granviken, name: municipality.name },
    halfYear: halfYearOf(isoDate("2023-12-31")),
    by: accountId(account),
    at: systemClock.now(),
  });
  assert.deepEqual(problems, []);
}

/** Thin and unbreakable spaces as plain ones. */
function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
