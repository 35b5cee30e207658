import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, CDPSession, Page } from "playwright-core";
import { hashAccountLink, newAccountLink, writeAccountLink } from "#access";
import {
  type AccountId,
  accountId,
  addHours,
  addSeconds,
  municipalityCode,
  strongRandomness,
  systemClock,
} from "#kernel";
import { startServer } from "#server";
import { openTestStore, type TestStore } from "#store/testing";
import { type GivenProvider, givenProvider } from "../../src/server/testing/index.ts";
import { filesFolder } from "../files-folder.ts";
import { openBrowser } from "./browser.ts";
import { pressAt, signOut, typeAt, waitForHeading } from "./by-keyboard.ts";
import { checkWithAxe } from "./check-with-axe.ts";
import { openWatchedPage } from "./watched-page.ts";

const here = municipalityCode("9001");

let store: TestStore;
let browser: Browser;
let provider: GivenProvider;
let close: () => Promise<void>;
/** By its name: a passkey belongs to one. */
let origin: string;

before(async () => {
  store = await openTestStore();
  await store.within(here, async (tx) => {
    await tx.municipality.register({ kind: "municipality", name: "Granviken", county: null });
  });
  await addPerson("ada", "Ada Berg");
  await addPerson("bo", "Bo Ek");
  browser = await openBrowser();
  // The provider must know where to send people back before the program has a port of its own.
  const port = await freePort();
  origin = `http://localhost:${port}`;
  provider = await givenProvider([`${origin}/logga-in/klar`]);
  const started = await startServer({
    // The demo's people come in by one press: here they do as in earnest.
    store: { ...store, kind: "real" },
    clock: systemClock,
    randomness: strongRandomness,
    environment: {
      port,
      isPortChosen: true,
      origin: undefined,
      providers: [
        {
          id: "kommunen",
          name: "Granvikens inloggning",
          municipality: here,
          issuer: provider.issuer,
          clientId: provider.client.id,
          clientSecret: provider.client.secret,
          levels: ["loa3"],
          maxAgeHours: 8,
        },
      ],
    },
    files: filesFolder(),
    demoAccounts: [],
    release: null,
  });
  assert.ok(started.kind === "done");
  close = started.value.close;
});
after(async () => {
  await browser.close();
  await close();
  await provider.close();
  await store.close();
});

async function freePort(): Promise<number> {
  const { createServer } = await import("node:net");
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}

async function addPerson(id: string, displayName: string): Promise<void> {
  await store.within(here, (tx) =>
    tx.accounts.insert({
      id: accountId(id),
      signInName: id,
      displayName,
      passwordHash: null,
      createdAt: systemClock.now(),
      disabledAt: null,
      grants: [{ role: "administrator", unit: null }],
    }),
  );
}

/** As an administrator hands it over. */
async function linkFor(account: AccountId): Promise<string> {
  const link = newAccountLink(here, strongRandomness);
  const at = systemClock.now();
  await store.within(here, (tx) =>
    tx.accountLinks.insert({
      linkHash: hashAccountLink(link),
      account,
      purpose: "invitation",
      madeBy: null,
      madeAt: at,
      expiresAt: addHours(at, 1),
    }),
  );
  return `/valkommen#${writeAccountLink(link)}`;
}

/** A security key that says yes: the browser's own, with its finger on it. */
async function withAuthenticator(page: Page): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return cdp;
}

