import type { PhaseId } from "#codebook";
import { isoDate } from "#kernel";
import type { WrittenAnswers, WrittenCase, WrittenSurvey } from "./written-case.ts";

/** A case in the making: every verb gives a new one, and what is left out is not registered. */
export type CaseInMaking = {
  readonly written: WrittenCase;
  /** The worker's name; the latest one of the municipality where nobody is named. */
  readonly worker: string | undefined;
  readonly of: (worker: string) => CaseInMaking;
  readonly startedOn: (day: string) => CaseInMaking;
  readonly answering: (answers: WrittenAnswers) => CaseInMaking;
  /** In «före» unless another phase is named. */
  readonly withRiskAssessment: (fields: WrittenAnswers, phase?: PhaseId) => CaseInMaking;
  readonly withIntervention: (fields: WrittenAnswers) => CaseInMaking;
  readonly withCompleted: (...phases: readonly PhaseId[]) => CaseInMaking;
  /** Completes every phase. */
  readonly closedOn: (day: string) => CaseInMaking;
  readonly withSurvey: (survey: WrittenSurvey) => CaseInMaking;
};

/** `aCase().of("Anna").startedOn("2023-03-10").answering({ V01: 1 })`; starts on 2 January 2023. */
export function aCase(): CaseInMaking {
  const startedOn = isoDate("2023-01-02");
  return caseOf({ startedOn, answers: {}, rows: [], completed: [] }, undefined);
}

function caseOf(written: WrittenCase, worker: string | undefined): CaseInMaking {
  function rewritten(changes: Partial<WrittenCase>): CaseInMaking {
    return caseOf({ ...written, ...changes }, worker);
  }
  function withRow(group: string, phase: PhaseId, fields: WrittenAnswers): CaseInMaking {
    return rewritten({ rows: [...written.rows, { group, phase, fields }] });
  }
  return {
    written,
    worker,
    of: (name) => caseOf(written, name),
    startedOn: (day) => rewritten({ startedOn: isoDate(day) }),
    answering: (answers) => rewritten({ answers: { ...written.answers, ...answers } }),
    withRiskAssessment: (fields, phase = "before") => withRow("riskAssessment", phase, fields),
    withIntervention: (fields) => withRow("intervention", "during", fields),
    withCompleted: (...phases) => rewritten({ completed: [...written.completed, ...phases] }),
    closedOn: (day) => rewritten({ closedOn: isoDate(day), completed: allPhases }),
    withSurvey: (survey) => rewritten({ survey }),
  };
}

const allPhases: readonly PhaseId[] = ["background", "before", "during", "after"];
