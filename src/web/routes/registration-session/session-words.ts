import type { Codebook } from "#codebook";
import { capitalised, numberInWords, wholeNumber } from "#kernel";
import type { PhaseLeft } from "#registration";
import type { RegistrationSessionView } from "#server";

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

/** «Kvar: Samverkan i ärendet och 2 till»; empty when the case wants nothing more. */
export function leftInBrief({ phases }: Codebook, left: readonly PhaseLeft[]): string {
  const labels = left.flatMap(({ missing }) => missing.map(({ label }) => label.sv));
  const toComplete = left
    .filter(({ missing }) => missing.length === 0)
    .map(({ phase }) => `klarmarkera ${phases.find(({ id }) => id === phase)?.label.sv ?? phase}`);
  const all = labels.length > 0 ? labels : toComplete;
  if (all.length === 0) return "";
  const named = all.slice(0, 2);
  if (all.length === named.length) return `Kvar: ${named.join(" och ")}`;
  return `Kvar: ${named.join(", ")} och ${wholeNumber(all.length - named.length)} till`;
}

/** A case that was left with something missing in it. */
export type PutOff = { readonly code: string; readonly missing: number };

/** «Två svar saknas: V-2345-6 kommer tillbaka sist.» */
export function putOffInWords({ code, missing }: PutOff, isBack: boolean): string {
  const words = capitalised(numberInWords(missing));
  const why =
    missing === 0 ? "En fas är inte klarmarkerad" : `${missing === 1 ? "Ett" : words} svar saknas`;
  return `${why}: ${code} ${isBack ? "är det enda som väntar" : "kommer tillbaka sist"}.`;
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
