import { type Problem, problem } from "#kernel";
import { addressKey } from "./address.ts";
import type { AnswerSheet, AnswerValue } from "./answer.ts";
import type { Codebook } from "./codebook.ts";
import { evaluate } from "./evaluate.ts";
import type { PhaseId } from "./phase.ts";

/**
 * What is wrong between answers of a phase: the codebook's own checks (`at` is the check's id, its
 * message stands in `details`), and rows that end before they start. What rests on something not yet
 * answered is not wrong.
 */
export function checkViolations(
  codebook: Codebook,
  sheet: AnswerSheet,
  phase: PhaseId,
): readonly Problem[] {
  const evaluation = evaluate(codebook, sheet);
  const failed = codebook.checks
    .filter((check) => check.phase === phase && evaluation.holds(check.when) === true)
    .map(({ id, message, severity }) => ({
      ...problem("check-failed", id, { sv: message.sv, en: message.en }),
      severity,
    }));

  const backwards = sheet.items
    .filter((item) => item.phase === phase)
    .flatMap((item) => {
      const group = codebook.groups.find(({ id }) => id === item.group);
      return (group?.fields ?? []).flatMap(({ id, dateLimits }): readonly Problem[] => {
        if (dateLimits?.notBefore === undefined) return [];
        const end = { variable: id, item: item.id };
        const from = dateOf(evaluation.valueOf({ variable: dateLimits.notBefore, item: item.id }));
        const until = dateOf(evaluation.valueOf(end));
        if (from === undefined || until === undefined || until >= from) return [];
        return [problem("ends-before-start", addressKey(end), { start: from })];
      });
    });
  return [...failed, ...backwards];
}

function dateOf(value: AnswerValue | undefined) {
  return value?.kind === "date" ? value.date : undefined;
}
