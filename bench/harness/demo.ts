import { join } from "node:path";
import { makeBenchFolder } from "./bench-folder.ts";
import { type RunningProgram, scriptCommand, startProgram } from "./running-program.ts";

export type RunningDemo = {
  readonly program: RunningProgram;
  readonly origin: string;
  /** Where its database is. */
  readonly dataFolder: string;
};

type Wish = {
  readonly node?: string;
  /** What a user would write after the command, such as how large the demo is to be. */
  readonly words?: readonly string[];
};

/** The demo as users start it, its data on a real disk where every save is synced. */
export async function startDemo({ node, words = [] }: Wish = {}): Promise<RunningDemo> {
  const dataFolder = join(makeBenchFolder(), "data");
  const variables = { PORT: "0", SKILLNAD_DATA: dataFolder };
  const program = startProgram([...scriptCommand("demo", node), ...words], variables);
  const origin = await program.said(/http:\/\/127\.0\.0\.1:\d+/);
  return { program, origin, dataFolder };
}
