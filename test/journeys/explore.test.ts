import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import type { Role } from "#access";
import type { SessionView } from "#server";
import { hasFocus, pressAt, tabTo, typeAt, waitForHeading } from "./by-keyboard.ts";
import { assertCalm } from "./calm-page.ts";
import { type GivenDemo, givenDemo } from "./given-demo.ts";
import { narrow, openWatchedPage, type Trouble } from "./watched-page.ts";

let demo: GivenDemo;
before(async () => {
  demo = await givenDemo({ isPublished: true });
});
after(() => demo.close());

async function signedIn(
  role: Role,
): Promise<{ readonly page: Page; readonly troubles: readonly Trouble[] }> {
  const { page, troubles } = await openWatchedPage(demo.browser, demo.origin);
  const { account, municipality } = demo.account(role);
  const response = await page.request.post("/api/demo-session", {
    headers: { Origin: demo.origin },
    data: { account, municipality: municipality.code },
  });
  assert.equal(response.status(), 201);
  return { page, troubles };
}

function choice(page: Page, name: string): Locator {
  return page.getByRole("search", { name: "Frågan" }).getByRole("combobox", { name });
}

function answerIn(page: Page): Locator {
  return page.getByRole("region", { name: "Svaret" }).getByRole("heading", { level: 2 });
}

async function ownUnit(page: Page): Promise<string> {
  const session = (await (await page.request.get("/api/session")).json()) as SessionView;
  return session.grants.flatMap(({ unit }) => unit ?? [])[0]?.id ?? assert.fail("no unit");
}

test("an answer comes first; each choice gives another by keyboard alone, and Back takes it back", async () => {
  const { page, troubles } = await signedIn("caseWorker");
  await page.goto("/utforska");
  await waitForHeading(page, "Utforska");
  const first = await answerIn(page).innerText();
  await page.getByText("Får ej spridas").first().waitFor();

  const division = choice(page, "Uppdelat på?");
  await tabTo(page, division);
  await division.selectOption({ label: "Kön" });
  await page.waitForURL(/uppdelat=V01/);
  await page.getByRole("status").filter({ hasText: "efter «Kön»" }).waitFor();
  assert.ok(await hasFocus(division), "the list keeps focus");
  const second = await answerIn(page).innerText();
  assert.notEqual(second, first);
  await assertCalm(page);

  await page.goBack();
  await page.getByRole("heading", { level: 2, name: first }).waitFor();
  assert.equal(await division.inputValue(), "");

  await pressAt(page, page.getByText(/^Tabell/).first());
  await page
    .getByRole("table")
    .first()
    .getByRole("row", { name: /Vet ej/ })
    .waitFor();
  await page.setViewportSize(narrow);
  await assertCalm(page);
  assert.deepEqual(troubles, []);
  await page.context().close();
});

test("a view is saved, opened again with whether it is the same, and taken away", async () => {
  const { page, troubles } = await signedIn("caseWorker");
  await page.goto("/utforska?visa=V10&uppdelat=V11");
  await waitForHeading(page, "Utforska");
  await typeAt(page, "Spara vyn som", "Grovt våld och heder");
  await page.keyboard.press("Enter");
  await page.getByText("«Grovt våld och heder» är sparad.").waitFor();

  await page.goto("/utforska");
  await waitForHeading(page, "Utforska");
  const saved = page.getByRole("region", { name: "Sparade vyer" });
  await pressAt(page, saved.getByRole("link", { name: "Grovt våld och heder" }));
  await page.waitForURL(/vy=/);
  const told = page.getByRole("region", { name: "Svaret" });
  await told.getByText("Samma uppgifter som när vyn sparades.").waitFor();
  assert.equal(await choice(page, "Uppdelat på?").inputValue(), "V11");
  assert.ok(!/M-\w{4}/.test(page.url()));

  const unit = await ownUnit(page);
  const started = await page.request.post("/api/cases", {
    headers: { Origin: demo.origin, "Idempotency-Key": "explore-journey" },
    data: { startedOn: "2026-01-12", unit },
  });
  assert.equal(started.status(), 201);
  await page.reload();
  await told.getByText(/^Uppgifterna har ändrats sedan vyn sparades/).waitFor();

  await pressAt(page, saved.getByRole("button", { name: "Ta bort Grovt våld och heder" }));
  await saved.getByText("«Grovt våld och heder» är borttagen.").waitFor();
  await saved.getByRole("link").waitFor({ state: "detached" });
  assert.ok(await hasFocus(saved.getByRole("heading", { name: "Sparade vyer" })));
  assert.deepEqual(troubles, []);
  await page.context().close();
});

test("an address that one may not open leads on to what everybody may see", async () => {
  const worker = await signedIn("caseWorker");
  const unit = await ownUnit(worker.page);
  await worker.page.context().close();
  const { page, troubles } = await signedIn("committeeReader");
  const told: string[] = [];
  for (const asked of [unit, "nowhere"]) {
    await page.goto(`/utforska?siffror=unit:${asked}`);
    await waitForHeading(page, "Utforska");
    await page.getByText("Siffrorna finns inte, eller så har du inte tillgång till dem.").waitFor();
    told.push(await page.getByRole("main").innerText());
  }
  assert.equal(told[0], told[1]);
  await assertCalm(page);
  await pressAt(page, page.getByRole("link", { name: /^Riket/ }).last());
  await page.waitForURL(/siffror=nation/);
  await answerIn(page).waitFor();
  assert.equal(await page.getByText("Får ej spridas").count(), 0);
  assert.deepEqual(troubles, []);
  await page.context().close();
});

test("exact figures are on no paper; protected ones are", async () => {
  const { page } = await signedIn("unitManager");
  await page.goto("/utforska?visa=V10&uppdelat=V01");
  await waitForHeading(page, "Utforska");
  const title = await answerIn(page).innerText();
  await page.emulateMedia({ media: "print" });
  const printed = await page.locator("body").innerText();
  assert.ok(!printed.includes(title));
  assert.ok(printed.includes("Exakta siffror skrivs inte ut."));
  await page.emulateMedia({ media: "screen" });
  await choice(page, "Vilka siffror?").selectOption("nation");
  await page.waitForURL(/siffror=nation/);
  await page.goto("/utforska?siffror=nation&visa=V10");
  await waitForHeading(page, "Utforska");
  const safe = await answerIn(page).innerText();
  await page.emulateMedia({ media: "print" });
  assert.ok((await page.locator("body").innerText()).includes(safe));
  await page.context().close();
});
