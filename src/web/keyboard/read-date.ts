import { type IsoDate, problem, problemSentence } from "#kernel";
import { type DateFrame, parseTypedDate } from "./typed-date.ts";

export type ReadDate =
  | { readonly kind: "date"; readonly date: IsoDate }
  | { readonly kind: "empty" }
  | { readonly kind: "problem"; readonly sentence: string };

/** What a date field holds. Empty means today only where today is the likely answer. */
export function readDate(
  text: string,
  frame: IsoDate | DateFrame,
  emptyMeansToday: boolean,
): ReadDate {
  const known = typeof frame === "string" ? { today: frame } : frame;
  if (text.trim() === "")
    return emptyMeansToday ? { kind: "date", date: known.today } : { kind: "empty" };
  const date = parseTypedDate(text, known);
  return date
    ? { kind: "date", date }
    : { kind: "problem", sentence: problemSentence(problem("not-a-date")) };
}
