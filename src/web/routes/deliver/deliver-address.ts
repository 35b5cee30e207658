import type { ToMend } from "#server";

/** `/leverera?omgang=2026`, and with `visa` what left in one of its deliveries. */
export function deliverPage(round: string, sequence?: number): string {
  const search = new URLSearchParams({ omgang: round });
  if (sequence !== undefined) search.set("visa", String(sequence));
  return `/leverera?${search}`;
}

/** Where the server keeps a round's deliveries. */
export function deliveriesOf(round: string): string {
  return `/api/deliveries/${encodeURIComponent(round)}`;
}

/** Into a case, at the very question, with the way back: `?fas=before&fraga=V07&kontroll=2026`. */
export function placeToMend(round: string, { place }: Pick<ToMend, "place">): string {
  const search = new URLSearchParams();
  if (place) search.set("fas", place.phase);
  if (place?.variable) search.set("fraga", place.variable);
  search.set("kontroll", round);
  return `?${search}`;
}

/** The round whose check led into a case; `null`: something else did. */
export function checkLedFrom(search: URLSearchParams): string | null {
  return search.get("kontroll") || null;
}
