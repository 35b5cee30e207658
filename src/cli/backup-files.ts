import { existsSync } from "node:fs";
import { parseIdentityText, parseReceiver } from "#delivery";
import { done, type Outcome, strongRandomness, systemClock } from "#kernel";
import type { BackupSummary } from "#store";
import { cancelledBySignal } from "./cancelled-by-signal.ts";
import { counted } from "./counted.ts";
import { readText } from "./read-text.ts";
import { stepProgress } from "./step-progress.ts";

/** Each is a key as it is written (`age1…`), or a file that holds one. */
export async function readReceivers(named: readonly string[]): Promise<Outcome<readonly string[]>> {
  const receivers: string[] = [];
  for (const each of named) {
    const text = each.startsWith("age1") && !existsSync(each) ? done(each) : await readText(each);
    const receiver = text.kind === "done" ? parseReceiver(text.value, each) : text;
    if (receiver.kind === "refused") return receiver;
    receivers.push(receiver.value);
  }
  return done(receivers);
}

/** What opens a backup and its key file: the private files of keys, one or more. */
export async function readIdentities(
  paths: readonly string[],
): Promise<Outcome<readonly string[]>> {
  const identities: string[] = [];
  for (const path of paths) {
    const text = await readText(path);
    if (text.kind === "refused") return text;
    const identity = await parseIdentityText(text.value, path);
    if (identity.kind === "refused") return identity;
    identities.push(identity.value);
  }
  return done(identities);
}

/** What a long step is given: the time, chance, how it is shown, and Ctrl-C. */
export function longStep() {
  const rows = stepProgress("rows");
  return {
    clock: systemClock,
    randomness: strongRandomness,
    progress: rows.at,
    end: rows.end,
    signal: cancelledBySignal(),
  };
}

/** What a backup holds, in numbers. */
export function contentInWords({ municipalities, rows, files }: BackupSummary): string {
  const organisations = counted(municipalities, "organisation");
  return `${organisations}, ${counted(rows, "row")}, ${counted(files, "file")}`;
}
