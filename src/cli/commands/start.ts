import { openRelease, type Release } from "#compilation";
import { done, type Outcome, systemClock } from "#kernel";
import { type Environment, readEnvironment } from "#server";
import { sweepThrowAwayFolders } from "#store";
import { fail } from "../fail.ts";
import { filesFolder, openStore, storePlace } from "../open-store.ts";
import { serve } from "../serve.ts";

/** Milliseconds. */
const hour = 3_600_000;

/** `npm start`: real data, kept in a folder or on a database server. */
export async function start(): Promise<void> {
  await sweepThrowAwayFolders(systemClock);
  const environment = readEnvironment(process.env);
  if (environment.kind === "refused") return fail(environment.problems);
  const release = await namedRelease(environment.value);
  if (release.kind === "refused") return fail(release.problems);
  if (release.value?.document.kind === "demo") {
    return fail(["SKILLNAD_RELEASE is of invented cases: it is shown by the demo alone."]);
  }
  const opened = await openStore(environment.value, "real");
  if (opened.kind === "refused") return fail(opened.problems);
  await serve({
    store: opened.value,
    environment: environment.value,
    files: filesFolder(environment.value),
    place: storePlace(environment.value),
    release: release.value,
    returnsEvery: hour,
    announce: (address, _publish, _port, beginning) => {
      const first = beginning === undefined ? "" : `Nobody is here yet. Begin at ${beginning}\n`;
      process.stdout.write(`Skillnad serves at ${address}\n${first}Stop with Ctrl-C.\n`);
    },
  });
}

async function namedRelease({ release }: Environment): Promise<Outcome<Release | null>> {
  return release === undefined ? done(null) : openRelease(release);
}
