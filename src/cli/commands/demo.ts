import { seededRandomness, strongRandomness, swedishDay, systemClock } from "#kernel";
import { demoAccounts, demoWorld, fillDemo } from "#scenario";
import { type Environment, readEnvironment } from "#server";
import { openThrowAway } from "#store";
import { fail } from "../fail.ts";
import { openStore } from "../open-store.ts";
import { serve } from "../serve.ts";
import { untilStopped } from "../until-stopped.ts";

/** The same invented municipalities every time, with dates counted back from today. */
const seed = 2026;

/** `npm run demo`: invented municipalities, in a throw-away database unless one is named. */
export async function demo(): Promise<void> {
  const environment = readEnvironment(process.env);
  if (environment.kind === "refused") return fail(environment.problems);
  const stopped = untilStopped();
  say("Starting a database …");
  const opened = await openDemoStore(environment.value);
  if (opened.kind === "refused") return fail(opened.problems);
  const store = opened.value;

  const world = demoWorld(seededRandomness(seed), swedishDay(systemClock.now()));
  if ((await store.municipalities()).length === 0) {
    say("Inventing municipalities, people and cases …");
    await fillDemo(store, world);
  }
  const accounts = demoAccounts(world);
  await serve(
    store,
    environment.value,
    accounts,
    (address) => {
      const lines = accounts.map(({ role, name, municipality }) => {
        return `  ${role.padEnd(16)} ${name}, ${municipality.name}`;
      });
      say(
        ["", `Skillnad serves at ${address}`, "", "Sign in by one click as:", ...lines].join("\n"),
      );
      say("\nEverything is invented. Stop with Ctrl-C; nothing is kept.");
    },
    stopped,
  );
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
