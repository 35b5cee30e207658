import type { AnswerAddress, AnswerSheet } from "./answer.ts";
import type { Codebook, Question } from "./codebook.ts";

/** `V01`, or `<item>.<field>`: one text for one place, used as key of marks and in problems. */
export function addressKey(address: AnswerAddress): string {
  return address.item === undefined ? address.variable : `${address.item}.${address.variable}`;
}

/**
 * What is asked at an address; `undefined` where the codebook asks nothing there (unknown names, and
 * views, which are computed) or the row is gone.
 */
export function questionAt(
  codebook: Codebook,
  sheet: AnswerSheet,
  address: AnswerAddress,
): Question | undefined {
  if (address.item === undefined) {
    return codebook.variables.find(({ id, view }) => id === address.variable && !view);
  }
  const item = sheet.items.find(({ id }) => id === address.item);
  const group = codebook.groups.find(({ id }) => id === item?.group);
  return group?.fields.find(({ id }) => id === address.variable);
}
