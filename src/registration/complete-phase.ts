import {
  type AnswerAddress,
  type AnswerContext,
  type AnswerSheet,
  addressKey,
  type Codebook,
  checkAnswer,
  checkViolations,
  hiddenAnswers,
  hiddenItems,
  missingAnswers,
  type PhaseId,
  phaseIds,
  type Question,
  questionsOf,
} from "#codebook";
import { checkReason, type IsoDate, type Problem, parseIsoDate, problem, refused } from "#kernel";
import { answerAt, phaseAt } from "./answer-at.ts";
import type { CaseRecord, Override } from "./case-record.ts";
import type { Change } from "./change.ts";
import { type Deciding, type Decision, decided, today } from "./decision.ts";
import { answerWarnings, warningsOf } from "./override-warnings.ts";

/** The phases that the unit itself registers; the client's is settled by the survey's state. */
export const registeredPhases: readonly PhaseId[] = phaseIds.filter((phase) => phase !== "client");

export type CompletePhase = {
  readonly phase: PhaseId;
  /** Completing «after» closes the case on this day. */
  readonly closedOn?: IsoDate;
  /** Why what only looks odd is right; those that name no warning of these answers are not kept. */
  readonly overrides?: readonly Override[];
};

/**
 * Completing a phase drops the answers whose questions are no longer asked (they stay in the history)
 * and takes back the completion of earlier phases that have become incomplete by it.
 */
export function decideCompletePhase(
  record: CaseRecord,
  codebook: Codebook,
  { phase, closedOn, overrides = [] }: CompletePhase,
  deciding: Deciding,
): Decision {
  if (!registeredPhases.includes(phase)) return refused(problem("malformed-request", "phase"));
  if (record.completed[phase]) return decided(record, deciding, []);
  if (record.voided) return refused(problem("case-voided"));
  if (record.state === "closed") return refused(problem("case-closed"));

  const phases = phase === "after" ? registeredPhases : [phase];
  const problems = phases.flatMap((each) => checkPhase(record, codebook, each, today(deciding)));
  if (phase === "after") problems.push(...checkClosing(record, closedOn, today(deciding)));
  const warnings = answerWarnings(record, warningsOf(codebook, record.sheet, phases), overrides);
  problems.push(...warnings.problems);
  if (problems.length > 0) return refused(...problems);

  const closing: Change[] =
    phase === "after" && closedOn !== undefined ? [{ kind: "case-closed", closedOn }] : [];
  const unfinished = phases.filter((each) => !record.completed[each]);
  const completing = unfinished.map((each): Change => {
    // What is odd in a phase that is finished already is kept where it came up: at this completion.
    const kept = warnings.answered.filter((warning) =>
      each === phase
        ? !unfinished.includes(warning.phase) || warning.phase === each
        : warning.phase === each,
    );
    const reasons = kept.map(({ override }) => override);
    return {
      kind: "phase-completed",
      phase: each,
      ...(reasons.length ? { overrides: reasons } : {}),
    };
  });
  return decided(record, deciding, [
    ...dropHidden(record, codebook, [...finishedPhases(record), ...phases]),
    ...completing,
    ...closing,
    ...reopenIncomplete(record, codebook, phases, deciding),
  ]);
}

export function decideReopenPhase(
  record: CaseRecord,
  phase: PhaseId,
  deciding: Deciding,
): Decision {
  const problems = checkReason(deciding.reason ?? "");
  if (problems.length > 0) return refused(...problems);
  if (record.voided) return refused(problem("case-voided"));
  if (record.state === "closed") return refused(problem("case-closed"));
  if (!record.completed[phase]) return decided(record, deciding, []);
  return decided(record, deciding, [{ kind: "phase-reopened", phase }]);
}

/** A closed case opens in its last phase; earlier phases are opened one by one where needed. */
export function decideReopenCase(record: CaseRecord, deciding: Deciding): Decision {
  const problems = checkReason(deciding.reason ?? "");
  if (problems.length > 0) return refused(...problems);
  if (record.voided) return refused(problem("case-voided"));
  if (record.state === "open") return refused(problem("case-open"));
  return decided(record, deciding, [
    { kind: "case-reopened" },
    { kind: "phase-reopened", phase: "after" },
  ]);
}

