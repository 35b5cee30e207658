import type { Language } from "#kernel";
import type { Figure } from "../figure.ts";
import { hiddenMark } from "../picture/bars-of.ts";
import { nationWordsOf } from "../words/words-of.ts";
import type {
  A4Document,
  DocumentBlock,
  DocumentKind,
  DocumentRow,
  DocumentSource,
  OwnWords,
} from "./document.ts";
import { documentFigure } from "./document-figure.ts";
import { type DocumentFrame, documentFrame } from "./document-frame.ts";
import { measureTable } from "./document-tables.ts";
import { registrationGaps } from "./registration-gaps.ts";
import { standingOut } from "./standing-out.ts";
import { allFigures, toldSections } from "./told-figures.ts";
import { documentWordsOf } from "./words/document-words-of.ts";
import type { DocumentWords } from "./words/told-documents.ts";

export type DocumentWish = {
  readonly kind: DocumentKind;
  readonly source: DocumentSource;
  readonly own: OwnWords;
  readonly language: Language;
  /** Whether the cases are invented: then every sheet says so. */
  readonly isDemo: boolean;
};

type Told = {
  readonly blocks: readonly DocumentBlock[];
  readonly figures: readonly Figure[];
  readonly questions: readonly string[];
};

/** What protected tables say, for one reader, on a sheet of A4; with what people have added to it. */
export function documentOf(wish: DocumentWish): A4Document {
  const { kind, source, own, language, isDemo } = wish;
  const words = documentWordsOf(language);
  const frame = documentFrame(kind, source, language);
  // What may be left out of a meeting is left out often, and no fault of its registration.
  const isStaffDay = kind === "staff" && source.codebook.counts !== "meetings";
  const told = isStaffDay ? staffDay(wish, frame, words) : sections(wish, frame);
  const table = measureTable(told.figures, frame.rows, language);
  const blocks: readonly DocumentBlock[] = [
    ...told.blocks,
    ...frame.more,
    ...ownBlocks(own, told.questions, words),
    { kind: "heading", text: words.headings.numbers },
    { kind: "table", table },
  ];
  const { title, lead } = frame;
  return {
    kind,
    language,
    title,
    lead,
    blocks,
    foot: footOf(frame, told.figures, language, hidesIn(blocks, lead)),
    ribbon: isDemo ? words.ribbon : null,
  };
}

function sections({ source, language }: DocumentWish, { plan, questions }: DocumentFrame): Told {
  const told = toldSections(plan, source, language).filter(({ figures }) => figures.length > 0);
  return {
    blocks: told.flatMap(({ heading, figures }) => [
      { kind: "heading", text: heading[language] } as const,
      ...figures.map((figure) => documentFigure(figure, ownName(source, language), language)),
    ]),
    figures: told.flatMap(({ figures }) => figures),
    questions,
  };
}

function staffDay(
  { source, language }: DocumentWish,
  { plan, questions }: DocumentFrame,
  words: DocumentWords,
): Told {
  const all = allFigures(source, language);
  const different = standingOut(all);
  const brief = toldSections(plan, source, language).flatMap(({ figures }) => figures);
  const figures = different.length > 0 ? different : brief;
  const isCompared = source.nation !== null;
  const gaps = registrationGaps(all, source, language);
  const [gap] = gaps.questions;
  return {
    blocks: [
      { kind: "heading", text: words.headings.standsOut },
      ...(isCompared && different.length === 0
        ? [{ kind: "paragraph", text: words.noneOutside } as const]
        : []),
      ...figures.map((figure) => documentFigure(figure, ownName(source, language), language)),
      { kind: "heading", text: words.headings.missing },
      { kind: "paragraph", text: gaps.table ? words.fewValid : words.allValid },
      ...(gaps.table ? [{ kind: "table", table: gaps.table } as const] : []),
      ...(gaps.isCut ? [{ kind: "paragraph", text: words.moreMissing } as const] : []),
    ],
    figures,
    questions: [...questions, ...(gap === undefined ? [] : [words.whyMissing(gap)])],
  };
}

/** What people wrote, line by line, and nothing of it left out. */
function ownBlocks(
  { comments, talkAbout }: OwnWords,
  questions: readonly string[],
  { headings }: DocumentWords,
): readonly DocumentBlock[] {
  const said = linesOf(comments);
  const asked = linesOf(talkAbout);
  return [
    ...(said.length === 0
      ? []
      : [
          { kind: "heading", text: headings.comments } as const,
          ...said.map((text) => ({ kind: "paragraph", text }) as const),
        ]),
    { kind: "heading", text: headings.talkAbout },
    { kind: "list", items: asked.length === 0 ? questions : asked },
  ];
}

function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function footOf(
  { counted, source }: DocumentFrame,
  figures: readonly Figure[],
  language: Language,
  isHidden: boolean,
): readonly string[] {
  const { foot } = documentWordsOf(language);
  return [
    ...(isHidden ? [nationWordsOf(language).mark] : []),
    `${counted} ${source}`,
    foot.method,
    ...(figures.some(({ reconstructed }) => reconstructed) ? [foot.reconstructed] : []),
  ];
}

function hidesIn(blocks: readonly DocumentBlock[], lead: string): boolean {
  const isHidden = (text: string) => text === hiddenMark;
  const inTable = ({ rows }: { readonly rows: readonly DocumentRow[] }) =>
    rows.some(({ cells }) => cells.some(isHidden));
  if (lead.includes(hiddenMark)) return true;
  return blocks.some((block) => {
    if (block.kind === "table") return inTable(block.table);
    if (block.kind !== "figure") return false;
    return isHidden(block.text) || (block.table !== null && inTable(block.table));
  });
}

function ownName({ place }: DocumentSource, language: Language): string {
  return place ?? documentWordsOf(language).nation;
}
