import type { RegistrationSessionView } from "#server";
import { capitalised, numberInWords, wholeNumber } from "../../words/counting.ts";

type Counter = RegistrationSessionView["counter"];

/** «Ni registrerade 23 svar i 7 ärenden.» What was done together, never by whom. */
export function doneTogether({ answers, cases }: Pick<Counter, "answers" | "cases">): string {
  if (answers === 0) return "Inga svar registrerades.";
  const inCases = cases === 1 ? "ett ärende" : `${wholeNumber(cases)} ärenden`;
  return `Ni registrerade ${wholeNumber(answers)} svar i ${inCases}.`;
}

/** «2 händer uppe: Våldets grovhet» */
export function handsUp(raised: number, question: string): string {
  return `${raised === 1 ? "1 hand" : `${wholeNumber(raised)} händer`} uppe: ${question}`;
}

/** «3 klara · 2 i arbete · 41 svar», where there is little room. */
export function counterInBrief({ done, inWork, answers }: Counter): string {
  const finished = done === 1 ? "1 klart" : `${wholeNumber(done)} klara`;
  return `${finished} · ${wholeNumber(inWork)} i arbete · ${wholeNumber(answers)} svar`;
}

/** What waits for one person; those that nobody has wait for whoever comes first. */
export function waitingInWords(waiting: number): string {
  if (waiting === 0) return "Inget mer väntar på dig.";
  const cases = waiting === 1 ? "Ett ärende" : `${capitalised(numberInWords(waiting))} ärenden`;
  return `${cases} väntar. Dina egna kommer först, sedan de som ingen har.`;
}

export function casesInWords(cases: number): string {
  return cases === 1 ? "ett ärende" : `${numberInWords(cases)} ärenden`;
}
