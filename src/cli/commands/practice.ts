import { parseArgs } from "node:util";
import { readEnvironment } from "#server";
import { serveDemo } from "../demo/serve-demo.ts";
import { fail } from "../fail.ts";
import { readSize, sizeOptions } from "../population-size.ts";
import { practiceVariables } from "../practice-variables.ts";
import { wholeNumber } from "../whole-number.ts";

/** Beside `npm start`, which listens on 3210. */
const defaultPort = 3211;

const options = { ...sizeOptions, port: { type: "string", default: String(defaultPort) } } as const;

/**
 * Invented cases to practise with beside a real installation. It is a process of its own with a
 * throw-away database, and whatever names the real one is forgotten before anything is opened: also by
 * the processes that it starts.
 */
export async function practice(words: readonly string[]): Promise<void> {
  const wish = readWish(words);
  if (typeof wish === "string") return fail([wish]);
  const own = practiceVariables(process.env, wish.port);
  for (const name of Object.keys(process.env)) {
    if (!Object.hasOwn(own, name)) delete process.env[name];
  }
  Object.assign(process.env, own);
  const environment = readEnvironment(process.env);
  if (environment.kind === "refused") return fail(environment.problems);
  const practiceAt = environment.value.origin ?? `http://127.0.0.1:${wish.port}`;
  await serveDemo({ environment: { ...environment.value, practiceAt }, size: wish.size });
}

function readWish(words: readonly string[]) {
  const help = "Try: skillnad practice --help";
  try {
    const { port, ...values } = parseArgs({ args: [...words], options }).values;
    const size = readSize(values);
    if (typeof size === "string") return `${size} ${help}`;
    const chosen = wholeNumber(port, { least: 0, most: 65_535 });
    if (chosen === undefined) return `--port must be a whole number from 0 to 65535. ${help}`;
    return { size, port: chosen };
  } catch (error) {
    return `${(error as Error).message}. ${help}`;
  }
}
