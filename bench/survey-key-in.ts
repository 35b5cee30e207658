import type { CaseView } from "#server";
import { openBrowser } from "../test/journeys/browser.ts";
import { signInAs, waitForFocus } from "../test/journeys/by-keyboard.ts";
import { fitKeyMeter } from "../test/journeys/key-meter.ts";
import { atMost, type Benchmark } from "./harness/benchmark.ts";
import { startDemo } from "./harness/demo.ts";
import { type DemoVisitor, demoAccount, signIn } from "./harness/demo-visitor.ts";
import { atEnd } from "./harness/tidying.ts";

const smallDemo = ["--municipalities", "9", "--cases", "60"];

const startedOn = "2026-01-12";

/** «Förbättrats lite», «Stor», «Ja, delvis», and one that the client left out. */
const answers = ["2", "3", "2", "s"];

/** Six characters; Tab five times, past the day; arrows 1, 2, 1 and, to the last, 1; Enter. */
const nativeHtml = { what: "native HTML: the whole code, Tab, arrows to the answers", value: 17 };

export const keyingIn: Benchmark = {
  ids: {
    "survey-key-in":
      "keys for one paper survey out of a pile: from an empty page of four questions until it is sealed and the next can be typed, in Chromium",
  },
  async measure(progress) {
    progress("starting a small demo and a browser");
    const { program, origin } = await startDemo({ words: smallDemo });
    const browser = await openBrowser();
    const close = atEnd(() => browser.close());
    const code = await offerOnPaper(await signIn(origin, await demoAccount(origin, "caseWorker")));
    const page = await browser.newPage({ locale: "sv-SE", timezoneId: "Europe/Stockholm" });
    const meter = await fitKeyMeter(page);
    await page.goto(origin);
    await signInAs(page, await demoAccount(origin, "coordinator"));
    await page.goto(`${origin}/nyckla-in`);
    const codeField = page.getByLabel("Ärendets kod");
    await waitForFocus(codeField);
    await meter.reset();
    await page.keyboard.type(code.replaceAll("-", "").slice(1).toLowerCase());
    for (const key of answers) await page.keyboard.press(key);
    await waitForFocus(page.getByRole("button", { name: "Spara enkäten" }));
    await page.keyboard.press("Enter");
    await page.getByText(`Enkäten för ${code} är mottagen`).waitFor();
    await waitForFocus(codeField);
    const keys = await meter.presses();
    await close();
    await program.stop();
    return [
      atMost({
        id: "survey-key-in",
        value: keys,
        unit: "keys",
        goal: 10,
        against: nativeHtml,
      }),
    ];
  },
};

async function offerOnPaper(worker: DemoVisitor): Promise<string> {
  const body = { startedOn, unit: worker.unit };
  const { code } = await worker.request<CaseView>("POST /api/cases", body);
  const survey = { kind: "offered", on: startedOn, mode: "paper" };
  await worker.request<CaseView>(`PUT /api/cases/${code}/survey`, { survey });
  return code;
}
