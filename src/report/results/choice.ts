import type { Codebook, Subgroup } from "#codebook";
import { addDays, type HalfYear, type Language, type Period } from "#kernel";
import type { GroupToTell } from "../told-of-group.ts";
import type { ToldResponse } from "../words/response/told-response.ts";
import { resultWordsOf } from "../words/results/result-words.ts";

/** What results are told of, and how. */
export type ResultsOf = {
  readonly codebook: Codebook;
  readonly language: Language;
  /** Only what was started in it, or closed in it. */
  readonly period?: Period | undefined;
  readonly subgroup?: Subgroup | undefined;
  /** Of all closed cases, whatever is chosen: it stands beside what the client says. */
  readonly survey?: ToldResponse | undefined;
};

/** A municipality's release of a half-year, of all its cases or of one of its groups. */
export type LocalResultsOf = {
  readonly codebook: Codebook;
  readonly language: Language;
  readonly halfYear: HalfYear;
  readonly group: GroupToTell | null;
};

/** Said with each panel, since it may be read by itself; none where nothing is chosen. */
export function amongSaid(
  { period, subgroup, language }: ResultsOf,
  isClosed: boolean,
): readonly string[] {
  if (!period && !subgroup) return [];
  const group = subgroup?.noun[language] ?? null;
  const years = period ? yearsIn(period) : null;
  return [resultWordsOf(language).among({ group, period: years, isClosed })];
}

export function isChosen({ period, subgroup }: ResultsOf): boolean {
  return period !== undefined || subgroup !== undefined;
}

/** «2025», «2024–2025» */
export function yearsIn({ from, until }: Period): string {
  const [first, last] = [from.slice(0, 4), addDays(until, -1).slice(0, 4)];
  return first === last ? first : `${first}–${last}`;
}

/** «första halvåret 2026» */
export function halfYearIn(halfYear: HalfYear, language: Language): string {
  return resultWordsOf(language).halfYear(halfYear);
}
