import { addDays, type IsoDate, parseIsoDate } from "#kernel";
import { partsOfCaseCode } from "#registration";

/** What a text in the search field can mean. Nothing at all: then no case is found. */
export type CaseSearch = {
  /** Texts of which a case code holds at least one. */
  readonly codes: readonly string[];
  readonly birthYear: number | undefined;
  /** The case began on one of these days, the last one too. */
  readonly started: { readonly first: IsoDate; readonly last: IsoDate } | undefined;
};

/** Part of a code, a birth year, or the start's year, month or day: `2026`, `2026-03`, `2026-03-12`. */
export function readSearch(text: string): CaseSearch {
  const typed = text.trim();
  return {
    codes: partsOfCaseCode(typed),
    birthYear: /^\d{4}$/.test(typed) ? Number(typed) : undefined,
    started: daysOf(typed.replace(/–/g, "-").replace(/-$/, "")),
  };
}

function daysOf(typed: string): CaseSearch["started"] {
  if (/^\d{4}$/.test(typed)) return between(`${typed}-01-01`, `${typed}-12-31`);
  // While the month is being typed: `2026-0` is the first nine.
  if (/^\d{4}-0$/.test(typed)) return between(`${typed}1-01`, `${typed}9-30`);
  if (/^\d{4}-1$/.test(typed)) return between(`${typed}0-01`, `${typed}2-31`);
  const day = parseIsoDate(typed);
  if (day) return { first: day, last: day };
  const first = /^\d{4}-\d{2}$/.test(typed) ? parseIsoDate(`${typed}-01`) : undefined;
  return first && { first, last: lastOfMonth(first) };
}

function between(from: string, until: string): CaseSearch["started"] {
  const [first, last] = [parseIsoDate(from), parseIsoDate(until)];
  return first && last && { first, last };
}

function lastOfMonth(first: IsoDate): IsoDate {
  const inNext = addDays(first, 31);
  return addDays(inNext, -Number(inNext.slice(8)));
}
