import { parseArgs } from "node:util";
import { examine } from "../doctor/examine.ts";
import { stateOf, toldFinding } from "../doctor/told-finding.ts";
import { fail } from "../fail.ts";

const marks = { sound: "ok  ", note: "note", mend: "MEND" } as const;

/** Looks at everything that can be wrong around the program; exit code 1 when something must be mended. */
export async function doctor(words: readonly string[]): Promise<void> {
  let isJson: boolean;
  try {
    const options = { json: { type: "boolean", default: false } } as const;
    isJson = parseArgs({ args: [...words], options }).values.json;
  } catch (error) {
    return fail([`${(error as Error).message}. Try: skillnad doctor --help`]);
  }
  const { findings } = await examine(process.env);
  const told = findings.map((each) => ({
    code: each.code,
    state: stateOf(each),
    words: { sv: toldFinding(each, "sv"), en: toldFinding(each, "en") },
  }));
  const isSound = told.every(({ state }) => state !== "mend");
  const text = isJson
    ? JSON.stringify({ isSound, findings: told }, null, 2)
    : told.map(({ state, words: { en } }) => `${marks[state]}  ${en}`).join("\n");
  process.stdout.write(`${text}\n`);
  if (!isSound) process.exitCode = 1;
}
