import assert from "node:assert/strict";
import { after, before } from "node:test";
import type { Page } from "playwright-core";
import { hashSessionSecret, newSessionToken, writeSessionToken } from "#access";
import { accountId, addHours, strongRandomness, systemClock } from "#kernel";
import { pressAt, tabTo, typeAt, waitForHeading } from "./by-keyboard.ts";
import { assertCalm } from "./calm-page.ts";
import { type GivenDemo, givenDemo, granviken } from "./given-demo.ts";
import { journey } from "./journey.ts";
import { narrow, openWatchedPage, type Trouble, wide } from "./watched-page.ts";

/** Somebody leaves, and somebody has lost her way in: what two administrators and a manager meet. */
const step = journey();
let demo: GivenDemo;
let eva: Page;
let hanna: Page;
let karin: Page;
let troubles: readonly Trouble[];

before(async () => {
  demo = await givenDemo();
  ({ page: eva, troubles } = await openWatchedPage(demo.browser, demo.origin));
  await signIn(eva, "administrator");
  ({ page: karin } = await openWatchedPage(demo.browser, demo.origin));
  await signIn(karin, "unitManager");
  ({ page: hanna } = await openWatchedPage(demo.browser, demo.origin));
  await signInSecondAdministrator(hanna);
});
after(() => demo.close());

async function signIn(page: Page, role: "administrator" | "unitManager"): Promise<void> {
  const { account, municipality } = demo.account(role);
  const data = { account, municipality: municipality.code };
  const headers = { Origin: demo.origin };
  const response = await page.request.post("/api/demo-session", { headers, data });
  assert.equal(response.status(), 201);
}

/** The demo has one alone: she is made here, has been one for a month, and has just come in. */
async function signInSecondAdministrator(page: Page): Promise<void> {
  const id = accountId("hanna");
  const token = newSessionToken(granviken, strongRandomness);
  const at = systemClock.now();
  await demo.store.within(granviken, async (tx) => {
    await tx.accounts.insert({
      id,
      signInName: "hanna.lidmark",
      displayName: "Hanna Lidmark",
      passwordHash: null,
      createdAt: addHours(at, -30 * 24),
      disabledAt: null,
      grants: [{ role: "administrator", unit: null }],
    });
    await tx.sessions.insert({
      tokenHash: hashSessionSecret(token.secret),
      account: id,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: addHours(at, 8),
      revokedAt: null,
    });
  });
  const cookies = [{ name: "skillnad-demo", value: writeSessionToken(token), url: demo.origin }];
  await page.context().addCookies(cookies);
}

async function assertGood(page: Page): Promise<void> {
  await assertCalm(page);
  await page.setViewportSize(narrow);
  await assertCalm(page);
  await page.setViewportSize(wide);
}

async function openPerson(page: Page, name: string): Promise<void> {
  await page.goto("/personer");
  await waitForHeading(page, "Personer");
  await typeAt(page, "Sök på namn, roll eller enhet", name);
  await pressAt(page, page.getByRole("link", { name }));
  await waitForHeading(page, name);
}

step("one administrator asks for a way back in, and cannot allow it herself", async () => {
  await openPerson(eva, "Karin Svedmark");
  await pressAt(eva, eva.getByRole("button", { name: "Be om ny väg in" }));
  await eva.getByText("En annan administratör behöver godkänna.").waitFor();
  assert.equal(await eva.getByRole("button", { name: /^Godkänn/ }).count(), 0);
  await assertGood(eva);
});

step("the other one is told on Start, allows it, and is shown the link once", async () => {
  await hanna.goto("/");
  await pressAt(hanna, hanna.getByRole("link", { name: /^Ge Karin Svedmark en ny väg in/ }));
  await waitForHeading(hanna, "Personer");
  await assertGood(hanna);
  await pressAt(hanna, hanna.getByRole("button", { name: "Godkänn och skapa länk" }));
  await hanna.getByRole("heading", { name: "Ge länken till Karin Svedmark" }).waitFor();
  assert.match(
    await hanna.getByLabel("Länk", { exact: true }).inputValue(),
    /\/valkommen#9001\.[\w-]{22}$/,
  );
  await assertGood(hanna);
  await pressAt(hanna, hanna.getByRole("button", { name: "Klar" }));
  await hanna.getByText("behöver en ny väg in").waitFor({ state: "detached" });
});

