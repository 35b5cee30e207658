import { type Answers, type Codebook, questionsOf } from "#codebook";
import type { Outcome } from "#kernel";
import { type CaseRecord, type Deciding, today } from "#registration";
import { type Answered, decideAnswered, isSkippedAloud } from "./answered.ts";
import type { Invitation } from "./invitation.ts";

/**
 * The client answers by herself. What she left out counts as skipped (98), as on paper; what is no longer
 * asked after her other answers is dropped.
 * @param deciding `by` is whoever invited her: the client has no account and gets none.
 */
export function decideAnswerByClient(
  record: CaseRecord,
  codebook: Codebook,
  { mode }: Pick<Invitation, "mode">,
  answers: Answers,
  deciding: Deciding,
): Outcome<Answered> {
  const given = askedOf(record, codebook, answers);
  const response = { mode, answeredOn: today(deciding), answers: given };
  return decideAnswered(record, codebook, response, deciding);
}

function askedOf(record: CaseRecord, codebook: Codebook, answers: Answers): Answers {
  const sheet = { ...record.sheet, answers: { ...record.sheet.answers, ...answers } };
  const asked = questionsOf(codebook, sheet, "client").flatMap((each) =>
    each.kind === "question" ? [each.variable] : [],
  );
  const unknown = Object.entries(answers).filter(
    ([id]) => codebook.variables.find((variable) => variable.id === id)?.phase !== "client",
  );
  const given = asked.flatMap((variable) => {
    const answer = Object.hasOwn(answers, variable.id) ? answers[variable.id] : undefined;
    const isLeftOut = !answer || (answer.kind === "missing" && answer.code === skipped.code);
    if (!isLeftOut) return [[variable.id, answer] as const];
    return isSkippedAloud(variable) ? [[variable.id, skipped] as const] : [];
  });
  // The unknown are refused with their place, by the decision that follows.
  return Object.fromEntries([...given, ...unknown]);
}

const skipped = { kind: "missing", code: 98 } as const;
