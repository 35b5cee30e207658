import { type AnswerSheet, type Codebook, questionAt } from "#codebook";
import type { CaseChange } from "../../saving/case-change.ts";
import { valueInWords } from "../../words/answer-words.ts";
import { rowNumber, rowTitle } from "./steps.ts";

/** What was not saved, as it stood on the page: «Insats 1, Insatsens form: Biståndsbeslut». */
export function refusedInWords(codebook: Codebook, sheet: AnswerSheet, change: CaseChange): string {
  switch (change.kind) {
    case "answer": {
      const { address, value } = change;
      const question = questionAt(codebook, sheet, address);
      if (!question) return address.variable;
      const row = sheet.items.find(({ id }) => id === address.item);
      const place = row ? `${nameOf(codebook, row.group, rowNumber(sheet, row.id))}, ` : "";
      const told = value === null ? "svaret borttaget" : valueInWords(question, value);
      return `${place}${(question.prompt ?? question.label).sv}: ${told}`;
    }
    case "add-item":
      return `${nameOf(codebook, change.item.group, rowNumber(sheet, change.item.id))}: tillagd`;
    case "remove-item":
      return "En rad: borttagen";
    case "correct-start":
      return "Ärendets start: rättad";
    case "survey":
      return "Enkäten: ändrad";
    case "complete-phase":
      return `${phaseName(codebook, change.phase)}: klar`;
    case "reopen-phase":
      return `${phaseName(codebook, change.phase)}: öppnad igen`;
    case "reopen-case":
      return "Ärendet: öppnat igen";
  }
}

function nameOf(codebook: Codebook, group: string, number: number): string {
  const label = codebook.groups.find(({ id }) => id === group)?.label.sv ?? group;
  return rowTitle(label, number - 1);
}

function phaseName(codebook: Codebook, phase: string): string {
  return codebook.phases.find(({ id }) => id === phase)?.label.sv ?? phase;
}
