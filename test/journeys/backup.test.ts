import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import type { Browser, Page } from "playwright-core";
import { hashSessionSecret, newSessionToken, writeSessionToken } from "#access";
import { accountId, addHours, municipalityCode, strongRandomness, systemClock } from "#kernel";
import { type RunningServer, startServer } from "#server";
import { type OpenStore, openEmbedded } from "#store";
import { openBrowser } from "./browser.ts";
import { assertCalm } from "./calm-page.ts";
import { journey } from "./journey.ts";
import { openWatchedPage, type Trouble } from "./watched-page.ts";

/** An administrator of the only municipality here makes keys, a plan, a backup and a drill. */
const step = journey();
const root = mkdtempSync(join(tmpdir(), "skillnad-throw-away-administrator-"));
chmodSync(root, 0o755);
const kopior = join(root, "kopior");
const code = municipalityCode("9001");
let store: OpenStore;
let server: RunningServer;
let browser: Browser;
let page: Page;
let troubles: readonly Trouble[];
let privateKey = "";

before(async () => {
  mkdirSync(kopior);
  const folder = join(root, "data");
  const passedIn = { clock: systemClock, randomness: strongRandomness };
  const opened = await openEmbedded({ ...passedIn, folder, kind: "real", isDurable: false });
  assert.ok(opened.kind === "done", JSON.stringify(opened));
  store = opened.value;
  const started = await startServer({
    ...{ ...passedIn, store, demoAccounts: [], release: null },
    environment: { port: 0, isPortChosen: true, origin: undefined },
    files: join(folder, "files"),
    place: { kind: "folder", folder },
  });
  assert.ok(started.kind === "done", JSON.stringify(started));
  server = started.value;
  browser = await openBrowser();
  ({ page, troubles } = await openWatchedPage(browser, server.address));
  const { hostname: domain } = new URL(server.address);
  const cookie = { name: "skillnad", value: await signedIn(), domain, path: "/" };
  await page.context().addCookies([cookie]);
});
after(async () => {
  await browser?.close();
  await server?.close();
  await store?.close();
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
});

async function signedIn(): Promise<string> {
  const [account, token] = [accountId("ada"), newSessionToken(code, strongRandomness)];
  const at = systemClock.now();
  await store.within(code, async (tx) => {
    await tx.municipality.register({ kind: "municipality", name: "Granviken", county: "90" });
    await tx.accounts.insert({
      ...{ id: account, signInName: "ada", displayName: "Ada Lind", passwordHash: null },
      ...{ createdAt: at, disabledAt: null, grants: [{ role: "administrator", unit: null }] },
    });
    await tx.sessions.insert({
      ...{ tokenHash: hashSessionSecret(token.secret), account, createdAt: at, lastSeenAt: at },
      ...{ expiresAt: addHours(at, 8), revokedAt: null },
    });
  });
  return writeSessionToken(token);
}

const says = (text: string | RegExp) => page.getByText(text).first().waitFor();

step("Start says that there is no backup, and leads to the page that says what to do", async () => {
  await page.goto("/");
  await page.getByRole("link", { name: /^Ingen säkerhetskopia är gjord/ }).click();
  await page.getByRole("heading", { name: "Säkerhetskopia", level: 1 }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Säkerhetskopiera nu" }).count(), 0);
  await assertCalm(page);
});

step("two pairs of keys are made; the private one is shown once", async () => {
  const open: string[] = [];
  for (let pair = 0; pair < 2; pair++) {
    await page.getByRole("button", { name: "Skapa nycklar" }).click();
    await says("Den privata nyckeln visas bara nu");
    privateKey = await page.locator("dd.digest", { hasText: "AGE-SECRET-KEY-1" }).innerText();
    open.push(await page.locator("dd.digest", { hasText: /^age1/ }).innerText());
    await assertCalm(page);
    await page.getByRole("button", { name: "Jag har den. Göm den" }).click();
  }
  assert.ok(!(await page.content()).includes(privateKey));
  await page.getByLabel("Öppna nycklar").fill(open.join("\n"));
});

step("what is wrong with the plan is told all at once, and what is right is saved", async () => {
  await page.getByLabel("Mapp", { exact: true }).fill("kopior");
  await page.getByLabel("Klockan").fill("25");
  await page.getByRole("button", { name: "Spara", exact: true }).click();
  await says("Inget är ändrat");
  await says(/Skriv hela sökvägen från roten/);
  await says(/Skriv tiden som två siffror/);
  await assertCalm(page);
  await page.getByLabel("Mapp", { exact: true }).fill(kopior);
  await page.getByLabel("Klockan").fill("02:15");
  await page.getByRole("button", { name: "Spara", exact: true }).click();
  await says(/^Sparat \d\d\.\d\d\.$/);
  await says(/kl\. 02\.15/);
});

step("a backup is made while the page tells how far it has come", async () => {
  await page.getByRole("button", { name: "Säkerhetskopiera nu" }).click();
  await says(/Jämför med den som skrivs ut vid en återställning/);
  const [made = ""] = readdirSync(kopior).filter((name) => name.endsWith(".skillnad"));
  assert.match(made, /^skillnad-\d{4}-\d{2}-\d{2}-\d{4}-[0-9a-f]{8}\.skillnad$/);
  assert.equal(readFileSync(join(kopior, made)).indexOf("Granviken"), -1);
  await assertCalm(page);
});

step("it is drilled with the private key, which the page then forgets", async () => {
  await page.getByLabel("Privat nyckel").fill(privateKey);
  await page.getByRole("button", { name: "Öva på senaste kopian" }).click();
  await says(/: godkänd/);
  assert.equal(await page.getByLabel("Privat nyckel").inputValue(), "");
  await assertCalm(page);
});

step(
  "Start has nothing to say of backups any more, and nothing went wrong on the way",
  async () => {
    await page.goto("/");
    await page.getByRole("heading", { name: "Start", level: 1 }).waitFor();
    assert.equal(await page.getByText(/säkerhetskopia är gjord|Ingen har provat/).count(), 0);
    assert.deepEqual(troubles, []);
  },
);
