import assert from "node:assert/strict";
import { addDays, randomId, strongRandomness, swedishDay, systemClock } from "#kernel";
import type { CampaignView, MeetingNoted } from "#server";
import { openBrowser } from "../test/journeys/browser.ts";
import { signInAs, waitForFocus } from "../test/journeys/by-keyboard.ts";
import { fitKeyMeter } from "../test/journeys/key-meter.ts";
import { atMost, type Benchmark } from "./harness/benchmark.ts";
import { type RunningDemo, startDemo } from "./harness/demo.ts";
import { type DemoVisitor, demoAccount, signIn } from "./harness/demo-visitor.ts";
import { openDurableInsert } from "./harness/durable-insert.ts";
import { quantile } from "./harness/quantile.ts";
import { atEnd } from "./harness/tidying.ts";

const smallDemo = ["--municipalities", "9", "--cases", "60"];

/** Asked, «Nej», and who was met: everything that can be noted of such a meeting, each a decision. */
const keys = ["1", "3", "1", "6"];

/** Ja: Space. Nej: Tab, two arrows. Kvinna: Tab, Space. 45–64: Tab, two arrows. And Enter. */
const nativeKeys = 10;

/** As in `registering.ts`: Card, Moran and Newell's keystroke-level model, an average typist. */
const secondsPerKey = 0.28;
const secondsPerDecision = 1.35;

export const tallying: Benchmark = {
  ids: {
    "tally-key-presses":
      "keys for a meeting in which the person was asked, with sex and age, until it is saved and the next can be noted, in Chromium",
    "tally-klm-seconds": "what that costs an expert: 0.28 s a key and 1.35 s a decision",
  },
  async measure(progress) {
    progress("starting a small demo and a browser");
    const { program, origin } = await startDemo({ words: smallDemo });
    const browser = await openBrowser();
    const close = atEnd(() => browser.close());
    const { campaign } = await planCampaign(origin);
    const page = await browser.newPage({ locale: "sv-SE", timezoneId: "Europe/Stockholm" });
    const meter = await fitKeyMeter(page);
    await page.goto(origin);
    await signInAs(page, await demoAccount(origin, "caseWorker"));
    await page.goto(`${origin}/fokusmanad/${campaign}/notera`);
    const first = page.getByRole("heading", { name: "Fick personen frågan om våld?" });
    await waitForFocus(first);
    await meter.reset();
    const saved = page.waitForResponse((response) => response.url().endsWith("/meetings"));
    for (const key of keys) await page.keyboard.press(key);
    assert.equal((await saved).status(), 200);
    await page.getByText("Kön: Kvinna. Ålder: 45–64 år.").waitFor();
    await waitForFocus(first);
    const pressed = await meter.presses();
    await close();
    await program.stop();
    const seconds = (count: number) => count * secondsPerKey + keys.length * secondsPerDecision;
    const what = "native HTML: four groups of radio buttons, by the fewest keys";
    return [
      atMost({
        ...{ id: "tally-key-presses", value: pressed, unit: "keys", goal: 4 },
        against: { what, value: nativeKeys },
      }),
      atMost({
        ...{ id: "tally-klm-seconds", value: seconds(pressed), unit: "s", goal: 10 },
        against: { what, value: seconds(nativeKeys) },
      }),
    ];
  },
};

const warmUp = 50;
const rounds = 10;
const savesPerRound = 50;

/** How meetings are noted on an ordinary day, and so how many rows of it each save writes anew. */
const combinations = ["F04=1;F06=3", "F04=1;F06=2;F09=1+2", "F04=1;F06=4", "F04=2;F05=1"].flatMap(
  (meeting) => ["", ";F07=1;F08=2", ";F07=2;F08=3"].map((person) => meeting + person),
);

export const savingTallies: Benchmark = {
  ids: { "tally-save-p95": "saving a noted meeting over HTTP, one worker, 95th percentile" },
  async measure(progress) {
    progress("starting a small demo");
    const demo = await startDemo({ words: smallDemo });
    const bare = await openDurableInsert(demo.dataFolder);
    const note = await startNoting(demo);
    await repeat(warmUp, note);
    await repeat(warmUp, bare.insert);
    progress(`${rounds * savesPerRound} meetings`);
    const saves: number[] = [];
    const inserts: number[] = [];
    for (let round = 0; round < rounds; round++) {
      saves.push(...(await repeat(savesPerRound, note)));
      inserts.push(...(await repeat(savesPerRound, bare.insert)));
    }
    await bare.close();
    await demo.program.stop();
    const what = "a bare insert and commit, synced, in the same database: the same percentile";
    const against = { what, value: quantile(inserts, 0.95) };
    const value = quantile(saves, 0.95);
    return [atMost({ id: "tally-save-p95", value, unit: "ms", goal: 50, against })];
  },
};

async function startNoting({ origin }: RunningDemo): Promise<() => Promise<number>> {
  const { campaign, worker, unit, day } = await planCampaign(origin);
  let turn = 0;
  return async () => {
    const combination = combinations[turn % combinations.length] ?? "";
    const body = { receipt: `receipt-${String(turn++).padStart(24, "0")}`, unit, day, combination };
    const begun = performance.now();
    const told = await worker.request<MeetingNoted>(
      `POST /api/campaigns/${campaign}/meetings`,
      body,
    );
    const taken = performance.now() - begun;
    assert.deepEqual(told, { outcome: "noted", ofTheDay: turn });
    return taken;
  };
}

type Planned = {
  readonly campaign: string;
  readonly worker: DemoVisitor;
  readonly unit: string;
  readonly day: string;
};

/** One of the worker's unit that goes on today. */
async function planCampaign(origin: string): Promise<Planned> {
  const campaign = randomId(strongRandomness);
  const worker = await signIn(origin, await demoAccount(origin, "caseWorker"));
  const planner = await signIn(origin, await demoAccount(origin, "unitManager"));
  const day = swedishDay(systemClock.now());
  const { unit } = worker;
  await planner.request<CampaignView>(`PUT /api/campaigns/${campaign}`, {
    revision: 0,
    name: "Fokusmånad på prov",
    firstDay: day,
    lastDay: addDays(day, 20),
    routine: null,
    units: [{ unit, kind: 1, expected: null }],
    instrument: { kind: "own" },
    contacts: "",
    goals: "",
    guide: "",
    round: null,
    tellsReceiver: false,
  });
  return { campaign, worker, unit, day };
}

async function repeat(times: number, act: () => Promise<number>): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let time = 0; time < times; time++) taken.push(await act());
  return taken;
}
