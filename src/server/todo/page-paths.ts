import type { PhaseId } from "#codebook";

type Place = {
  readonly phase: PhaseId;
  /** A question's address (`V07`, `<row>.<field>`), or a repeat group's id for its next row. */
  readonly at?: string;
};

/** The case's page, opened where the work is. */
export function casePath(code: string, place?: Place): string {
  const path = `/arenden/${code}`;
  if (!place) return path;
  const at = place.at === undefined ? "" : `&fraga=${encodeURIComponent(place.at)}`;
  return `${path}?fas=${place.phase}${at}`;
}

/** The page where a paper survey is keyed in, with the case's code filled in. */
export function keyInPath(code: string): string {
  return `/nyckla-in?arende=${encodeURIComponent(code)}`;
}

/** The cases' page, asking whose they are to be. */
export function handOverPath(unit: string, account: string): string {
  return `/arenden?enhet=${encodeURIComponent(unit)}&lamna-over=${encodeURIComponent(account)}`;
}

/** The unit's «Registreringsläget». */
export function qualityPath(unit: string): string {
  return `/laget?enhet=${encodeURIComponent(unit)}`;
}

/** A receiver's round, with what has come to it. */
export function roundPath(round: string): string {
  return `/sammanstallning/${encodeURIComponent(round)}`;
}

/** Where the meetings of a campaign are noted. */
export function notePath(campaign: string): string {
  return `/fokusmanad/${encodeURIComponent(campaign)}/notera`;
}

/** What came of a campaign, where it is closed. */
export function outcomePath(campaign: string): string {
  return `/fokusmanad/${encodeURIComponent(campaign)}/resultat`;
}
