import type { Release } from "#compilation";
import { strongRandomness, systemClock } from "#kernel";
import { type Environment, type Services, startServer } from "#server";
import type { OpenStore } from "#store";
import { fail } from "./fail.ts";
import { untilStopped } from "./until-stopped.ts";

type Serving = {
  readonly store: OpenStore;
  readonly environment: Environment;
  readonly files: string;
  readonly demoAccounts?: Services["demoAccounts"];
  /** What «Riket» shows. */
  readonly release?: Release | null;
  /** Milliseconds between looks for what receivers have published; left out: nobody looks unasked. */
  readonly returnsEvery?: number;
  /** @param publish shows another release from then on. */
  readonly announce: (address: string, publish: (release: Release) => void, port: number) => void;
  readonly stopped?: Promise<void>;
};

/** Serves until stopped, then closes everything in order. Says where when it is ready. */
export async function serve({
  store,
  environment,
  files,
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
    demoAccounts,
    release,
    returnsEvery,
  });
  if (started.kind === "refused") {
    await store.close();
    return fail(started.problems);
  }
  const { port, address, close, publish } = started.value;
  if (environment.port !== 0 && port !== environment.port) {
    process.stdout.write(`Port ${environment.port} is taken; using ${port} instead.\n`);
  }
  announce(address, publish, port);
  const reason = await Promise.race([stopped, store.ended]);
  await close();
  await store.close();
  if (typeof reason === "string") fail([reason]);
}
