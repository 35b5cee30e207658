import type { DocumentAction, DocumentKind, DocumentSource } from "../document.ts";

type Campaign = Pick<DocumentSource, "campaign" | "place" | "from" | "through">;

/** What a document about a campaign's meetings says besides its figures, in one language. */
export type MeetingDocumentWords = {
  readonly title: (kind: DocumentKind, campaign: Campaign) => string;
  /** Numbers as they are written: `..` where they may not be shown. */
  readonly lead: (campaign: Campaign, meetings: string, asked: string) => string;
  readonly meetings: string;
  readonly counted: (meetings: string) => string;
  readonly source: (campaign: Campaign, codebook: string) => string;
  /** What is done about what stood in the way. */
  readonly actions: {
    readonly heading: string;
    readonly none: string;
    readonly others: string;
    readonly line: (action: DocumentAction) => string;
  };
  readonly questions: { readonly [Kind in DocumentKind]: readonly string[] };
};
