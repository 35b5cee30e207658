import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before } from "node:test";
import type { Page } from "playwright-core";
import { hashSessionSecret, newSessionToken, writeSessionToken } from "#access";
import { openPackage } from "#delivery";
import { accountId, addHours, strongRandomness, systemClock } from "#kernel";
import type { CaseView, DeliveriesView, SessionView } from "#server";
import {
  goToPage,
  pressAt,
  signInAs,
  tabTo,
  typeAt,
  waitForFocus,
  waitForHeading,
} from "./by-keyboard.ts";
import { assertCalm } from "./calm-page.ts";
import { waitUntilSaved } from "./case-on-page.ts";
import { type GivenDemo, givenDemo, granviken } from "./given-demo.ts";
import { journey } from "./journey.ts";
import { ask, openRoundByFile, type Receiver, receiverIn } from "./receiver-of-round.ts";
import { narrow, openWatchedPage, type Trouble, wide } from "./watched-page.ts";

/** A coordinator who also registers: stopped by one case, mended, delivered, taken back; then by file. */
const step = journey();
let demo: GivenDemo;
let receiver: Receiver;
let leila: Page;
let troubles: readonly Trouble[];
let code: string;
let byFile: Awaited<ReturnType<typeof openRoundByFile>>;

before(async () => {
  demo = await givenDemo();
  await alsoRegisters(demo);
  receiver = await receiverIn(demo);
  const opened = await openWatchedPage(demo.browser, demo.origin);
  leila = opened.page;
  troubles = opened.troubles;
});
after(() => demo.close());

step("without a round the page says what comes first", async () => {
  const { page, troubles: hers } = await openWatchedPage(demo.browser, demo.origin);
  await page.context().addCookies([await sessionElsewhere(demo)]);
  await page.goto("/leverera");
  await page.getByText("Ni är inte med i någon omgång än.").waitFor();
  for (const size of [wide, narrow]) {
    await page.setViewportSize(size);
    await assertCalm(page);
  }
  assert.deepEqual(hers, []);
});

step("the check begins by itself", async () => {
  await leila.goto("/");
  await signInAs(leila, demo.account("coordinator"));
  await goToPage(leila, "Leverera");
  await headline("Inget behöver rättas").waitFor();
  await assertCalmAtBoth();
});

step("one wrong answer stops it; the list leads to the question, and back", async () => {
  code = await caseWithWrongAnswer();
  await leila.reload();
  await headline("En sak behöver rättas innan ni kan leverera").waitFor();
  assert.equal(await leila.getByRole("button", { name: "Se vad som lämnar" }).count(), 0);
  await assertCalmAtBoth();
  const list = leila.getByRole("list", { name: "Att rätta" });
  await pressAt(leila, list.getByRole("link", { name: code }));
  await waitForHeading(leila, `Ärende ${code}`);
  await leila.locator(".question:focus-within").waitFor();
  assert.match(
    await leila.locator(".question:focus-within > legend").innerText(),
    /Våldets grovhet/,
  );
  await leila.keyboard.press("1");
  await waitUntilSaved(leila);
  await assertCalm(leila);
  await pressAt(leila, leila.getByRole("link", { name: "Tillbaka till kontrollen" }));
  await waitForHeading(leila, "Leverera");
  await headline("Inget behöver rättas").waitFor();
});

step("when nothing is wrong a delivery is two presses, and the receipt is there", async () => {
  const presses: string[] = [];
  const pressCounted = async (name: string) => {
    presses.push(name);
    await press(name);
  };
  await pressCounted("Se vad som lämnar");
  await waitForFocus(headline("Det här lämnar kommunen"));
  await leila.getByRole("heading", { name: /^Raderna, \d+ ärenden$/ }).waitFor();
  await leila.getByText(/är kombinationen av .* ovanlig/).waitFor();
  await assertCalmAtBoth();
  const table = leila.getByRole("region", { name: "Raderna som lämnar" });
  assert.doesNotMatch(await table.innerText(), new RegExp(code), "a case's code is in the table");
  await pressCounted("Skicka");
  await waitForFocus(headline("Skickat"));
  assert.equal(presses.length, 2);
  await leila
    .getByRole("status")
    .getByText(/^Framme hos mottagaren/)
    .waitFor();
  await assertCalmAtBoth();
});

