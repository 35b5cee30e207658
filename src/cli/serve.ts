import { strongRandomness, systemClock } from "#kernel";
import { type Environment, type Services, startServer } from "#server";
import type { OpenStore } from "#store";
import { fail } from "./fail.ts";
import { untilStopped } from "./until-stopped.ts";

/** Serves until stopped, then closes everything in order. Says where when it is ready. */
export async function serve(
  store: OpenStore,
  environment: Environment,
  demoAccounts: Services["demoAccounts"],
  announce: (address: string) => void,
  stopped = untilStopped(),
): Promise<void> {
  const started = await startServer({
    store,
    clock: systemClock,
    randomness: strongRandomness,
    environment,
    demoAccounts,
  });
  if (started.kind === "refused") {
    await store.close();
    return fail(started.problems);
  }
  const { port, address, close } = started.value;
  if (environment.port !== 0 && port !== environment.port) {
    process.stdout.write(`Port ${environment.port} is taken; using ${port} instead.\n`);
  }
  announce(address);
  const reason = await Promise.race([stopped, store.ended]);
  await close();
  await store.close();
  if (typeof reason === "string") fail([reason]);
}
