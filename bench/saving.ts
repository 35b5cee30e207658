import { setTimeout as pause } from "node:timers/promises";
import { type Randomness, seededRandomness } from "#kernel";
import { type AnsweredCase, startAnsweredCase } from "./harness/answered-case.ts";
import { atMost, type Benchmark, type Progress } from "./harness/benchmark.ts";
import { startDemo } from "./harness/demo.ts";
import { demoAccount, signIn } from "./harness/demo-visitor.ts";
import { type DurableInsert, openDurableInsert } from "./harness/durable-insert.ts";
import { quantile } from "./harness/quantile.ts";

const floor = "a bare insert and commit, synced, in the same database: the same percentile";

/** Saves before the first that counts: a running server has long been warm. */
const warmUp = 50;

/** One worker who answers without a pause: ten rounds, so that both sides see the same disk. */
const rounds = 10;
const savesPerRound = 50;

export const savingAlone: Benchmark = {
  ids: { "save-p95-1": "saving an answer over HTTP, one worker, 95th percentile" },
  async measure(progress) {
    progress("starting the demo");
    const { program, origin, dataFolder } = await startDemo();
    const bare = await openDurableInsert(dataFolder);
    const own = await startCase(origin);
    await repeat(warmUp, own.saveNext);
    await repeat(warmUp, bare.insert);
    progress(`${rounds * savesPerRound} saves by one worker`);
    const saves: number[] = [];
    const inserts: number[] = [];
    for (let round = 0; round < rounds; round++) {
      saves.push(...(await repeat(savesPerRound, own.saveNext)));
      inserts.push(...(await repeat(savesPerRound, bare.insert)));
    }
    await bare.close();
    await program.stop();
    const against = { what: floor, value: quantile(inserts, 0.95) };
    const value = quantile(saves, 0.95);
    return [atMost({ id: "save-p95-1", value, unit: "ms", goal: 25, against })];
  },
};

/** All in one municipality, whose saves wait for each other the most. */
const seconds = 60;

type Crowd = {
  readonly id: string;
  readonly what: string;
  readonly workers: number;
  readonly share: number;
  readonly goal: number;
};

function savingBy({ id, what, workers, share, goal }: Crowd): Benchmark {
  return {
    ids: { [id]: what },
    async measure(progress) {
      progress("starting the demo");
      const { program, origin, dataFolder } = await startDemo();
      const bare = await openDurableInsert(dataFolder);
      const cases: AnsweredCase[] = [];
      while (cases.length < workers) cases.push(await startCase(origin));
      for (const each of cases) await repeat(warmUp / 10, each.saveNext);
      await repeat(warmUp, bare.insert);
      const saves = await saveTogether(cases, progress);
      const inserts = await repeat(Math.min(saves.length, mostInserts), bare.insert);
      await bare.close();
      await program.stop();
      const against = { what: floor, value: quantile(inserts, share) };
      return [atMost({ id, value: quantile(saves, share), unit: "ms", goal, against })];
    },
  };
}

/** Enough for any percentile; more would only take longer. */
const mostInserts = 1000;

export const savingTogether = savingBy({
  id: "save-p95-20",
  what: "the same with 20 workers, each answering every 2 s in a case of her own, for a minute",
  workers: 20,
  share: 0.95,
  goal: 60,
});

/** A county's registration day. */
export const savingInCrowd = savingBy({
  id: "save-p99-200",
  what: "the same with 200 workers, 99th percentile, no errors",
  workers: 200,
  share: 0.99,
  goal: 200,
});

/** A case of one's own, in a session of one's own; the account is the demo's only one of its role. */
async function startCase(origin: string): Promise<AnsweredCase> {
  return await startAnsweredCase(await signIn(origin, await demoAccount(origin, "caseWorker")));
}

/** An error in any save ends the measurement: a save that failed was not fast. */
async function saveTogether(
  cases: readonly AnsweredCase[],
  progress: Progress,
): Promise<readonly number[]> {
  const until = performance.now() + seconds * 1000;
  const randomness = seededRandomness(20);
  const saves: number[] = [];
  const shifts = cases.map((own) => work(own, until, randomness, (taken) => saves.push(taken)));
  const clock = setInterval(() => {
    const left = Math.round((until - performance.now()) / 1000);
    progress(`${cases.length} workers: ${saves.length} saves, ${left} s left`);
  }, 10_000);
  try {
    await Promise.all(shifts);
  } finally {
    clearInterval(clock);
  }
  return saves;
}

async function work(
  own: AnsweredCase,
  until: number,
  randomness: Randomness,
  note: (taken: number) => void,
): Promise<void> {
  // Not in step: people think for one to three seconds, and so two sometimes save at once.
  await pause(randomness.below(2000));
  while (performance.now() < until) {
    const begun = performance.now();
    note(await own.saveNext());
    const thinking = 1000 + randomness.below(2000);
    await pause(Math.max(0, begun + thinking - performance.now()));
  }
}

async function repeat(times: number, act: DurableInsert["insert"]): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let time = 0; time < times; time++) taken.push(await act());
  return taken;
}