function finishedPhases(record: CaseRecord): readonly PhaseId[] {
  return registeredPhases.filter((phase) => record.completed[phase]);
}

function checkPhase(
  record: CaseRecord,
  codebook: Codebook,
  phase: PhaseId,
  now: IsoDate,
): readonly Problem[] {
  const missing = missingAnswers(codebook, record.sheet, phase).map(({ at, label }) =>
    problem("answer-missing", at, { label: label.sv, phase }),
  );
  const wrong = checkViolations(codebook, record.sheet, phase).filter(
    (found) => found.severity === "error",
  );
  return [...missing, ...wrong, ...recheckAnswers(record, codebook, phase, now)];
}

/**
 * A corrected start of the case can make an earlier answer impossible. Only what is asked: a hidden
 * answer is dropped anyway, and nobody could find it to correct it.
 */
function recheckAnswers(
  record: CaseRecord,
  codebook: Codebook,
  phase: PhaseId,
  now: IsoDate,
): readonly Problem[] {
  const context = { startedOn: record.startedOn, today: now };
  return questionsOf(codebook, record.sheet, phase).flatMap((asked) => {
    if (asked.kind === "question") {
      return recheck(record.sheet, asked.variable, { variable: asked.variable.id }, context);
    }
    return asked.rows.flatMap(({ item, fields }) => {
      // The order of dates within a row is `checkViolations`' part.
      const row = { phase: item.phase, answers: {} };
      return fields.flatMap((field) =>
        recheck(record.sheet, field, { variable: field.id, item: item.id }, { ...context, row }),
      );
    });
  });
}

function recheck(
  sheet: AnswerSheet,
  question: Question,
  address: AnswerAddress,
  context: AnswerContext,
): readonly Problem[] {
  const value = answerAt(sheet, address);
  if (value === undefined) return [];
  const at = addressKey(address);
  return checkAnswer(question, value, context).map((found) => ({ ...found, at }));
}

function checkClosing(
  record: CaseRecord,
  closedOn: IsoDate | undefined,
  now: IsoDate,
): readonly Problem[] {
  if (closedOn === undefined || parseIsoDate(closedOn) === undefined) {
    return [problem("not-a-date", "closedOn")];
  }
  if (closedOn > now) return [problem("date-in-future", "closedOn")];
  if (closedOn < record.startedOn) {
    return [problem("ends-before-start", "closedOn", { start: record.startedOn })];
  }
  return [];
}

function dropHidden(
  record: CaseRecord,
  codebook: Codebook,
  phases: readonly PhaseId[],
): readonly Change[] {
  const rows = hiddenItems(codebook, record.sheet).filter((item) => phases.includes(item.phase));
  const dropped = new Set(rows.map((item) => item.id));
  const answers = hiddenAnswers(codebook, record.sheet).filter((address) => {
    const phase = phaseAt(codebook, record.sheet, address);
    const isInDroppedRow = address.item !== undefined && dropped.has(address.item);
    return phase !== undefined && phases.includes(phase) && !isInDroppedRow;
  });
  return [
    ...answers.map(
      (address): Change => ({
        kind: "answer-set",
        address,
        from: answerAt(record.sheet, address) ?? null,
        to: null,
        why: "hidden",
      }),
    ),
    ...rows.map((item): Change => ({ kind: "item-removed", item, why: "hidden" })),
  ];
}

function reopenIncomplete(
  record: CaseRecord,
  codebook: Codebook,
  justChecked: readonly PhaseId[],
  deciding: Deciding,
): readonly Change[] {
  return finishedPhases(record)
    .filter((phase) => !justChecked.includes(phase))
    .filter((phase) => checkPhase(record, codebook, phase, today(deciding)).length > 0)
    .map((phase): Change => ({ kind: "phase-reopened", phase }));
}
