import { type IsoDate, yearOf } from "#kernel";
import type { AnswerSheet } from "./answer.ts";
import type { Codebook, Question, Text } from "./codebook.ts";

/** The youngest that the follow-up concerns. */
export const adultAge = 18;

/** Ages in whole years; `to` is included, and absent in the oldest band. Codes count from 1. */
export type AgeBand = {
  readonly code: number;
  readonly from: number;
  readonly to?: number;
  readonly label: Text;
};

/** The bands that a birth year is shown in; none for other questions. */
export function ageBands(question: Question): readonly AgeBand[] {
  const cuts = question.ageBandCuts ?? [];
  if (cuts.length === 0) return [];
  return [adultAge, ...cuts].map((from, index) => {
    const next = cuts[index];
    const label = next === undefined ? `${from}+` : `${from}–${next - 1}`;
    return {
      code: index + 1,
      from,
      ...(next === undefined ? {} : { to: next - 1 }),
      label: { sv: label, en: label },
    };
  });
}

/**
 * The age that the person reaches in the year when the case starts: all that a birth year tells.
 */
export function ageAtStart(birthYear: number, startedOn: IsoDate): number {
  return yearOf(startedOn) - birthYear;
}

/** The code of the band; a person who is too young falls in the youngest. */
export function ageBandOf(
  question: Question,
  birthYear: number,
  startedOn: IsoDate,
): number | undefined {
  const age = ageAtStart(birthYear, startedOn);
  const bands = ageBands(question);
  return (bands.findLast(({ from }) => from <= age) ?? bands[0])?.code;
}

/** The birth year registered in a case, or `null`: helps the worker to recognise the case. */
export function birthYearOf(codebook: Codebook, sheet: AnswerSheet): number | null {
  const variable = codebook.variables.find(({ ageBandCuts }) => ageBandCuts !== undefined);
  if (!variable || !Object.hasOwn(sheet.answers, variable.id)) return null;
  const value = sheet.answers[variable.id];
  return value?.kind === "number" ? value.number : null;
}
