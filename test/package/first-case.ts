/**
 * The first run and a first case, by keyboard in a browser: in what has been installed without a network,
 * from the address that its first start told. Says what became of the case.
 */
import { effectiveCodebook } from "#codebook";
import { answerSheet } from "#scenario";
import type { CaseView } from "#server";
import { byKeyboard, wholeFirstRun } from "../journeys/begin-first-run.ts";
import { openBrowser } from "../journeys/browser.ts";
import { waitForHeading } from "../journeys/by-keyboard.ts";
import { registerFast } from "../journeys/register-fast.ts";

const beginning = process.argv[2] ?? "";
const codebook = effectiveCodebook("su-kvinnofrid-2021");
if (!codebook) throw new Error("the library has no codebook");
const browser = await openBrowser();
try {
  const page = await browser.newPage({
    baseURL: new URL(beginning).origin,
    locale: "sv-SE",
    timezoneId: "Europe/Stockholm",
  });
  await wholeFirstRun(page, beginning, byKeyboard);
  await page.goto("/");
  await waitForHeading(page, "Start");
  const { code } = await registerFast(page, codebook, answerSheet);
  const told = (await (await page.request.get(`/api/cases/${code}`)).json()) as CaseView;
  process.stdout.write(`The first case ${told.code} is ${told.state}.\n`);
} finally {
  await browser.close();
}
