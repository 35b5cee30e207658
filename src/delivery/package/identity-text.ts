import { done, type Outcome, problem, refused } from "#kernel";
import { parseReceivingKey } from "./key-file.ts";
import { receiverOf } from "./receiving-key.ts";

/**
 * The private key in what a person has of it: our own key file, what age-keygen writes, or the one line
 * that she typed from paper. @param at the file's name, for what is wrong with it.
 */
export async function parseIdentityText(text: string, at: string): Promise<Outcome<string>> {
  if (text.trimStart().startsWith("{")) {
    const key = await parseReceivingKey(text, at);
    return key.kind === "done" ? done(key.value.private) : key;
  }
  const lines = text.split("\n").map((line) => line.trim());
  const [line = "", ...others] = lines.filter((each) => each !== "" && !each.startsWith("#"));
  const identity = line.toUpperCase();
  const isOne = others.length === 0 && (await receiverOf(identity)) !== undefined;
  return isOne
    ? done(identity)
    : refused(problem("key-file-wrong", at, { place: "AGE-SECRET-KEY-1…" }));
}
