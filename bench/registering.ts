import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import type { Codebook, Item } from "#codebook";
import {
  accountId,
  municipalityCode,
  seededRandomness,
  swedishDay,
  systemClock,
  unitId,
} from "#kernel";
import { answerSheet, registerSheet, type WrittenCase } from "#scenario";
import type { CaseView } from "#server";
import { openBrowser } from "../test/journeys/browser.ts";
import { signInAs } from "../test/journeys/by-keyboard.ts";
import { fitKeyMeter, type KeyMeter, type Move } from "../test/journeys/key-meter.ts";
import { type FastCase, registerFast } from "../test/journeys/register-fast.ts";
import { atMost, type Benchmark, type Result } from "./harness/benchmark.ts";
import { startDemo } from "./harness/demo.ts";
import { type DemoVisitor, demoAccount, signIn } from "./harness/demo-visitor.ts";
import { quantile } from "./harness/quantile.ts";
import { sheetInWords } from "./harness/sheet-in-words.ts";
import { atEnd } from "./harness/tidying.ts";

/** The same sheet in other form engines, by the fewest keys that each allows. Measured once. */
const peers = {
  surveyJs: { what: "SurveyJS, the same sheet", keys: 142, seconds: 87 },
  nativeHtml: { what: "native HTML, where a day is typed in full", keys: 148 },
};

/**
 * The keystroke-level model: an expert's time without mistakes, 0.28 s a key (an average typist) and
 * 1.35 s for each mental act. Decisions are counted as one for every question that is answered, the
 * day of start and of closing among them: what to press is decided once, the digits of a day follow.
 * Source: Card, Moran and Newell, «The keystroke-level model for user performance time with
 * interactive systems», Communications of the ACM 23(7), 1980.
 */
const secondsPerKey = 0.28;
const secondsPerDecision = 1.35;

/** Few cases beside: what is measured is the page. */
const smallDemo = ["--municipalities", "9", "--cases", "60"];

/** As many as give both sheets enough moves for a 95th percentile. */
const rounds = 2;

export const registering: Benchmark = {
  ids: {
    "case-key-presses":
      "keys from N on Start until the answer sheet's case is closed, by keyboard alone in Chromium",
    "case-key-presses-today": "the same with every day of the sheet today",
    "case-klm-seconds": "what the first costs an expert: 0.28 s a key and 1.35 s a decision",
    "next-question-p95":
      "from the key until focus stands at the next question and the frame is painted, 95th percentile over whole cases",
  },
  async measure(progress) {
    progress("starting a small demo and a browser");
    const { program, origin } = await startDemo({ words: smallDemo });
    const browser = await openBrowser();
    const close = atEnd(() => browser.close());
    const visitor = await signIn(origin, await demoAccount(origin, "caseWorker"));
    const page = await browser.newPage({ locale: "sv-SE", timezoneId: "Europe/Stockholm" });
    const meter = await fitKeyMeter(page);
    const moves: Move[] = [];

    async function register(sheet: WrittenCase): Promise<Registered> {
      await page.goto(origin);
      const found = await registerMeasured(page, meter, visitor, sheet);
      moves.push(...(await meter.moves()));
      return found;
    }

    await page.goto(origin);
    await signInAs(page, visitor.account);
    const today = everyDay(answerSheet, swedishDay(systemClock.now()));
    progress(sheetInWords(answerSheet));
    const whole = await register(answerSheet);
    const wholeToday = await register(today);
    for (let round = 1; round < rounds; round++) {
      await register(answerSheet);
      await register(today);
    }
    progress(told(whole));
    const tabs = await movesByTab(page, meter);
    await close();
    await program.stop();
    return [
      ...costs(whole, wholeToday),
      atMost({
        id: "next-question-p95",
        value: quantile(takenBy(moves), 0.95),
        unit: "ms",
        goal: 50,
        against: {
          what: "Tab, the browser's own way to the next field",
          value: quantile(takenBy(tabs), 0.95),
        },
      }),
    ];
  },
};

type Registered = Omit<FastCase, "code"> & { readonly keys: number };

