import { parseArgs } from "node:util";
import { seededRandomness, strongRandomness, swedishDay, systemClock } from "#kernel";
import { demoAccounts, demoWorld, fillDemo } from "#scenario";
import { type Environment, readEnvironment } from "#server";
import { type OpenStore, openThrowAway } from "#store";
import { compileDemo } from "../compile-demo.ts";
import { fail } from "../fail.ts";
import { openStore } from "../open-store.ts";
import { type PopulationSize, readSize, sizeOptions } from "../population-size.ts";
import { nationLines } from "../release-lines.ts";
import { serve } from "../serve.ts";
import { showProgress } from "../show-progress.ts";
import { untilStopped } from "../until-stopped.ts";

/**
 * `npm run demo`: invented municipalities, the same every time, in a throw-away database unless one is
 * named. Work in hand is counted back from today.
 */
export async function demo(words: readonly string[]): Promise<void> {
  const size = readWish(words);
  if (typeof size === "string") return fail([size]);
  const environment = readEnvironment(process.env);
  if (environment.kind === "refused") return fail(environment.problems);
  const stopped = untilStopped();
  say("Starting a database …");
  const opened = await openDemoStore(environment.value);
  if (opened.kind === "refused") return fail(opened.problems);
  const store = opened.value;

  const prepared = await Promise.race([prepare(store, size), stopped]);
  if (!prepared) return store.close();
  const { accounts, release } = prepared;
  if (release.kind === "refused") {
    await store.close();
    return fail(release.problems);
  }
  await serve({
    store,
    environment: environment.value,
    demoAccounts: accounts,
    release: release.value,
    announce: (address) => {
      const lines = accounts.map(({ role, name, municipality }) => {
        return `  ${role.padEnd(16)} ${name}, ${municipality.name}`;
      });
      const nation = nationLines(release.value);
      say(["", "What the deliveries say of the nation:", "", ...nation].join("\n"));
      say(
        ["", `Skillnad serves at ${address}`, "", "Sign in by one click as:", ...lines].join("\n"),
      );
      say("\nEverything is invented. Stop with Ctrl-C; nothing is kept.");
    },
    stopped,
  });
}

/** The nation and its release. A demo that was kept has its cases already. */
async function prepare(store: OpenStore, size: PopulationSize) {
  const world = demoWorld(size.seed, swedishDay(systemClock.now()), size);
  if ((await store.municipalities()).length === 0) {
    say(`Inventing ${size.municipalities} municipalities with people and cases …`);
    const progress = showProgress(world.organisations.length, "places");
    await fillDemo(store, world, progress.add);
    progress.end();
  }
  say("Compiling what they deliver …");
  const release = await compileDemo(store, world, seededRandomness(size.seed));
  return { accounts: demoAccounts(world), release };
}

function readWish(words: readonly string[]): PopulationSize | string {
  try {
    return readSize(parseArgs({ args: [...words], options: sizeOptions }).values);
  } catch (error) {
    return `${(error as Error).message}. Try: skillnad demo --help`;
  }
}

function openDemoStore(environment: Environment) {
  const { store } = environment;
  const isNamed = store.kind === "server" || store.folder !== undefined;
  if (isNamed) return openStore(environment, "demo");
  return openThrowAway({ kind: "demo", clock: systemClock, randomness: strongRandomness });
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