step("what the receiver decides is seen when one asks again", async () => {
  await receiver.acceptAll();
  await pressAt(leila, leila.getByRole("button", { name: /^Fråga igen/ }).first());
  await leila.getByText("Mottagaren svarar: godkänd.").first().waitFor();
  await leila
    .getByText(/och godkänd\. Den räknas med\.$/)
    .first()
    .waitFor();
});

step("what has changed since is told, and what left is kept as it was", async () => {
  await answerInCase("2");
  await leila.goto("/leverera");
  await leila.getByText("Sedan leverans 1: 1 ärende ändrat.").waitFor();
  await pressAt(leila, leila.getByText("Visa vilka"));
  await leila.locator(".deliver-codes").getByText(code).waitFor();
  await assertCalm(leila);
  await pressAt(leila, leila.getByRole("link", { name: "Visa vad som lämnades i leverans 1" }));
  await waitForHeading(leila, "Leverans 1");
  await leila.getByRole("heading", { name: /^Raderna, \d+ ärenden$/ }).waitFor();
  await assertCalmAtBoth();
  await pressAt(leila, leila.getByRole("link", { name: "Tillbaka till Leverera" }));
  await waitForHeading(leila, "Leverera");
});

step("taking back is asked about first, and done", async () => {
  await press("Ta tillbaka det som levererats …");
  const dialog = leila.getByRole("dialog", { name: "Ta tillbaka det som levererats?" });
  await dialog.getByText(/Ni kan leverera igen när ni vill\./).waitFor();
  await assertCalm(leila);
  await pressAt(leila, dialog.getByRole("button", { name: "Ta tillbaka" }));
  await waitForFocus(headline("Tillbakataget"));
  const made = await demo.store.within(granviken, (tx) => tx.madeDeliveries.list(receiver.round));
  assert.deepEqual(
    made.map(({ sequence, isWithdrawal, sent }) => [sequence, isWithdrawal, sent?.way]),
    [
      [2, true, "network"],
      [1, false, "network"],
    ],
  );
});

step("another invitation is read, and agreed to as somebody has decided", async () => {
  byFile = await openRoundByFile();
  await pressAt(leila, leila.getByText("Läs in en omgång"));
  await readIn(byFile.invitation);
  await leila.getByText("Att se om stödet gör skillnad i länet.").waitFor();
  await press("Var med i omgången");
  await leila.getByText("Välj vad ni lämnar.").waitFor();
  await assertCalmAtBoth();
  await agree();
  await leila.getByText(`${byFile.name}.`, { exact: true }).waitFor();
});

step("a receiver without a network gets a file, that its key alone opens", async () => {
  await press("Se vad som lämnar");
  const downloading = leila.waitForEvent("download");
  await press("Ta filen");
  const download = await downloading;
  assert.match(download.suggestedFilename(), /^leverans-9001-.*-1\.package$/);
  await headline("Filen är hämtad").waitFor();
  await assertCalmAtBoth();
  const bytes = await readFile(await download.path());
  const { key, rounds } = await ask<DeliveriesView>(leila, "GET /api/deliveries");
  const opened = await openPackage(
    { name: "paketet", bytes: bytes.length, open: () => inOnePiece(bytes) },
    { identities: [byFile.key], senders: [JSON.parse(key.text)] },
  );
  if (opened.kind === "refused") throw new Error(JSON.stringify(opened.problems));
  const made = rounds.flatMap(({ deliveries }) => deliveries);
  assert.equal(opened.value.sha256, made.find(({ sent }) => sent?.way === "file")?.sha256);
});

step("a manager sees how it stands, and sends nothing", async () => {
  const { page, troubles: hers } = await openWatchedPage(demo.browser, demo.origin);
  await page.goto("/");
  await signInAs(page, demo.account("unitManager"));
  await goToPage(page, "Leverera");
  await page.getByText("Samordnaren kan leverera.").waitFor();
  await assertCalm(page);
  const buttons = await page.getByRole("main").getByRole("button").allInnerTexts();
  assert.deepEqual(buttons, ["Hjälp", "Kopiera nyckeln", "Ladda ner nyckeln"]);
  assert.deepEqual(hers, []);
});

step("nothing went wrong on the way", () => {
  assert.deepEqual(troubles, []);
});

function headline(name: string) {
  return leila.getByRole("heading", { name, exact: true, level: 2 });
}

