import type { DocumentKindOfCases, DocumentSource } from "../document.ts";

type Span = Pick<DocumentSource, "from" | "through">;
export type SourceAndSpan = Pick<DocumentSource, "origin" | "from" | "through">;

/** What a document says besides its figures, in one language. Numbers come as they are written. */
export type DocumentWords = {
  readonly title: (kind: DocumentKindOfCases, place: string | null) => string;
  readonly lead: (span: Span, started: string, closed: string) => string;
  readonly headings: {
    readonly standsOut: string;
    readonly missing: string;
    readonly comments: string;
    readonly talkAbout: string;
    readonly numbers: string;
  };
  /** Where nobody has written what to talk about. */
  readonly questions: { readonly [Kind in DocumentKindOfCases]: readonly string[] };
  /** «Vad gör att svaret på «…» ofta saknas hos oss?» */
  readonly whyMissing: (question: string) => string;
  readonly noneOutside: string;
  readonly fewValid: string;
  readonly allValid: string;
  readonly moreMissing: string;
  readonly columns: {
    readonly answer: string;
    readonly measure: string;
    readonly question: string;
    readonly count: string;
    readonly of: string;
    readonly value: string;
    readonly cases: string;
    readonly valid: string;
    readonly share: string;
    /** «Riket, antal» */
    readonly beside: (side: string, column: string) => string;
  };
  readonly all: string;
  /** What the whole is called beside a picture. */
  readonly nation: string;
  readonly started: string;
  readonly closed: string;
  /** «2,4 i snitt» */
  readonly onAverage: (value: string) => string;
  readonly foot: {
    readonly source: (source: SourceAndSpan, codebook: string) => string;
    readonly method: string;
    readonly reconstructed: string;
    readonly counted: (started: string, closed: string) => string;
  };
  readonly ribbon: string;
  /** «1 (2)» */
  readonly sheet: (number: number, of: number) => string;
};
