import { type IsoDate, wholeNumber } from "#kernel";
import type { DisposalPreview } from "#server";
import { dayInWords } from "../../words/calendar.ts";

export function yearsInWords(years: number): string {
  return years === 1 ? "ett år" : `${years} år`;
}

export function casesInWords(cases: number): string {
  return cases === 1 ? "ett ärende" : `${wholeNumber(cases)} ärenden`;
}

/** What happens to the figures, before anybody decides. */
export function figuresInWords(years: DisposalPreview["years"]): string {
  if (!years) return "";
  const period = years.from === years.through ? `${years.from}` : `${years.from}–${years.through}`;
  return `Enhetens egna siffror för ${period} ändras i Resultat och Utforska: ärendena finns inte kvar att räkna. Klienternas svar tas bort fem i taget ur siffrorna, så att ingen kan räkna ut vad en enda sa. Kommunens frysta halvår och det som är publicerat ändras inte.`;
}

/** Those whom a reader may not see are counted all the same: they go with the others. */
export function restrictedInWords(restricted: number): string {
  return restricted === 1
    ? "Dessutom ett ärende med namngivna läsare, som bara de ser."
    : `Dessutom ${wholeNumber(restricted)} ärenden med namngivna läsare, som bara de ser.`;
}

export function lastDayInWords(lastDay: IsoDate, today: IsoDate): string {
  return lastDay < today
    ? `Det äldsta skulle ha varit borta senast ${dayInWords(lastDay)}.`
    : `Det äldsta ska vara borta senast ${dayInWords(lastDay)}.`;
}