step("what both have changed is not undone by an old page", async () => {
  await openPerson(eva, "Oskar Brännhed");
  await openPerson(hanna, "Oskar Brännhed");
  for (const page of [eva, hanna]) {
    await tabTo(page, page.getByRole("checkbox", { name: /^Logggranskare/ }));
    await page.keyboard.press("Space");
  }
  await pressAt(eva, eva.getByRole("button", { name: "Spara" }));
  await eva.getByText("Läser loggen").waitFor();
  await pressAt(hanna, hanna.getByRole("button", { name: "Spara" }));
  await hanna.getByText("Någon annan har ändrat personen").waitFor();
});

step("a worker leaves: her manager is told how many cases wait, and hands them over", async () => {
  const { name } = demo.account("caseWorker");
  await openPerson(eva, name);
  await pressAt(eva, eva.getByRole("button", { name: "Har slutat" }));
  await pressAt(eva, eva.getByRole("button", { name: "Ja, stäng kontot" }));
  await eva.getByText(/öppna ärenden i Familjefrid\. Enhetens chef ser det/).waitFor();
  await assertGood(eva);

  await karin.goto("/");
  const line = karin.getByRole("link", { name: new RegExp(`efter ${name} ska lämnas över`) });
  await pressAt(karin, line);
  await karin.getByRole("dialog").waitFor();
  await typeAt(karin, "Varför?", "Hon har slutat.");
  await tabTo(karin, karin.getByLabel("Till vem?"));
  await karin.keyboard.type("Samir");
  await pressAt(karin, karin.getByRole("button", { name: "Lämna över", exact: true }));
  await karin.getByText(new RegExp(`gick från ${name} till Samir Nourani`)).waitFor();
  await karin.goto("/");
  await waitForHeading(karin, "Start");
  assert.equal(await line.count(), 0);
});

step("back again with her roles: one asks, and the other gives the link", async () => {
  const { name } = demo.account("caseWorker");
  await pressAt(eva, eva.getByRole("button", { name: "Är tillbaka: be om länk" }));
  await eva.getByText(`${name} ska komma tillbaka`).waitFor();
  assert.equal(await eva.getByRole("button", { name: /^Godkänn/ }).count(), 0);
  await assertGood(eva);

  await hanna.goto("/");
  await pressAt(
    hanna,
    hanna.getByRole("link", { name: `Låt ${name} komma tillbaka, eller avslå` }),
  );
  await waitForHeading(hanna, "Personer");
  await pressAt(hanna, hanna.getByRole("button", { name: "Godkänn och skapa länk" }));
  await hanna.getByRole("heading", { name: `Ge länken till ${name}` }).waitFor();
  await openPerson(eva, name);
  await eva.getByRole("checkbox", { name: "Handläggare i Familjefrid", checked: true }).waitFor();
  await assertGood(eva);
});

step("a manager is told who has been given a role in her unit, and by whom", async () => {
  await openPerson(eva, "Oskar Brännhed");
  await tabTo(eva, eva.getByRole("checkbox", { name: "Handläggare i Familjefrid" }));
  await eva.keyboard.press("Space");
  const saved = eva.waitForResponse((response) => response.request().method() === "PUT");
  await pressAt(eva, eva.getByRole("button", { name: "Spara" }));
  assert.equal((await saved).status(), 200);
  await karin.goto("/");
  const line = karin.getByRole("link", { name: "Oskar Brännhed har fått en roll i Familjefrid" });
  await pressAt(karin, line);
  await waitForHeading(karin, "Notiser");
  await karin.getByRole("row", { name: /Oskar Brännhed\s+Handläggare\s+Familjefrid/ }).waitFor();
  await assertGood(karin);
  assert.deepEqual(troubles, []);
});
