import {
  type AnswerAddress,
  type AnswerValue,
  addressKey,
  type Codebook,
  checkAnswer,
  type PhaseId,
  type Question,
  questionAt,
  stateOf,
} from "#codebook";
import { canonicalJson, type Problem, problem, refused } from "#kernel";
import { answerAt, phaseAt } from "./answer-at.ts";
import type { CaseRecord } from "./case-record.ts";
import { type Deciding, type Decision, decided, today } from "./decision.ts";

export type AnswerCommand = {
  readonly address: AnswerAddress;
  /** `null` takes the answer back: the question is then «not yet registered». */
  readonly value: AnswerValue | null;
  /** Revision of the mark that the person saw at this question; 0 where there was none. */
  readonly basedOn: number;
};

/** One answer at a time, so that two people at one case disturb each other only at the same question. */
export function decideAnswer(
  record: CaseRecord,
  codebook: Codebook,
  { address, value, basedOn }: AnswerCommand,
  deciding: Deciding,
): Decision {
  const found = findQuestion(record, codebook, address);
  if (found.kind === "problem") return refused(found.problem);
  const { question, phase } = found;

  const from = answerAt(record.sheet, address) ?? null;
  // Checked before everything else: a repeated save must be harmless even after the case was closed.
  if (isSame(from, value)) return decided(record, deciding, []);
  if (record.voided) return refused(problem("case-voided"));
  if (record.state === "closed") return refused(problem("case-closed"));
  if (record.completed[phase]) return refused(problem("phase-completed", phase));

  const key = addressKey(address);
  const mark = record.marks[key];
  if ((mark?.revision ?? 0) !== basedOn) {
    return refused(problem("changed-meanwhile", key, { by: mark?.by ?? "", value: from }));
  }
  if (value !== null) {
    if (stateOf(codebook, record.sheet, address) !== "asked")
      return refused(problem("not-asked", key));
    const item = record.sheet.items.find(({ id }) => id === address.item);
    const row = item ? { row: item } : {};
    const context = { startedOn: record.startedOn, today: today(deciding), ...row };
    const problems = checkAnswer(question, value, context);
    if (problems.length > 0) return refused(...problems.map((each) => ({ ...each, at: key })));
  }
  return decided(record, deciding, [{ kind: "answer-set", address, from, to: value }]);
}

type Found =
  | { readonly kind: "question"; readonly question: Question; readonly phase: PhaseId }
  | { readonly kind: "problem"; readonly problem: Problem };

function findQuestion(record: CaseRecord, codebook: Codebook, address: AnswerAddress): Found {
  const phase = phaseAt(codebook, record.sheet, address);
  if (address.item !== undefined && phase === undefined) {
    return { kind: "problem", problem: problem("unknown-item", address.item) };
  }
  const question = questionAt(codebook, record.sheet, address);
  // The client's own answers are sealed and come through the survey, never through the case.
  if (!question || phase === undefined || phase === "client") {
    return { kind: "problem", problem: problem("unknown-variable", addressKey(address)) };
  }
  return { kind: "question", question, phase };
}

function isSame(a: AnswerValue | null, b: AnswerValue | null): boolean {
  if (a === null || b === null) return a === b;
  return canonicalJson(a) === canonicalJson(b);
}
