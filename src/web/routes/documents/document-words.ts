import { capitalised, type HalfYear, halfYearInWords, swedishDay, swedishTime } from "#kernel";
import type { DocumentSourceView, DocumentView } from "#server";
import { dayInWords } from "../../words/calendar.ts";

/** «Sparat av Leila Aho, 14 augusti 2026 14.02.» */
export function momentOfWords({ by, at }: NonNullable<DocumentView["own"]["written"]>): string {
  return `Sparat av ${by}, ${dayInWords(swedishDay(at))} ${swedishTime(at)}.`;
}

/** In the list of sets of figures: «Första halvåret 2026», «Granviken, nationell sammanställning». */
export function sourceInWords({ kind, name }: DocumentSourceView): string {
  if (kind === "local") return capitalised(halfYearInWords(name as HalfYear));
  return name;
}
