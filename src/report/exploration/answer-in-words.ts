import type { Findings } from "../findings/findings.ts";

/** The first sentence is the title; what is left of the most important stands under the picture. */
export function answerInWords({ standsOut }: Findings, label: string) {
  const [first = "", ...others] = standsOut;
  const [, message = first, rest = ""] = /^(.+?[.!?])\s+(?=\p{Lu})(.+)$/su.exec(first) ?? [];
  const title = message.replace(/\.$/, "") || label;
  return { title, sentences: [...(rest ? [rest] : []), ...others] };
}
