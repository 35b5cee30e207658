import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import type { Browser, Page } from "playwright-core";
import type { AnswerValue } from "#codebook";
import type { CaseHistory, CaseView } from "#server";
import {
  allEndWithin,
  living,
  processTree,
  type RunningProgram,
  startProgram,
} from "../processes/running-program.ts";
import { openBrowser } from "./browser.ts";
import { signInAs } from "./by-keyboard.ts";
import { beginCase, waitForQuestion, waitUntilSaved } from "./case-on-page.ts";
import { journey } from "./journey.ts";
import { openWatchedPage } from "./watched-page.ts";

/** The whole program with its database is killed in the middle of a case, and started again. */
// Process trees are read from /proc.
const step = process.platform === "linux" ? journey() : () => {};
const folder = mkdtempSync(join(tmpdir(), "skillnad-throw-away-journey-"));
let program: RunningProgram;
let browser: Browser;
let page: Page;
let origin: string;
let port: number;
let code: string;

before(async () => {
  chmodSync(folder, 0o755);
  port = await freePort();
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  await kill();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

step("a case is begun, and its first answer is saved", async () => {
  await start();
  ({ page } = await openWatchedPage(browser, origin));
  await page.goto("/");
  await signInAs(page, { name: "Anna Tallvik" });
  code = await beginCase(page);
  await page.keyboard.press("1");
  await waitUntilSaved(page);
});

step("the server is killed; the answers that follow wait, and the page says so", async () => {
  await kill();
  await page.keyboard.press("Enter");
  await page.keyboard.type("1988");
  await page.keyboard.press("Enter");
  await waitForQuestion(page, "Födelsebakgrund");
  await page.keyboard.press("3");
  await says("Vi fick ingen kontakt. Dina två senaste svar sparas när kontakten är tillbaka.");
});

step(
  "started again on the same folder, it is given what waited, in its order and once",
  async () => {
    await start();
    await tryNow();
    await waitUntilSaved(page);
    assert.deepEqual(await answered(), ["V01=1", "V02=1988", "V03=3"]);
  },
);

step(
  "killed again while an answer is on its way, it holds that answer once and no half case",
  async () => {
    await waitForQuestion(page, "Födelsebakgrund");
    await page.keyboard.press("Enter");
    haltDatabase();
    const sent = page.waitForRequest((request) => request.url().endsWith("/answers/V04"));
    await page.keyboard.press("2");
    await sent;
    await kill();
    await says("Vi fick ingen kontakt. Ditt senaste svar sparas när kontakten är tillbaka.");
    await start();
    await tryNow();
    await waitUntilSaved(page);
    assert.deepEqual(await answered(), ["V01=1", "V02=1988", "V03=3", "V04=2"]);
  },
);

step("the work goes on where it was, with the same session", async () => {
  await page.keyboard.press("Enter");
  await waitForQuestion(page, "Huvudsaklig försörjning");
  await page.keyboard.press("1");
  await waitUntilSaved(page);
  assert.deepEqual((await answered()).at(-1), "V05=1");
});

async function start(): Promise<void> {
  const words = ["src/cli/index.ts", "demo", "--municipalities", "9", "--cases", "60"];
  program = startProgram(process.execPath, words, { PORT: String(port), SKILLNAD_DATA: folder });
  [, origin = ""] = await program.says(/serves at (http\S+)/);
}

/** Everything at once, the database too, as a power cut would. */
async function kill(): Promise<void> {
  const { pid } = program.process;
  if (pid === undefined || living([pid]).length === 0) return;
  const tree = processTree(pid);
  for (const each of living(tree)) killNow(each);
  assert.ok(await allEndWithin(tree, 30), "everything has ended");
}

/** So that the answer is surely on its way when everything is killed, and not saved already. */
function haltDatabase(): void {
  const [, ...started] = processTree(program.process.pid ?? 0);
  for (const each of living(started)) process.kill(each, "SIGSTOP");
}

/** What has ended in the meantime, since its parent died first, is what was wanted. */
function killNow(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (reason) {
    if ((reason as NodeJS.ErrnoException).code !== "ESRCH") throw reason;
  }
}

/**
 * What the server holds, in the order it was saved, by the case's own history: an answer that was
 * saved twice would stand there twice.
 */
async function answered(): Promise<readonly string[]> {
  const view = await ask<CaseView>(`/api/cases/${code}`);
  const { revisions } = await ask<CaseHistory>(`/api/cases/${code}/history`);
  const history = revisions
    .toSorted((a, b) => a.revision - b.revision)
    .flatMap(({ changes }) => changes)
    .flatMap((change) =>
      change.kind === "answer-set" ? [`${change.address.variable}=${inWords(change.to)}`] : [],
    );
  const now = Object.entries(view.sheet.answers).map(
    ([name, value]) => `${name}=${inWords(value)}`,
  );
  assert.deepEqual(history.toSorted(), now.toSorted());
  return history;
}

function inWords(value: AnswerValue | null): string {
  if (value?.kind === "codes") return value.codes.join("+");
  return value?.kind === "number" ? String(value.number) : "?";
}

async function ask<Answer>(path: string): Promise<Answer> {
  return (await page.evaluate(async (asked) => (await fetch(asked)).json(), path)) as Answer;
}

async function says(text: string): Promise<void> {
  await page.getByRole("status").getByText(text, { exact: true }).waitFor();
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** Unless the page has just tried by itself, and the button is gone. */
async function tryNow(): Promise<void> {
  const button = page.getByRole("button", { name: "Försök nu" });
  await button.evaluateAll(([found]) => found instanceof HTMLElement && found.click());
}
