/** What is done with figures that are told: taken away as a table, kept as a question, written beside. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import type { Role } from "#access";
import type { DocumentView, SavedViews } from "#server";
import { pressAt, waitForHeading } from "./by-keyboard.ts";
import { assertCalm } from "./calm-page.ts";
import { type GivenDemo, givenDemo, granviken } from "./given-demo.ts";
import { narrow, openWatchedPage, type Trouble } from "./watched-page.ts";

let demo: GivenDemo;
before(async () => {
  demo = await givenDemo({ isPublished: true });
});
after(() => demo.close());

type Opened = { readonly page: Page; readonly troubles: readonly Trouble[] };

async function signedIn(role: Role): Promise<Opened> {
  const { page, troubles } = await openWatchedPage(demo.browser, demo.origin, narrow);
  const { account, municipality } = demo.account(role);
  const response = await page.request.post("/api/demo-session", {
    headers: { Origin: demo.origin },
    data: { account, municipality: municipality.code },
  });
  assert.equal(response.status(), 201);
  return { page, troubles };
}

async function exports(): Promise<number> {
  const entries = await demo.store.within(granviken, (tx) => tx.audit.list(0, 100_000));
  return entries.filter(({ action }) => action === "table.exported").length;
}

for (const [path, heading] of [
  ["/riket", "Riket"],
  ["/jamfor", "Jämför"],
  ["/utforska?siffror=nation&visa=V10", "Utforska"],
] as const) {
  test(`at 390 px a table of ${path} is unfolded, taken in both forms, and folded again`, async () => {
    const { page, troubles } = await signedIn("analyst");
    await page.goto(path);
    await page.getByRole("heading", { level: 1, name: new RegExp(`^${heading}`) }).waitFor();
    const summary = page
      .locator("summary")
      .filter({ hasText: /^Tabell/ })
      .first();
    await pressAt(page, summary);
    const links = page.locator("details[open] .table-files").first().getByRole("link");
    await links.first().waitFor();
    const before = await exports();
    const files: string[] = [];
    for (const link of await links.all()) {
      const response = await page.request.get((await link.getAttribute("href")) ?? "");
      assert.equal(response.status(), 200);
      assert.match(response.headers()["content-type"] ?? "", /^text\/csv/);
      assert.match(
        response.headers()["content-disposition"] ?? "",
        /^attachment; filename=".+\.csv"$/,
      );
      files.push(await response.text());
    }
    assert.deepEqual(
      files.map((text) => /^[^\r]*?([;,])/.exec(text)?.[1]),
      [";", ","],
    );
    assert.equal((await exports()) - before, 2);
    await assertCalm(page);
    // A finger reaches what folds it.
    await summary.click();
    await links.first().waitFor({ state: "hidden" });
    assert.deepEqual(troubles, []);
    await page.context().close();
  });
}

test("a unit's exact table is no file", async () => {
  const { page } = await signedIn("caseWorker");
  await page.goto("/utforska?visa=V10");
  await waitForHeading(page, "Utforska");
  await page
    .locator("summary")
    .filter({ hasText: /^Tabell/ })
    .first()
    .click();
  await page.getByRole("table").first().waitFor();
  assert.equal(await page.locator(".table-files").count(), 0);
  await page.context().close();
});

test("a view is saved once, however often the button is pressed", async () => {
  const { page, troubles } = await signedIn("unitManager");
  await page.goto("/utforska?siffror=nation&visa=V10");
  await waitForHeading(page, "Utforska");
  await page.getByLabel("Spara vyn som").fill("Grovt våld i riket");
  await page.getByRole("button", { name: "Spara vyn" }).dblclick();
  await page.getByText("«Grovt våld i riket» är sparad.").waitFor();
  const saved = page.getByRole("region", { name: "Sparade vyer" });
  await saved.getByRole("link", { name: "Grovt våld i riket" }).waitFor();
  const { views } = (await (await page.request.get("/api/saved-views")).json()) as SavedViews;
  assert.deepEqual(
    views.map(({ name }) => name),
    ["Grovt våld i riket"],
  );
  assert.deepEqual(troubles, []);
  await page.context().close();
});

test("the address goes back and forward through the questions, and each has its own answer", async () => {
  const { page, troubles } = await signedIn("analyst");
  await page.goto("/utforska?siffror=nation&visa=V10");
  await waitForHeading(page, "Utforska");
  const answer = page.getByRole("region", { name: "Svaret" }).getByRole("heading", { level: 2 });
  const first = await answer.first().innerText();
  const show = page.getByRole("search", { name: "Frågan" }).getByRole("combobox").first();
  await show.selectOption("V01");
  await page.waitForURL(/visa=V01/);
  await page.getByRole("heading", { level: 2, name: /^Kön/ }).first().waitFor();
  await page.goBack();
  await page.getByRole("heading", { level: 2, name: first }).waitFor();
  assert.equal(await show.inputValue(), "V10");
  await page.goForward();
  await page.getByRole("heading", { level: 2, name: /^Kön/ }).first().waitFor();
  assert.equal(await show.inputValue(), "V01");
  assert.deepEqual(troubles, []);
  await page.context().close();
});

test("an old address says what is not there, and what leads on", async () => {
  const { page, troubles } = await signedIn("caseWorker");
  for (const [asked, says] of [
    ["visa=V99", /V99/],
    ["visa=V10&period=1999-2003", /period/i],
    ["visa=V10&grupp=nagra", /nagra/],
    ["visa=V10&kodbok=su-kvinnofrid-2018", /kodbok/i],
  ] as const) {
    await page.goto(`/utforska?${asked}`);
    await waitForHeading(page, "Utforska");
    const notice = page.getByRole("region", { name: "Svaret" });
    await notice.getByText("Det här kan inte visas").waitFor();
    await notice.getByText(says).first().waitFor();
    await pressAt(page, notice.getByRole("link"));
    await page.waitForURL((url) => !url.search.includes(asked));
  }
  // A view that somebody has taken away: its question is in the address, and is answered.
  await page.goto(`/utforska?siffror=nation&visa=V10&vy=${"0".repeat(32)}`);
  await waitForHeading(page, "Utforska");
  await page
    .getByRole("heading", { level: 2, name: /^Våldets grovhet/ })
    .first()
    .waitFor();
  await page.goto("/resultat?period=1999");
  await waitForHeading(page, "Resultat");
  await assertCalm(page);
  assert.deepEqual(troubles, []);
  await page.context().close();
});

test("two write beside the same document: the later is told what stands there, and nothing is lost", async () => {
  const path = "/api/documents/committee/nation";
  const address = "/underlag?till=namnden&underlag=nation";
  const [leila, oskar] = [await signedIn("coordinator"), await signedIn("analyst")];
  for (const { page } of [leila, oskar]) {
    await page.goto(address);
    await page.getByLabel("Våra kommentarer").waitFor();
  }
  const words = async () =>
    ((await (await oskar.page.request.get(path)).json()) as DocumentView).own;
  await leila.page.getByLabel("Våra kommentarer").fill("Två vakanser i våras.");
  await leila.page.getByText(/^Sparat av Leila/).waitFor();
  await oskar.page.getByLabel("Våra kommentarer").fill("Ny rutin från maj.");
  const told = oskar.page.getByRole("alert");
  await told.getByText("Det är inte sparat.").waitFor();
  await told.getByText("Där står nu: Två vakanser i våras.").waitFor();
  assert.equal((await words()).comments, "Två vakanser i våras.");
  await assertCalm(oskar.page);
  await told.getByRole("button", { name: "Spara min text" }).dblclick();
  await told.waitFor({ state: "detached" });
  await oskar.page.getByText(/^Sparat av (?!Leila)/).waitFor();
  const now = await words();
  assert.deepEqual([now.comments, now.revision], ["Ny rutin från maj.", 2]);

  await leila.page.reload();
  const field = leila.page.getByLabel("Våra kommentarer");
  await field.waitFor();
  assert.equal(await field.inputValue(), "Ny rutin från maj.");
  for (const { page, troubles } of [leila, oskar]) {
    assert.deepEqual(troubles, []);
    await page.context().close();
  }
});
