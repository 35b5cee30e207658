import { parseReceivingKey, parseSenders, type Receiving } from "#delivery";
import { done, type Outcome, refused } from "#kernel";
import { readText } from "./read-text.ts";

/** What opens packages, from the files that are named; neither is named where none are to be opened. */
export async function readReceiving(
  key: string | undefined,
  senders: string | undefined,
): Promise<Outcome<Receiving | undefined>> {
  if (key === undefined || senders === undefined) return done(undefined);
  const texts = { key: await readText(key), senders: await readText(senders) };
  if (texts.key.kind === "refused") return texts.key;
  if (texts.senders.kind === "refused") return texts.senders;
  const identity = await parseReceivingKey(texts.key.value, key);
  const known = parseSenders(texts.senders.value, senders);
  if (identity.kind === "done" && known.kind === "done") {
    return done({ identities: [identity.value], senders: known.value });
  }
  return refused(
    ...[identity, known].flatMap((each) => (each.kind === "done" ? [] : each.problems)),
  );
}

/** Opening takes both: what a key opens is believed for its sender alone. */
export function pairedWords(key: string | undefined, senders: string | undefined) {
  const isPaired = (key === undefined) === (senders === undefined);
  return isPaired ? undefined : "--key and --senders are named together.";
}
