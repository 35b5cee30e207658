export { addressKey, questionAt } from "./address.ts";
export { type AgeBand, ageBandOf, ageBands, birthYearOf } from "./age-bands.ts";
export * from "./answer.ts";
export { applyOverlay } from "./apply-overlay.ts";
export { type AsTold, type CarriedOver, carriedOver, type QuestionName } from "./carried-over.ts";
export { type AnswerContext, checkAnswer } from "./check-answer.ts";
export { checkViolations } from "./check-violations.ts";
export * from "./codebook.ts";
export { codebookJsonSchema } from "./codebook-json-schema.ts";
export * from "./condition.ts";
export { type Evaluation, evaluate, stateOf } from "./evaluate.ts";
export {
  effectiveCodebook,
  effectiveCodebooks,
  libraryCodebooks,
  libraryMeasures,
} from "./library.ts";
export { lintCodebook } from "./lint/lint-codebook.ts";
export { checkLocalDraft, type LocalGround } from "./local/check-local-draft.ts";
export { type ContentChange, contentChanges } from "./local/content-changes.ts";
export { contentOf, emptyContent, type LocalContent } from "./local/local-content.ts";
export { localNamespace } from "./local/local-overlay.ts";
export { placeInWords } from "./local/place-in-words.ts";
export { highestCodes } from "./local/remembered.ts";
export {
  type AnswerInRow,
  type MeasuredChange,
  measuredChange,
  tellsOfCopies,
} from "./measured-change.ts";
export { type MeasuredField, measuredFields, measuredTwice } from "./measured-twice.ts";
export { findOptionLabel, optionLabel } from "./option-label.ts";
export { parseAnswerValue } from "./parse-answer-value.ts";
export { parseCodebookText } from "./parse-codebook-text.ts";
export { phaseIds } from "./phase.ts";
export {
  type AskedQuestion,
  type AskedRow,
  hiddenAnswers,
  hiddenItems,
  type MissingAnswer,
  missingAnswers,
  questionsOf,
} from "./questions.ts";
export { referencesIn } from "./references.ts";
export { restsOnClient } from "./rests-on-client.ts";
export type { AskState } from "./seen.ts";
export { type ChangeSight, changeSights } from "./shows-change.ts";
