import type { AnswerAddress, AnswerSheet, AnswerValue, Codebook, PhaseId } from "#codebook";

/** The stored answer, asked for or not; `undefined` where nothing is registered. */
export function answerAt(sheet: AnswerSheet, address: AnswerAddress): AnswerValue | undefined {
  const { variable, item } = address;
  const answers =
    item === undefined ? sheet.answers : sheet.items.find(({ id }) => id === item)?.answers;
  return answers && Object.hasOwn(answers, variable) ? answers[variable] : undefined;
}

/** A row belongs to the phase it was added in; `undefined` for a row or variable that is not there. */
export function phaseAt(
  codebook: Codebook,
  sheet: AnswerSheet,
  { variable, item }: AnswerAddress,
): PhaseId | undefined {
  if (item !== undefined) return sheet.items.find(({ id }) => id === item)?.phase;
  return codebook.variables.find(({ id }) => id === variable)?.phase;
}
