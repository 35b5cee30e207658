import { join } from "node:path";
import type { Page } from "playwright-core";
import { type Hands, wholeFirstRun } from "../test/journeys/begin-first-run.ts";
import { openBrowser } from "../test/journeys/browser.ts";
import { waitForHeading } from "../test/journeys/by-keyboard.ts";
import { makeBenchFolder } from "./harness/bench-folder.ts";
import { atMost, type Benchmark } from "./harness/benchmark.ts";
import { scriptCommand, startProgram } from "./harness/running-program.ts";
import { atEnd } from "./harness/tidying.ts";

/** Nobody's typing is measured: each field is filled at once. */
const hands: Hands = {
  write: (page, label, text) => page.getByLabel(label, { exact: true }).fill(text),
  seen: async () => {},
};

export const firstRun: Benchmark = {
  ids: {
    "first-run-seconds":
      "the first run in Chromium, from the address that the terminal tells on an empty folder to the first question of the first case, without the time to type",
  },
  async measure(progress) {
    progress("starting on an empty folder, and a browser");
    const variables = { PORT: "0", SKILLNAD_DATA: join(makeBenchFolder(), "data") };
    const program = startProgram(scriptCommand("start"), variables);
    const beginning = (await program.said(/Begin at \S+/)).replace("Begin at ", "");
    const browser = await openBrowser();
    const close = atEnd(() => browser.close());
    const { origin } = new URL(beginning);
    const page = await browser.newPage({
      baseURL: origin,
      locale: "sv-SE",
      timezoneId: "Europe/Stockholm",
    });
    progress("the first run");
    const taken = await secondsOf(() => goThrough(page, beginning));
    progress("the floor: its pages alone");
    const pages = await secondsOf(() => openPages(page));
    await close();
    await program.stop();
    const against = { what: "opening its pages one by one, nothing else", value: pages };
    return [atMost({ id: "first-run-seconds", value: taken, unit: "s", goal: 20, against })];
  },
};

async function goThrough(page: Page, beginning: string): Promise<void> {
  await wholeFirstRun(page, beginning, hands);
  await page.keyboard.press("Enter");
  await page.getByRole("group", { name: "Kön" }).waitFor();
}

const itsPages = [
  ["/kom-igang/enheter", "Kom igång: enheter"],
  ["/kom-igang/kodbok", "Kom igång: frågorna"],
  ["/kom-igang/personer", "Kom igång: personer"],
  ["/kom-igang/klart", "Kom igång: första ärendet"],
  ["/arenden/nytt", "Nytt ärende"],
] as const;

async function openPages(page: Page): Promise<void> {
  for (const [path, heading] of itsPages) {
    await page.goto(path);
    await waitForHeading(page, heading);
  }
}

async function secondsOf(act: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await act();
  return (performance.now() - begun) / 1000;
}