/** @throws unless what is stored is the sheet, neither more nor less: a fast mistake is not fast. */
async function registerMeasured(
  page: Page,
  meter: KeyMeter,
  visitor: DemoVisitor,
  sheet: WrittenCase,
): Promise<Registered> {
  const codebook = await visitor.request<Codebook>(`GET /api/codebooks/${codebookId}`);
  await page.getByRole("heading", { name: "Start", level: 1 }).waitFor();
  await meter.reset();
  const { code, ...done } = await registerFast(page, codebook, sheet);
  const keys = await meter.presses();
  const view = await visitor.request<CaseView>(`GET /api/cases/${code}`);
  const wanted = storedForm(sheet, codebook, visitor);
  const { answers, items } = view.sheet;
  assert.deepEqual({ answers, items: items.map(withoutId) }, wanted, `${code} is not the sheet`);
  assert.deepEqual(
    [view.state, view.startedOn, view.closedOn],
    ["closed", sheet.startedOn, sheet.closedOn],
  );
  return { keys, ...done };
}

const codebookId = "su-kvinnofrid-2021";

function storedForm(sheet: WrittenCase, codebook: Codebook, { account, unit }: DemoVisitor) {
  const setting = {
    municipality: municipalityCode(account.municipality.code),
    unit: unitId(unit),
    worker: accountId(account.account),
    randomness: seededRandomness(1),
    takenCodes: new Set<string>(),
  };
  const { answers, items } = registerSheet(sheet, codebook, setting).record.sheet;
  return { answers, items: items.map(withoutId) };
}

function withoutId({ group, phase, answers }: Item) {
  return { group, phase, answers };
}

function everyDay(sheet: WrittenCase, day: WrittenCase["startedOn"]): WrittenCase {
  const rows = sheet.rows.map(({ fields, ...row }) => ({
    ...row,
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, written]) => [
        name,
        typeof written === "string" ? day : written,
      ]),
    ),
  }));
  return { ...sheet, rows, startedOn: day, closedOn: day };
}

function costs(whole: Registered, wholeToday: Registered): readonly Result[] {
  const { surveyJs, nativeHtml } = peers;
  return [
    atMost({
      id: "case-key-presses",
      value: whole.keys,
      unit: "keys",
      goal: 95,
      against: { what: surveyJs.what, value: surveyJs.keys },
    }),
    atMost({
      id: "case-key-presses-today",
      value: wholeToday.keys,
      unit: "keys",
      goal: 60,
      against: { what: nativeHtml.what, value: nativeHtml.keys },
    }),
    atMost({
      id: "case-klm-seconds",
      value: secondsByModel(whole),
      unit: "s",
      goal: 80,
      against: { what: surveyJs.what, value: surveyJs.seconds },
    }),
  ];
}

function secondsByModel({ keys, answered }: Registered): number {
  return keys * secondsPerKey + answered * secondsPerDecision;
}

function told({ keys, answered, wentOn }: Registered): string {
  // Without «g» there is no «g» to press either.
  const withoutGoingOn = keys + wentOn - 1;
  return `stored as on the sheet: ${keys} keys and ${answered} decisions; ${withoutGoingOn} keys with Enter after every choice`;
}

/** The floor: from field to field of the same page by the browser itself, measured the same way. */
async function movesByTab(page: Page, meter: KeyMeter): Promise<readonly Move[]> {
  await page.keyboard.press("Escape");
  await page.goto(new URL("/", page.url()).href);
  await page.getByRole("heading", { name: "Start", level: 1 }).waitFor();
  await page.keyboard.press("n");
  await page.getByRole("heading", { name: "Nytt ärende", level: 1 }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("group", { name: "Kön" }).waitFor();
  await meter.reset();
  for (let pass = 0; pass < 6; pass++) {
    const key = pass % 2 === 0 ? "Tab" : "Shift+Tab";
    for (let step = 0; step < 9; step++) await page.keyboard.press(key);
  }
  return (await meter.moves()).filter(({ key }) => key === "Tab");
}

function takenBy(moves: readonly Move[]): readonly number[] {
  return moves.map(({ taken }) => taken);
}
