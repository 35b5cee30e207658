import type { Figure } from "./figure.ts";

/**
 * The message with how many it rests on, where the sentence begins with the same words and goes on with
 * its base: what is said once in the title is not said again under it.
 */
export function titleWithBase({ message, sentence }: Pick<Figure, "message" | "sentence">): string {
  const [first = ""] = sentence.split(/(?<=\.) /);
  const at = first.indexOf(" (", commonLength(message, first) - 1);
  const isSame = at > 0 && message.startsWith(first.slice(0, at));
  return isSame ? first.replace(/\.$/, "") : message;
}

function commonLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}
