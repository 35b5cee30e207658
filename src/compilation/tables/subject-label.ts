import type { Codebook, Variable } from "#codebook";
import { isOfEarlier, type LinkedCell } from "#disclosure";
import { optionLabels } from "../option-label.ts";

const steps = {
  eligible: "frågan gäller",
  asked: "har kommit till frågan",
  answered: "har svar",
  valid: "har giltigt svar",
} as const;

/**
 * What a cell counts, in Swedish, besides region and table: «Kvinna», «Ärenden där frågan gäller».
 * @throws for a question or an option that the codebook lacks.
 */
export function subjectLabel(cell: LinkedCell, codebook: Codebook): string {
  const label = labelOf(cell, codebook);
  return isOfEarlier(cell) && cell.role !== "never" ? `Tidigare publicerat: ${label}` : label;
}

function labelOf({ subject }: LinkedCell, codebook: Codebook): string {
  switch (subject.kind) {
    case "cases":
      return "Ärenden";
    case "chain":
      return subject.step === "eligible"
        ? "Ärenden som frågan gäller"
        : `Ärenden som ${steps[subject.step]}`;
    case "begun":
      return `Ärenden som har kommit till: ${phaseLabel(codebook, subject.phase)}`;
    case "answer":
      return optionLabels(questionOf(codebook, subject.variable), subject.codes);
    case "no-answer":
      return `Inte: ${optionLabels(questionOf(codebook, subject.variable), subject.codes)}`;
    case "total":
      return "Alla val sammanlagt";
    case "left":
      return `Skillnad: ${subject.of}`;
  }
}

function phaseLabel({ phases }: Codebook, phase: string): string {
  return phases.find(({ id }) => id === phase)?.label.sv ?? phase;
}

function questionOf(codebook: Codebook, id: string): Variable {
  const found = codebook.variables.find((each) => each.id === id);
  if (!found) throw new Error(`${codebook.id} has no ${id}`);
  return found;
}
