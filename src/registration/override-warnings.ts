import { type AnswerSheet, type Codebook, checkViolations, type PhaseId } from "#codebook";
import { checkReason, type Problem, problem } from "#kernel";
import type { CaseRecord, Override } from "./case-record.ts";

/** One of the codebook's checks whose answers look odd together, and may be right all the same. */
type Warning = {
  readonly phase: PhaseId;
  readonly check: string;
  /** The codebook's own words. */
  readonly message: Problem["details"];
};

type AnsweredWarnings = {
  readonly problems: readonly Problem[];
  /** Those that this command answers, each with its reason. */
  readonly answered: readonly { readonly phase: PhaseId; readonly override: Override }[];
};

/** What only looks odd in these phases; what contradicts is an error and cannot be overridden. */
export function warningsOf(
  codebook: Codebook,
  sheet: AnswerSheet,
  phases: readonly PhaseId[],
): readonly Warning[] {
  return phases.flatMap((phase) =>
    checkViolations(codebook, sheet, phase).flatMap(({ severity, at, details }) =>
      severity === "warning" && at !== undefined ? [{ phase, check: at, message: details }] : [],
    ),
  );
}

/** The reasons that completed phases still hold: what is answered once is not asked again. */
export function keptOverrides({ completed }: Pick<CaseRecord, "completed">): readonly Override[] {
  return Object.values(completed).flatMap(({ overrides = [] }) => overrides);
}

/** Each warning needs a reason of its own: from this command, or from a phase that is still complete. */
export function answerWarnings(
  record: CaseRecord,
  warnings: readonly Warning[],
  overrides: readonly Override[],
): AnsweredWarnings {
  const kept = new Set(keptOverrides(record).map(({ check }) => check));
  const problems: Problem[] = [];
  const answered: { phase: PhaseId; override: Override }[] = [];
  for (const { phase, check, message } of warnings) {
    if (kept.has(check)) continue;
    const given = overrides.find((each) => each.check === check);
    if (!given) {
      problems.push(problem("warning-unanswered", check, { ...message, phase }));
      continue;
    }
    const reason = given.reason.trim();
    const wrong = checkReason(reason).map((found) => ({ ...found, at: check }));
    if (wrong.length > 0) problems.push(...wrong);
    else answered.push({ phase, override: { check, reason } });
  }
  return { problems, answered };
}
