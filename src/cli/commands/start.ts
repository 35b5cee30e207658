import { readEnvironment } from "#server";
import { fail } from "../fail.ts";
import { openStore } from "../open-store.ts";
import { serve } from "../serve.ts";

/** `npm start`: real data, kept in a folder or on a database server. */
export async function start(): Promise<void> {
  const environment = readEnvironment(process.env);
  if (environment.kind === "refused") return fail(environment.problems);
  const opened = await openStore(environment.value, "real");
  if (opened.kind === "refused") return fail(opened.problems);
  await serve(opened.value, environment.value, [], (address) => {
    process.stdout.write(`Skillnad serves at ${address}\nStop with Ctrl-C.\n`);
  });
}