test("somebody invited makes a passkey, comes in by it, proves it once more, and keeps her only way in", async () => {
  const { page, troubles } = await openWatchedPage(browser, origin);
  await withAuthenticator(page);
  await page.goto(await linkFor(accountId("ada")));
  await waitForHeading(page, "Välkommen, Ada Berg");
  assert.equal(new URL(page.url()).hash, "", "the link is out of the address at once");
  await page.getByLabel("Passnyckel (säkrast och enklast)").check();
  assert.deepEqual(await checkWithAxe(page), []);
  await typeAt(page, "Namn på passnyckeln", "Jobbdatorn");
  await pressAt(page, page.getByRole("button", { name: "Skapa passnyckel och logga in" }));
  await waitForHeading(page, "Start");

  await signOut(page);
  await pressAt(page, page.getByRole("button", { name: "Logga in med passnyckel" }));
  await waitForHeading(page, "Start");

  await store.within(here, (tx) => outdateProofs(tx));
  await page.goto("/mitt-konto");
  await waitForHeading(page, "Mitt konto");
  await page.getByText("Jobbdatorn").waitFor();
  assert.deepEqual(await checkWithAxe(page), []);
  // The only way in is not taken away; before that is answered, she is asked who she is.
  await pressAt(page, page.getByRole("button", { name: "Ta bort Jobbdatorn" }));
  await page.getByRole("dialog", { name: "Visa att det är du" }).waitFor();
  assert.deepEqual(await checkWithAxe(page), []);
  await pressAt(page, page.getByRole("button", { name: "Använd passnyckel" }));
  await page.getByText("Det här är ditt enda sätt att logga in.").waitFor();
  assert.deepEqual(troubles, []);
  await page.context().close();
});

/** As if the last proof were eleven minutes old. */
async function outdateProofs(tx: Parameters<Parameters<TestStore["within"]>[1]>[0]): Promise<void> {
  for (const session of await tx.sessions.listOf(accountId("ada"))) {
    const before = addSeconds(systemClock.now(), -660);
    await tx.sessions.prove(session.tokenHash, session.tokenHash, before);
  }
}

test("with an authenticator that has no passkey of hers it is said, and another way can be chosen", async () => {
  const { page } = await openWatchedPage(browser, origin);
  await withAuthenticator(page);
  await page.goto("/logga-in");
  await pressAt(page, page.getByRole("button", { name: "Logga in med passnyckel" }));
  await page.getByText("Passnyckeln användes inte.").waitFor();
  await page.getByLabel("Lösenord", { exact: true }).waitFor();
  assert.deepEqual(await checkWithAxe(page), []);
  await page.context().close();
});

test("by the municipality's provider: invited once, and asked there anew after she has signed out here", async () => {
  const { page } = await openWatchedPage(browser, origin);
  await page.goto(await linkFor(accountId("bo")));
  await waitForHeading(page, "Välkommen, Bo Ek");
  assert.deepEqual(await checkWithAxe(page), []);
  await pressAt(page, page.getByRole("button", { name: "Fortsätt till Granvikens inloggning" }));
  await showAtProvider(page, "bo-hos-kommunen", "loa3");
  await waitForHeading(page, "Start");

  await signOut(page);
  await pressAt(page, page.getByRole("link", { name: "Logga in med Granvikens inloggning" }));
  await showAtProvider(page, "bo-hos-kommunen", "loa3");
  await waitForHeading(page, "Start");
  await page.context().close();
});

test("at a level that is not enough, or as somebody unknown, the sign-in page says what to do", async () => {
  for (const [person, level, told] of [
    ["bo-hos-kommunen", "loa2", "Inloggningen blev inte klar."],
    ["cia-hos-kommunen", "loa3", "Du är legitimerad, men har inget konto här."],
  ] as const) {
    const { page } = await openWatchedPage(browser, origin);
    await page.goto("/logga-in");
    await pressAt(page, page.getByRole("link", { name: "Logga in med Granvikens inloggning" }));
    await showAtProvider(page, person, level);
    await page.getByText(told).waitFor();
    assert.deepEqual(await checkWithAxe(page), []);
    await page.context().close();
  }
});

async function showAtProvider(page: Page, person: string, level: string): Promise<void> {
  await page.getByLabel("Vem är du?").fill(person);
  await page.getByLabel("Nivå").fill(level);
  await page.getByRole("button", { name: "Legitimera" }).click();
}
