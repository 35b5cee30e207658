import { type AnswerSheet, type Codebook, type PhaseId, questionAt } from "#codebook";
import type { CaseChange } from "../../saving/case-change.ts";
import type { RefusedEntry } from "../../saving/save-queue.ts";

/** What has to be opened again before the refused answers can be saved. */
export type WayToReopen = {
  readonly label: string;
  readonly change: (reason: string) => CaseChange;
};

/** None where something else stands in the way: then trying again is all there is. */
export function wayToReopen(
  codebook: Codebook,
  sheet: AnswerSheet,
  refused: readonly RefusedEntry[],
): WayToReopen | undefined {
  function isBecause(code: string): boolean {
    return refused.some(({ problems }) => problems.some((problem) => problem.code === code));
  }
  if (isBecause("case-closed")) {
    return { label: "Öppna ärendet igen", change: (reason) => ({ kind: "reopen-case", reason }) };
  }
  const phase = refused.map(({ entry }) => phaseOf(codebook, sheet, entry.change)).find(Boolean);
  if (!phase || !isBecause("phase-completed")) return undefined;
  return {
    label: "Öppna fasen igen",
    change: (reason) => ({ kind: "reopen-phase", phase, reason }),
  };
}

function phaseOf(codebook: Codebook, sheet: AnswerSheet, change: CaseChange): PhaseId | undefined {
  if (change.kind === "add-item") return change.item.phase;
  if (change.kind !== "answer") return undefined;
  const { variable, item } = change.address;
  if (item !== undefined) return sheet.items.find(({ id }) => id === item)?.phase;
  const question = questionAt(codebook, sheet, { variable });
  return question && "phase" in question ? question.phase : undefined;
}
