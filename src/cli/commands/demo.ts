import { parseArgs } from "node:util";
import { readEnvironment } from "#server";
import { serveDemo } from "../demo/serve-demo.ts";
import { fail } from "../fail.ts";
import { type PopulationSize, readSize, sizeOptions } from "../population-size.ts";

/**
 * `npm run demo`: invented municipalities, the same every time, in a throw-away database unless one is
 * named. Work in hand is counted back from today.
 */
export async function demo(words: readonly string[]): Promise<void> {
  const size = readWish(words);
  if (typeof size === "string") return fail([size]);
  const environment = readEnvironment(process.env);
  if (environment.kind === "refused") return fail(environment.problems);
  await serveDemo({ environment: environment.value, size });
}

function readWish(words: readonly string[]): PopulationSize | string {
  try {
    return readSize(parseArgs({ args: [...words], options: sizeOptions }).values);
  } catch (error) {
    return `${(error as Error).message}. Try: skillnad demo --help`;
  }
}