function press(name: string): Promise<void> {
  return pressAt(leila, leila.getByRole("button", { name, exact: true }));
}

/** The browser's own dialog for files, opened by a key. */
async function readIn(invitation: string): Promise<void> {
  await tabTo(leila, leila.getByLabel("Inbjudan från mottagaren"));
  const choosing = leila.waitForEvent("filechooser");
  await leila.keyboard.press("Enter");
  const chooser = await choosing;
  const buffer = Buffer.from(invitation);
  await chooser.setFiles({ name: "inbjudan.json", mimeType: "application/json", buffer });
  await leila.getByRole("heading", { name: "Det här efterfrågas" }).waitFor();
}

async function agree(): Promise<void> {
  await tabTo(
    leila,
    leila.getByRole("group", { name: "Vad ni lämnar" }).getByRole("radio").first(),
  );
  await leila.keyboard.press("Space");
  await typeAt(leila, "Vem har beslutat?", "socialchef");
  await typeAt(leila, "När?", "-14");
  await typeAt(leila, "Var finns beslutet?", "SN 214");
  await press("Var med i omgången");
}

async function assertCalmAtBoth(): Promise<void> {
  await assertCalm(leila);
  await leila.setViewportSize(narrow);
  await assertCalm(leila);
  await leila.setViewportSize(wide);
}

/** In the same unit as the demo's worker, beside what she is already. */
async function alsoRegisters({ store, account }: GivenDemo): Promise<void> {
  const own = accountId(account("coordinator").account);
  await store.within(granviken, async (tx) => {
    const worker = await tx.accounts.find(account("caseWorker").account);
    const unit = worker?.grants.find(({ role }) => role === "caseWorker")?.unit ?? null;
    const grants = (await tx.accounts.find(own))?.grants ?? [];
    await tx.accounts.setGrants(own, [...grants, { role: "caseWorker", unit }]);
  });
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The cookie of a coordinator whose municipality nobody has invited. */
async function sessionElsewhere({ store, world, origin }: GivenDemo) {
  const place = world.organisations.find(({ code: each }) => each === "9003");
  const person = place?.people.find(({ grants }) =>
    grants.some(({ role }) => role === "coordinator"),
  );
  if (!place || !person) throw new Error("nobody coordinates in 9003");
  const token = newSessionToken(place.code, strongRandomness);
  const at = systemClock.now();
  const times = { createdAt: at, lastSeenAt: at, expiresAt: addHours(at, 1), revokedAt: null };
  const session = { account: person.account, tokenHash: hashSessionSecret(token.secret), ...times };
  await store.within(place.code, (tx) => tx.sessions.insert(session));
  return { name: "skillnad-demo", value: writeSessionToken(token), url: origin };
}

/** Of a kind that the program lets nobody give: an older version may have. */
async function caseWithWrongAnswer(): Promise<string> {
  const session = await ask<SessionView>(leila, "GET /api/session");
  const unit = session.grants.find(({ role }) => role === "caseWorker")?.unit?.id;
  const startedOn = systemClock.now().slice(0, 10);
  const view = await ask<CaseView>(leila, "POST /api/cases", { startedOn, unit });
  await answerInStore(view.code);
  return view.code;
}

async function answerInStore(of: string): Promise<void> {
  const at = systemClock.now();
  await demo.store.within(granviken, async (tx) => {
    const found = await tx.cases.find(of);
    if (!found?.assignee) throw new Error(`${of} is not there`);
    const revision = found.revision + 1;
    const by = found.assignee;
    const to = { kind: "codes", codes: [55] } as const;
    const record = {
      ...found,
      revision,
      lastStepAt: at,
      sheet: { ...found.sheet, answers: { ...found.sheet.answers, V10: to } },
      marks: { ...found.marks, V10: { revision, by, at } },
    };
    const change = { kind: "answer-set", address: { variable: "V10" }, from: null, to } as const;
    const kept = { revision, at, by, changes: [change] };
    const saved = await tx.cases.save(record, kept, { birthYear: null });
    assert.equal(saved.kind, "saved");
  });
}

/** The same question once more, by its key. */
async function answerInCase(key: string): Promise<void> {
  await leila.goto(`/arenden/${code}?fas=before&fraga=V10`);
  await leila.locator(".question:focus-within").waitFor();
  await leila.keyboard.press(key);
  await waitUntilSaved(leila);
}
