import type { Release } from "#compilation";
import { type Outcome, problem, refused, strongRandomness, systemClock } from "#kernel";
import { type Environment, type Services, startServer } from "#server";
import type { OpenStore, StorePlace } from "#store";
import { fail } from "./fail.ts";
import { untilStopped } from "./until-stopped.ts";

type Serving = {
  readonly store: OpenStore;
  readonly environment: Environment;
  readonly files: string;
  /** Where the store is; left out: it is not backed up from here. */
  readonly place?: StorePlace;
  readonly demoAccounts?: Services["demoAccounts"];
  /** What «Riket» shows. */
  readonly release?: Release | null;
  /** Milliseconds between looks for what receivers have published; left out: nobody looks unasked. */
  readonly returnsEvery?: number;
  /**
   * @param publish shows another release from then on.
   * @param beginning where the first person begins, where nobody is here yet.
   */
  readonly announce: (
    address: string,
    publish: (release: Release) => void,
    port: number,
    beginning: string | undefined,
  ) => void;
  readonly stopped?: Promise<void>;
};

/** Serves until stopped, then closes everything in order. Says where when it is ready. */
export async function serve({
  store,
  environment,
  files,
  place,
  demoAccounts = [],
  release = null,
  returnsEvery,
  announce,
  stopped = untilStopped(),
}: Serving): Promise<void> {
  const started = await startServer({
    store,
    clock: systemClock,
    randomness: strongRandomness,
    environment,
    files,
    place,
    demoAccounts,
    release,
    returnsEvery,
  }).catch((error) => lostOnTheWay(store, error));
  if (started.kind === "refused") {
    await store.close();
    return fail(started.problems);
  }
  const { port, address, beginning, close, publish } = started.value;
  if (environment.port !== 0 && port !== environment.port) {
    process.stdout.write(`Port ${environment.port} is taken; using ${port} instead.\n`);
  }
  announce(address, publish, port, beginning);
  const reason = await Promise.race([stopped, store.ended]);
  await close();
  await store.close();
  if (typeof reason === "string") fail([reason]);
}

/** A database or a disk that fails while the server is put together is told in one sentence. */
function lostOnTheWay({ findTrouble }: OpenStore, error: unknown): Outcome<never> {
  const trouble = findTrouble(error);
  if (trouble === undefined) throw error;
  return refused(problem(trouble === "full" ? "storage-full" : "database-away"));
}
