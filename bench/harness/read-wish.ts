import { parseArgs } from "node:util";

export type Wish = {
  readonly isJson: boolean;
  readonly isWritten: boolean;
  /** Which ids to measure; `undefined`: all. */
  readonly only: readonly string[] | undefined;
};

/** @returns the wish, or one sentence on what is wrong with it. */
export function readWish(words: readonly string[], known: readonly string[]): Wish | string {
  let values: { json?: boolean; write?: boolean; only?: string };
  try {
    const options = {
      json: { type: "boolean" },
      write: { type: "boolean" },
      only: { type: "string" },
    } as const;
    ({ values } = parseArgs({ args: [...words], options }));
  } catch (error) {
    return `${(error as Error).message}. Known are --json, --only id,id and --write.`;
  }
  const named = values.only?.split(",").map((id) => id.trim());
  const only = named && [...new Set(named)];
  const unknown = only?.find((id) => !known.includes(id));
  if (unknown !== undefined) return `No benchmark is called «${unknown}»: ${known.join(", ")}.`;
  return { isJson: values.json ?? false, isWritten: values.write ?? false, only };
}
