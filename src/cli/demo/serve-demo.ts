import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openRelease, type Release } from "#compilation";
import { refused, strongRandomness, swedishDay, systemClock } from "#kernel";
import { type DemoAccount, demoWorld, playCounty, playRounds, type World } from "#scenario";
import type { Environment } from "#server";
import { type OpenStore, openThrowAway } from "#store";
import { fail } from "../fail.ts";
import { openStore } from "../open-store.ts";
import type { PopulationSize } from "../population-size.ts";
import { nationLines } from "../release-lines.ts";
import { serve } from "../serve.ts";
import { untilStopped } from "../until-stopped.ts";
import {
  type DemoFound,
  type DemoOrder,
  filesIn,
  foundIn,
  interimIn,
  releaseIn,
} from "./demo-order.ts";
import { type DemoHalfYear, freezeDemo } from "./freeze-demo.ts";
import { listPublished } from "./list-published.ts";
import { prepareApart } from "./prepare-apart.ts";
import { publishApart } from "./publish-apart.ts";

/** What the demo and the practice are served by. */
export type DemoServing = {
  readonly environment: Environment;
  readonly size: PopulationSize;
};

/** Until it is stopped: invented municipalities, in a throw-away database unless one is named. */
export async function serveDemo({ environment, size }: DemoServing): Promise<void> {
  const stopped = untilStopped();
  const workshop = await mkdtemp(join(tmpdir(), "skillnad-workshop-"));
  const ended = new AbortController();
  void stopped.then(() => ended.abort());
  let publishing: Promise<void> | undefined;
  try {
    const opened = await openPrepared(environment, { size, workshop }, stopped);
    if (opened.kind === "refused") return fail(opened.problems);
    const release = await openRelease(interimIn(workshop));
    if (release.kind === "refused") {
      await opened.value.close();
      return fail(release.problems);
    }
    const store = opened.value;
    const found = JSON.parse(await readFile(foundIn(workshop), "utf8")) as DemoFound;
    const { accounts, halfYear } = found;
    await serve({
      store,
      environment,
      files: filesIn(workshop),
      demoAccounts: accounts,
      release: release.value,
      announce(address, publish, port) {
        say(greeting(address, accounts, nationLines(release.value)));
        const today = swedishDay(systemClock.now());
        const world = demoWorld(size.seed, today, size);
        const server = { store, base: `http://127.0.0.1:${port}`, origin: address };
        const published = { store, workshop, world };
        const played = { server, world, today };
        publishing = playBehind(() => playRounds(played), "round", ended.signal)
          .then(() => {
            const { signal } = ended;
            const county = { ...played, seed: size.seed, signal };
            return playBehind(() => playCounty(county), "focus month", signal);
          })
          .then(() => publishBelow(published, publish, ended.signal))
          .then(() => (halfYear ? freezeBehind(store, halfYear, ended.signal) : undefined));
      },
      stopped,
    });
  } finally {
    ended.abort();
    await publishing;
    await rm(workshop, { recursive: true, force: true });
  }
}

/** Where it could not be prepared, the process that tried has told why. */
async function openPrepared(environment: Environment, order: DemoOrder, stopped: Promise<void>) {
  const { store } = environment;
  if (store.kind === "server" || store.folder !== undefined) {
    const isPrepared = await prepareApart(order, stopped);
    return isPrepared ? openStore(environment, "demo") : refused();
  }
  const passedIn = { clock: systemClock, randomness: strongRandomness };
  return openThrowAway({ ...passedIn, kind: "demo", isDurable: false }, (folder) =>
    prepareApart({ ...order, folder }, stopped),
  );
}

/** What has been asked for and sent, while the first page is looked at: no start waits for it. */
async function playBehind(
  play: () => Promise<void>,
  what: string,
  signal: AbortSignal,
): Promise<void> {
  try {
    await play();
  } catch (error) {
    if (!signal.aborted) say(`No ${what} is under way: ${(error as Error).message}`);
  }
}

type Published = { readonly store: OpenStore; readonly workshop: string; readonly world: World };

/** Areas and municipalities follow when nobody could be found in them: no page waits for it. */
async function publishBelow(
  { store, workshop, world }: Published,
  publish: (release: Release) => void,
  signal: AbortSignal,
): Promise<void> {
  const { id: round } = world.round;
  const isDone = await publishApart(workshop, round, signal);
  if (signal.aborted) return;
  const release = isDone ? await openRelease(releaseIn(workshop, round)) : undefined;
  if (release?.kind !== "done") {
    if (release) fail(release.problems);
    return say("Areas and municipalities are not published; the nation is.");
  }
  await listPublished(store, workshop, world, release.value);
  publish(release.value);
  say(`Areas and municipalities are published. Audited: ${release.value.verdict.en}.`);
}

/** A municipality's own half-year, behind all that people already look at. */
async function freezeBehind(
  store: OpenStore,
  halfYear: DemoHalfYear,
  signal: AbortSignal,
): Promise<void> {
  try {
    const isFrozen = await freezeDemo(store, halfYear, systemClock.now(), signal);
    if (isFrozen) say(`${halfYear.municipality.name} has its own figures of ${halfYear.halfYear}.`);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

function greeting(
  address: string,
  accounts: readonly DemoAccount[],
  nation: readonly string[],
): string {
  return [
    ...["", "What the deliveries say of the nation:", "", ...nation],
    ...["", `Skillnad serves at ${address}`, "", "Sign in by one click as:"],
    ...accounts.map(
      ({ role, name, municipality }) => `  ${role.padEnd(16)} ${name}, ${municipality.name}`,
    ),
    ...["", "Areas and municipalities follow when they have been protected and audited."],
    "Everything is invented. Stop with Ctrl-C; nothing is kept.",
  ].join("\n");
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
