import type { Release } from "#compilation";
import { isoDate } from "#kernel";
import { nationFigures } from "#report";
import type { Nation, NationView } from "./wire.ts";

/** What a release says of the nation, drawn and written once: it never changes. */
export type PublishedNation = {
  /** `NationView`, as JSON. */
  readonly inSwedish: string;
};

/** Takes from a release what concerns all of it; who took part stays in the release. */
export function publishedNation({ document, codebook, tables }: Release): PublishedNation {
  const { round, municipalities, missing, cases, closed } = document;
  const nation: Nation = {
    codebook: codebook.id,
    round: { id: round.id, from: isoDate(round.from), through: isoDate(round.through) },
    municipalities,
    unusable: missing.length,
    cases,
    closed,
    chapters: nationFigures(tables, codebook, "sv"),
  };
  const view: NationView = { nation };
  return { inSwedish: JSON.stringify(view) };
}
