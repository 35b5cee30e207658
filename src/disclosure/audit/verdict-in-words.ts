import type { Language } from "#kernel";
import type { AuditVerdict } from "./audit-verdict.ts";

/** One line for people: «minsta intervall 7; 0 av 412 dolda tal kan räknas ut; …». No count of a cell. */
export function verdictInWords(verdict: AuditVerdict, language: Language = "sv"): string {
  const { leastInterval, hidden, opened, faults, participants } = verdict;
  const words = {
    sv: [
      leastInterval === null ? [] : [`minsta intervall ${leastInterval}`],
      [`${opened} av ${hidden} dolda tal kan räknas ut`],
      participants === 0 ? [] : [`${participants} deltagares egna tal prövade`],
      faults === 0 ? [] : [`${faults} fel i det som visas`],
    ],
    en: [
      leastInterval === null ? [] : [`least interval ${leastInterval}`],
      [`${opened} of ${hidden} hidden numbers can be worked out`],
      participants === 0 ? [] : [`the own numbers of ${participants} participants tried`],
      faults === 0 ? [] : [`${faults} faults in what is shown`],
    ],
  };
  return words[language].flat().join("; ");
}
