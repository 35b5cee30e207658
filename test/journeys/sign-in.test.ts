/** By password and code, from the link that somebody invited is given; by keyboard alone. */
import assert from "node:assert/strict";
import { after, before } from "node:test";
import type { Page } from "playwright-core";
import { pressAt, signOut, tabTo, typeAt, waitForFocus, waitForHeading } from "./by-keyboard.ts";
import { assertCalm } from "./calm-page.ts";
import { type App, type GivenSignIn, givenSignIn } from "./given-sign-in.ts";
import { journey } from "./journey.ts";
import { smallTargets } from "./small-targets.ts";
import { narrow, openWatchedPage, type Trouble, wide } from "./watched-page.ts";

const step = journey();
const password = "igelkottens gröna paraply";
const newPassword = "sju tysta grävlingar i regn";
const name = "anna.tallvik";

let given: GivenSignIn;
let page: Page;
let troubles: readonly Trouble[];
let address: string;
let app: App;
/** Another browser of hers. */
let other: Page;

before(async () => {
  given = await givenSignIn();
  address = await given.invite(await given.addPerson("Anna Tallvik", "analyst"));
  ({ page, troubles } = await openWatchedPage(given.browser, given.origin));
});
after(() => given.close());

async function assertGood(): Promise<void> {
  for (const viewport of [narrow, wide]) {
    await page.setViewportSize(viewport);
    await assertCalm(page);
    assert.deepEqual(await smallTargets(page), []);
  }
}

function button(label: string, on: Page = page) {
  return on.getByRole("button", { name: label, exact: true });
}

async function signIn(on: Page, typed: { readonly password: string; readonly code: string }) {
  await waitForHeading(on, "Logga in");
  await typeAt(on, "Namn", name);
  await typeAt(on, "Lösenord", typed.password);
  await typeAt(on, "Kod", typed.code);
  const answered = on.waitForResponse((response) => response.url().endsWith("/api/session"));
  await on.keyboard.press("Enter");
  if ((await answered).status() === 201) return;
  // A sentence from an earlier try may still stand there: the fields tell that this one was answered.
  await on.waitForFunction(
    () => document.querySelector<HTMLInputElement>("[type=password]")?.value === "",
  );
}

step(
  "the link says whose it is, and stands neither in the address nor in the way back",
  async () => {
    await page.goto(address);
    await waitForHeading(page, "Välkommen, Anna Tallvik");
    assert.equal(page.url(), `${given.origin}/valkommen`);
    assert.ok(!(await page.content()).includes(address.split("#")[1] ?? "-"));
    await page.getByText("Granviken").first().waitFor();
    await assertGood();
  },
);

step("what is wrong is told where it is wrong, and what was typed is kept", async () => {
  await pressAt(page, page.getByText("Går rutan inte att läsa av?"));
  app = given.appOf(await page.locator(".code-seed").innerText());
  await typeAt(page, "Lösenord", "Sommaren2026");
  await typeAt(page, "Kod", app.next());
  await pressAt(page, button("Spara och logga in"));
  await page.getByText("Det lösenordet är lätt att gissa", { exact: false }).waitFor();
  assert.equal(await page.getByLabel("Lösenord", { exact: true }).inputValue(), "Sommaren2026");
  await assertGood();
  await typeAt(page, "Lösenord", password);
  await typeAt(page, "Kod", "000 000");
  await pressAt(page, button("Spara och logga in"));
  await page.getByText("Koden stämmer inte.", { exact: false }).waitFor();
  await pressAt(page, button("Visa lösenord"));
  assert.equal(await page.getByLabel("Lösenord", { exact: true }).getAttribute("type"), "text");
});

step("with the code of her app she is signed in", async () => {
  given.pass(1);
  await typeAt(page, "Kod", app.next());
  await page.keyboard.press("Enter");
  await waitForHeading(page, "Start");
  await page.getByRole("link", { name: "Anna Tallvik" }).waitFor();
});

step("the link has been used: it says so, and nothing of whose it was", async () => {
  const stranger = await openWatchedPage(given.browser, given.origin);
  await stranger.page.goto(address);
  await waitForHeading(stranger.page, "Länken går inte att använda");
  assert.ok(!(await stranger.page.content()).includes("Anna"));
  await assertCalm(stranger.page);
  await stranger.page.context().close();
});

step("signing in asks for name, password and code, and does not say which was wrong", async () => {
  await signOut(page);
  await assertGood();
  given.pass(1);
  await signIn(page, { password, code: "000000" });
  const sentence = /Kontrollera namn, lösenord och kod/;
  await page.getByText(sentence).waitFor();
  await waitForFocus(page.getByLabel("Namn", { exact: true }));
  assert.equal(await page.getByLabel("Lösenord", { exact: true }).inputValue(), "");
  await assertGood();
  await signIn(page, { password: "fel lösenord helt", code: app.next() });
  await page.getByText(sentence).waitFor();
  given.pass(1);
  await signIn(page, { password, code: app.next() });
  await waitForHeading(page, "Start");
});

step("on her own page she sees where she is signed in", async () => {
  await pressAt(page, page.getByRole("link", { name: "Anna Tallvik" }));
  await waitForHeading(page, "Mitt konto");
  await page.getByText("(den här)").waitFor();
  await page.getByText("Du är inte inloggad någon annanstans.").waitFor();
  await assertGood();
});

step(
  "after ten minutes a change asks who she is; called off, what she typed is still there",
  async () => {
    given.pass(11);
    await pressAt(page, button("Byt lösenord"));
    await typeAt(page, "Nytt lösenord", newPassword);
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Visa att det är du" });
    await dialog.waitFor();
    await dialog.getByLabel("Lösenord", { exact: true }).waitFor();
    await assertGood();
    await page.keyboard.press("Escape");
    await page.getByText("Visa först att det är du", { exact: false }).waitFor();
    assert.equal(await page.getByLabel("Nytt lösenord", { exact: true }).inputValue(), newPassword);
  },
);

step("a wrong code is told in the dialog, and the right one carries out what waited", async () => {
  await tabTo(page, page.getByLabel("Nytt lösenord", { exact: true }));
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Visa att det är du" });
  await waitForFocus(dialog.getByLabel("Lösenord", { exact: true }));
  await page.keyboard.type(password);
  await typeAt(page, "Kod", "000000");
  await page.keyboard.press("Enter");
  await dialog.getByText("Kontrollera lösenordet och koden", { exact: false }).waitFor();
  await typeAt(page, "Lösenord", password);
  await typeAt(page, "Kod", app.next());
  await page.keyboard.press("Enter");
  await page.getByText("Lösenordet är bytt.", { exact: false }).waitFor();
  assert.equal(await dialog.count(), 0);
});

step(
  "signed in elsewhere too, she ends that, and its page is emptied at the next press",
  async () => {
    given.pass(1);
    other = (await openWatchedPage(given.browser, given.origin)).page;
    await other.goto("/kodbok");
    await signIn(other, { password: newPassword, code: app.next() });
    await waitForHeading(other, "Kodbok");
    await page.reload();
    await waitForHeading(page, "Mitt konto");
    await pressAt(page, button("Avsluta alla andra"));
    await page.getByText("Du är inte inloggad någon annanstans.").waitFor();
    await pressAt(other, other.getByRole("link", { name: "Start", exact: true }));
    await waitForHeading(other, "Logga in");
    await other.getByText("Din inloggning har avslutats.").waitFor();
    assert.ok(!(await other.content()).includes("Tallvik"));
    await assertCalm(other);
  },
);

step("nothing was refused by the policy, and no page had an error", () => {
  assert.deepEqual(troubles, []);
});
