import {
  type AnswerSheet,
  type Codebook,
  checkViolations,
  type MissingAnswer,
  missingAnswers,
  type PhaseId,
  questionAt,
} from "#codebook";
import { type Problem, problemSentence } from "#kernel";
import { registeredPhases } from "#registration";
import { stepOfCheck } from "./check-place.ts";
import { addStepId, questionStepId, rowNumber } from "./steps.ts";

/** One thing that keeps a phase from being complete, and where on the page it is put right. */
export type PhaseProblem = {
  readonly phase: PhaseId;
  /** `undefined`: concerns the phase as a whole. */
  readonly stepId: string | undefined;
  /** At the place itself, right under the question. */
  readonly sentence: string;
  /** In the list of all that is left: the question's name is enough. */
  readonly short: string;
  readonly severity: Problem["severity"];
  /** The codebook's check that it comes from. */
  readonly check?: string;
};

/** The same rules as the server's, asked before it is: «Efter» closes the case, so it asks for all. */
export function problemsOf(
  codebook: Codebook,
  sheet: AnswerSheet,
  phase: PhaseId,
): readonly PhaseProblem[] {
  const phases = phase === "after" ? registeredPhases : [phase];
  return phases.flatMap((each) => [
    ...missingOf(codebook, sheet, each),
    ...violationsOf(codebook, sheet, each),
  ]);
}

function missingOf(
  codebook: Codebook,
  sheet: AnswerSheet,
  phase: PhaseId,
): readonly PhaseProblem[] {
  return missingAnswers(codebook, sheet, phase).map((missing) => {
    const row = missing.kind === "answer" ? missing.address.item : undefined;
    const label = row ? `${missing.label.sv} (rad ${rowNumber(sheet, row)})` : missing.label.sv;
    const sentence = whatToDo(codebook, sheet, missing);
    const stepId =
      missing.kind === "answer" ? questionStepId(missing.address) : addStepId(missing.group);
    return { phase, stepId, sentence, short: label, severity: "error" };
  });
}

/** Under the question itself, which need not be named again. */
function whatToDo(codebook: Codebook, sheet: AnswerSheet, missing: MissingAnswer): string {
  if (missing.kind !== "answer") return "Lägg till minst en rad.";
  const maySayMissing = questionAt(codebook, sheet, missing.address)?.missing.length;
  return maySayMissing ? "Svara, eller välj uppgift saknas." : "Svara på frågan.";
}

function violationsOf(
  codebook: Codebook,
  sheet: AnswerSheet,
  phase: PhaseId,
): readonly PhaseProblem[] {
  return checkViolations(codebook, sheet, phase).map((found) => {
    const sentence = problemSentence(found);
    const told = { phase, sentence, short: sentence, severity: found.severity };
    const check = codebook.checks.find(
      ({ id }) => found.code === "check-failed" && id === found.at,
    );
    return check
      ? { ...told, stepId: stepOfCheck(codebook, sheet, check), check: check.id }
      : { ...told, stepId: `fraga-${found.at}` };
  });
}
