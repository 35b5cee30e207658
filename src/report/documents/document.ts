import type { Codebook } from "#codebook";
import type { SafeTable } from "#disclosure";
import type { IsoDate, Language } from "#kernel";
import type { SvgNode } from "../figure.ts";

/** For the committee, for the unit's staff day, for those it works with (police, health care). */
export const documentKindsOfCases = ["committee", "staff", "collaboration"] as const;
export type DocumentKindOfCases = (typeof documentKindsOfCases)[number];

/** Of a campaign of meetings also for the managers, and for its contact persons. */
export const documentKinds = [...documentKindsOfCases, "managers", "contacts"] as const;
export type DocumentKind = (typeof documentKinds)[number];

export function documentKindsFor({
  codebook,
}: Pick<DocumentSource, "codebook">): readonly DocumentKind[] {
  return codebook.counts === "meetings" ? documentKinds : documentKindsOfCases;
}

/** What a document says, in one language and in reading order: the same for page, print and PDF. */
export type A4Document = {
  readonly kind: DocumentKind;
  readonly language: Language;
  readonly title: string;
  readonly lead: string;
  readonly blocks: readonly DocumentBlock[];
  /** How the numbers were made, and how many cases they are of. */
  readonly foot: readonly string[];
  /** «Påhittade uppgifter», on every sheet; `null` where the cases are real. */
  readonly ribbon: string | null;
};

export type DocumentBlock =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | DocumentFigure
  | { readonly kind: "table"; readonly table: DocumentTable };

/** One message, and what it rests on: a small picture of one measure, or a table of answers. */
export type DocumentFigure = {
  readonly kind: "figure";
  readonly id: string;
  /** With its base. */
  readonly title: string;
  /** What the title has not said; `..` alone where nothing of it may be shown. May be empty. */
  readonly text: string;
  readonly picture: SvgNode | null;
  readonly table: DocumentTable | null;
};

/** Numbers as they are written: «1 130», «44 %», `..` where they may not be shown, «–» where there is none. */
export type DocumentTable = {
  readonly caption: string;
  /** Above the rows' names, then above each cell. */
  readonly columns: readonly string[];
  readonly rows: readonly DocumentRow[];
};

export type DocumentRow = { readonly label: string; readonly cells: readonly string[] };

/** Whose numbers a document tells: protected tables alone, of one frozen set. */
export type DocumentSource = {
  /** As it is called in a sentence; `null`: the nation. */
  readonly place: string | null;
  readonly from: IsoDate;
  /** The last day. */
  readonly through: IsoDate;
  /** The municipality's own half-year, or a published round. */
  readonly origin: "local" | "round";
  /** What a campaign of meetings is called, where it is one. */
  readonly campaign?: string;
  /** Of a campaign: what the municipality has written that it does about what stood in the way. */
  readonly actions?: readonly DocumentAction[];
  readonly tables: readonly SafeTable[];
  /** Of the same round, for a place below the nation; else `null`. */
  readonly nation: readonly SafeTable[] | null;
  readonly codebook: Codebook;
};

export type DocumentAction = {
  readonly intention: string;
  /** A post («enhetschef»); empty: nobody yet. */
  readonly responsible: string;
  readonly dueOn: IsoDate | null;
  readonly isDone: boolean;
};

/** What people have written into it, as they typed it. */
export type OwnWords = { readonly comments: string; readonly talkAbout: string };
