import type { AnswerAddress, AnswerSheet, AnswerValue } from "#codebook";

/** The stored answer, asked for or not; `undefined` where nothing is registered. */
export function answerAt(sheet: AnswerSheet, address: AnswerAddress): AnswerValue | undefined {
  const { variable, item } = address;
  const answers =
    item === undefined ? sheet.answers : sheet.items.find(({ id }) => id === item)?.answers;
  return answers && Object.hasOwn(answers, variable) ? answers[variable] : undefined;
}
