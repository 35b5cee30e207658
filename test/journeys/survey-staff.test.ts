import assert from "node:assert/strict";
import { after, before } from "node:test";
import type { Page } from "playwright-core";
import type { Role } from "#access";
import { randomId, strongRandomness, swedishDay, systemClock } from "#kernel";
import type { CaseView, SessionView } from "#server";
import { pressAt, tabTo, waitForFocus, waitForHeading } from "./by-keyboard.ts";
import { assertCalm } from "./calm-page.ts";
import { waitForQuestion } from "./case-on-page.ts";
import { type GivenDemo, givenDemo } from "./given-demo.ts";
import { journey } from "./journey.ts";
import { fitKeyMeter, type KeyMeter } from "./key-meter.ts";
import { readQr } from "./read-qr.ts";
import { openByPost, sendAnswers } from "./survey-by-post.ts";
import { openWatchedPage, type Trouble } from "./watched-page.ts";

/** The survey as the staff meets it: offered in every way, keyed in, and approved in more languages. */
const step = journey();
let demo: GivenDemo;
let worker: Page;
let coordinator: Page;
let meter: KeyMeter;
const troubles: (readonly Trouble[])[] = [];
const how = "Hur vill klienten svara?";
const answers = { V26: "1", V27: "3", V28: "2", V29: "1" };

before(async () => {
  demo = await givenDemo();
  worker = await openAs("caseWorker");
  coordinator = await openAs("coordinator");
  meter = await fitKeyMeter(coordinator);
});
after(() => demo.close());

step("without the client's word that her telephone is safe, there is no way into it", async () => {
  await openSurvey(await startCase());
  await worker.keyboard.press("2");
  await worker.keyboard.press("Enter");
  await worker.getByText("Fråga klienten om telefonen är trygg").waitFor();
  await assertCalm(worker);
  assert.equal(await worker.locator(".qr-code").count(), 0);
});

step("with it, a code is shown that a telephone reads, and is kept nowhere", async () => {
  await tabTo(worker, worker.getByRole("checkbox", { name: /^Klienten säger/ }));
  await worker.keyboard.press("Space");
  await worker.keyboard.press("Enter");
  await worker.getByRole("heading", { name: /^Gäller till/ }).waitFor();
  await assertCalm(worker);
  const address = new URL(await readQr(worker));
  assert.equal(address.origin, demo.origin);
  assert.match(address.pathname, /^\/e\/9001[\w-]{22}$/);
  assert.match(address.search, /^\?sprak=[\w-]+$/);
  const [way = ""] = address.pathname.split("/").slice(-1);
  const kept = await worker.evaluate(() =>
    JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      history.state,
      location.href,
      document.title,
    ]),
  );
  const pin = await told("Säg siffrorna högt, skriv dem inte");
  for (const secret of [way, await told("Skriv koden där"), `"${pin}"`]) {
    assert.ok(!kept.includes(secret));
  }
});

step("the worker sees that she has come in and has answered, and nothing of what", async () => {
  const [way = ""] = new URL(await readQr(worker)).pathname.split("/").slice(-1);
  const pin = await told("Säg siffrorna högt, skriv dem inte");
  const opened = await openByPost(demo.origin, { way, pin });
  await worker.getByText("Klienten har öppnat enkäten.").waitFor();
  assert.equal(await worker.locator(".qr-code").count(), 0);
  await assertCalm(worker);
  await sendAnswers(demo.origin, opened, answers);
  await worker
    .locator(".survey-panel")
    .getByText(/^Besvarad/)
    .waitFor();
  assert.ok(!(await worker.locator("body").innerText()).includes("Förbättrats"));
  await assertCalm(worker);
});

step("a code that has not been used is taken back, and why no answer came is told", async () => {
  await openSurvey(await startCase());
  await worker.keyboard.press("2");
  await tabTo(worker, worker.getByRole("checkbox", { name: /^Klienten säger/ }));
  await worker.keyboard.press("Space");
  await worker.keyboard.press("Enter");
  await pressAt(worker, worker.getByRole("button", { name: "Klart" }));
  await worker.getByText(/^Väntar på svar på egen telefon till/).waitFor();
  await assertCalm(worker);
  await pressAt(worker, worker.getByRole("button", { name: "Ta tillbaka" }));
  await pressAt(worker, worker.getByRole("button", { name: "Klienten svarade inte: varför?" }));
  await waitForQuestion(worker, "Klienten svarade inte: varför?");
  await assertCalm(worker);
  await worker.keyboard.press("2");
  await worker.keyboard.press("Enter");
  const panel = worker.locator(".survey-panel");
  await panel.getByText("Inget svar: det blev för svårt.").waitFor();
  await pressAt(worker, panel.getByRole("button", { name: "Erbjud igen eller ändra" }));
  await waitForQuestion(worker, how);
});

