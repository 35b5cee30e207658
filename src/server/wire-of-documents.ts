import type { Instant } from "#kernel";
import type { A4Document } from "#report";

/** GET /api/documents: the frozen sets of figures that a document can tell of, the nearest first. */
export type DocumentSources = {
  readonly municipality: { readonly code: string; readonly name: string };
  readonly sources: readonly DocumentSourceView[];
};

/**
 * `local`: a half-year of the municipality's own; `campaign`: what came of a campaign of asking there. The
 * others are of the round that is published.
 */
export type DocumentSourceView = {
  readonly id: string;
  readonly kind: "local" | "campaign" | "municipality" | "area" | "nation";
  /** A half-year, the campaign's name, or the place. */
  readonly name: string;
};

/**
 * GET /api/documents/:kind/:source · PUT …/words {basedOn, comments, talkAbout}, which answers with it ·
 * GET …/pdf: the same as a tagged PDF. From protected tables alone.
 */
export type DocumentView = {
  readonly document: A4Document;
  readonly own: {
    /** 0: nobody has written yet. */
    readonly revision: number;
    readonly comments: string;
    readonly talkAbout: string;
    readonly written: { readonly by: string; readonly at: Instant } | null;
  };
};