step("a paper survey is keyed in by ten keys from a pile, by five from Start", async () => {
  for (const isFromStart of [false, true]) {
    const code = await startCase();
    await openSurvey(code);
    await worker.keyboard.press("3");
    await assertCalm(worker);
    await worker.keyboard.press("Enter");
    await worker
      .locator(".survey-panel")
      .getByText(/^Erbjuden .* på papper\.$/)
      .waitFor();
    await coordinator.goto(isFromStart ? `/nyckla-in?arende=${code}` : "/nyckla-in");
    await waitForHeading(coordinator, "Nyckla in enkät");
    const codeField = coordinator.getByLabel("Ärendets kod");
    if (isFromStart) await waitForQuestion(coordinator, "Har din situation förändrats");
    else await waitForFocus(codeField);
    await meter.reset();
    if (!isFromStart) {
      await coordinator.keyboard.type(code.toLowerCase().replaceAll("-", "").slice(1));
      await waitForQuestion(coordinator, "Har din situation förändrats");
    }
    await coordinator.getByText(/^.-....-., erbjuden .* på papper\. Är det här rätt\?$/).waitFor();
    assert.equal(await coordinator.locator(".field-problem").count(), 0);
    for (const key of ["1", "3", "2", "s"]) await coordinator.keyboard.press(key);
    await waitForFocus(coordinator.getByRole("button", { name: "Spara enkäten" }));
    const review = await coordinator.locator(".key-in-review dd").allInnerTexts();
    assert.deepEqual(
      [review[0], ...review.slice(2)],
      [code, "Förbättrats mycket", "Stor", "Ja, delvis", "Uppgift saknas"],
    );
    await assertCalm(coordinator);
    await coordinator.keyboard.press("Enter");
    await coordinator.getByText(`Enkäten för ${code} är mottagen`).waitFor();
    assert.equal(await meter.presses(), isFromStart ? 5 : 10);
    await waitForFocus(codeField);
    assert.equal(await codeField.inputValue(), "");
    await assertCalm(coordinator);
  }
});

step("where a client wants it read aloud, the page for that opens in her language", async () => {
  const code = await startCase();
  await openSurvey(code);
  await worker.keyboard.press("4");
  await worker.keyboard.press("Enter");
  await worker
    .locator(".survey-panel")
    .getByText(/^Erbjuden .* uppläst\.$/)
    .waitFor();
  await coordinator.goto(`/nyckla-in?arende=${code}`);
  const aloud = coordinator.getByRole("radio", { name: "Jag läser upp frågorna" });
  await aloud.waitFor();
  assert.ok(await aloud.isChecked());
  await coordinator.getByLabel("Språk", { exact: true }).selectOption("ar");
  const legend = coordinator.locator("legend [lang=ar][dir=rtl]");
  assert.equal(await legend.count(), 4);
  await coordinator.getByText("Läs upp först").waitFor();
  await assertCalm(coordinator);
});

step("a language is approved by whoever has read it all, by name, and taken back", async () => {
  await coordinator.goto("/enkatsprak");
  await waitForHeading(coordinator, "Enkätens språk");
  const english = coordinator.getByRole("region", { name: /^engelska/i });
  await pressAt(coordinator, english.getByText(/^Alla \d+ texter/));
  await english.locator("td[lang=en]").first().waitFor();
  await assertCalm(coordinator);
  await pressAt(coordinator, english.getByRole("button", { name: "Godkänn engelska" }));
  await english.getByText("Läs alla texter, och kryssa i att du har gjort det.").waitFor();
  await tabTo(coordinator, english.getByRole("checkbox"));
  await coordinator.keyboard.press("Space");
  await coordinator.keyboard.press("Enter");
  const { name } = demo.account("coordinator");
  await english.getByText(`Godkänt av ${name} den`).waitFor();
  await assertCalm(coordinator);
  await pressAt(coordinator, english.getByRole("button", { name: /^Ta tillbaka/ }));
  await english.getByText(/^Utkast/).waitFor();
});

step(
  "whom a client can ask is written by those who lead, and read by those who meet her",
  async () => {
    const written = "Familjefrid, telefon 0900-00 00 00";
    await tabTo(coordinator, coordinator.getByLabel("Vem kan klienten fråga?"));
    await coordinator.keyboard.type(written);
    const sheet = coordinator.getByRole("region", { name: "På bladet till klienten" });
    await pressAt(coordinator, sheet.getByRole("button", { name: "Spara" }));
    await sheet.getByText(/^Sparat/).waitFor();
    await worker.goto("/enkatsprak");
    await worker.getByText(written).waitFor();
    assert.equal(await worker.getByRole("button", { name: /^(Godkänn|Spara)/ }).count(), 0);
    await assertCalm(worker);
  },
);

step("the screen that is handed over holds nothing of the worker's, forwards or back", async () => {
  const code = await startCase();
  await openSurvey(code);
  await worker.keyboard.press("1");
  await assertCalm(worker);
  await worker.keyboard.press("Enter");
  await worker.waitForURL("**/e/oppna");
  assert.deepEqual(await worker.context().cookies(), []);
  for (let back = 0; back < 3; back++) {
    await worker.goBack();
    await waitForHeading(worker, "Logga in");
    assert.ok(!(await worker.content()).includes(code));
  }
});

step("no page did anything that it may not", () => {
  assert.deepEqual(troubles.flat(), []);
});

async function openAs(role: Role): Promise<Page> {
  const opened = await openWatchedPage(demo.browser, demo.origin);
  troubles.push(opened.troubles);
  const { account, municipality } = demo.account(role);
  const response = await opened.page.request.post("/api/demo-session", {
    headers: { Origin: demo.origin },
    data: { account, municipality: municipality.code },
  });
  assert.equal(response.status(), 201);
  return opened.page;
}

/** A case of the worker's, begun today. */
async function startCase(): Promise<string> {
  const { request } = worker;
  const session: SessionView = await (await request.get("/api/session")).json();
  const unit = session.grants.find(({ role }) => role === "caseWorker")?.unit?.id;
  const response = await request.post("/api/cases", {
    headers: { Origin: demo.origin, "Idempotency-Key": randomId(strongRandomness) },
    data: { startedOn: swedishDay(systemClock.now()), unit },
  });
  const { code }: CaseView = await response.json();
  return code;
}

async function openSurvey(code: string): Promise<void> {
  await worker.goto(`/arenden/${code}?fas=client`);
  await waitForQuestion(worker, how);
}

/** What stands under a heading of what lets the client in. */
async function told(heading: string): Promise<string> {
  const entry = worker.locator("dt", { hasText: heading });
  return (await entry.locator("xpath=following-sibling::dd[1]").innerText()).trim();
}
