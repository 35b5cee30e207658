import { type Block, type HandbookPage, inlineText } from "./handbook-tree.ts";

/** A part of a page: from one heading to the next. */
export type HandbookPart = {
  readonly slug: string;
  /** Of the heading; `undefined`: the page's beginning. */
  readonly anchor: string | undefined;
  readonly page: string;
  readonly heading: string;
  readonly text: string;
};

export type Hit = HandbookPart & {
  /** Some words around the first one that was found. */
  readonly excerpt: string;
};

export type Found = {
  readonly hits: readonly Hit[];
  /** None has all the words: these have as many of them as any has. */
  readonly isPartial: boolean;
};

const mostHits = 20;
const excerptLength = 160;

/**
 * Parts that have all the words, in any order, or else as many as possible; those that have them in a
 * heading first, otherwise in the handbook's own order. A word is found by its beginning, and in its other forms where Swedish makes
 * them by an ending: «ärendet» finds «ärenden».
 */
export function searchHandbook(parts: readonly HandbookPart[], search: string): Found {
  const stems = wordsOf(search).map(stemOf);
  const counted = parts.map((part) => {
    const headings = wordsOf(`${part.page} ${part.heading}`);
    const words = [...headings, ...wordsOf(part.text)];
    const has = (among: readonly string[]) =>
      stems.filter((stem) => among.some((word) => word.startsWith(stem))).length;
    return { part, found: has(words), inHeading: has(headings) };
  });
  const most = Math.max(0, ...counted.map(({ found }) => found));
  const best = most === 0 ? [] : counted.filter(({ found }) => found === most);
  const hits = best
    .sort((a, b) => b.inHeading - a.inHeading)
    .slice(0, mostHits)
    .map(({ part }) => ({ ...part, excerpt: excerptOf(part.text, stems) }));
  return { hits, isPartial: most < stems.length };
}

export function partsOfPage(page: HandbookPage): readonly HandbookPart[] {
  const beginning = { slug: page.slug, page: page.title };
  const parts: { anchor: string | undefined; heading: string; texts: string[] }[] = [
    { anchor: undefined, heading: page.title, texts: [] },
  ];
  for (const block of page.blocks) {
    if (block.kind === "heading") {
      parts.push({ anchor: block.id, heading: inlineText(block.content), texts: [] });
    } else parts.at(-1)?.texts.push(blockText(block));
  }
  return parts.map(({ anchor, heading, texts }) => ({
    ...beginning,
    anchor,
    heading,
    text: texts.join(" "),
  }));
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "heading":
    case "paragraph":
    case "note":
      return inlineText(block.content);
    case "list":
      return block.items.map((item) => item.map(blockText).join(" ")).join(" ");
    case "table":
      return [block.head, ...block.rows].flat().map(inlineText).join(" ");
    case "code":
      return block.text;
    case "picture":
      return block.alt;
  }
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Longest first: what is left must still be long enough to mean something. */
const endings = ["arna", "erna", "orna", "ande", "ar", "er", "or", "en", "et", "na", "n", "t", "a"];
const shortestStem = 4;

function stemOf(word: string): string {
  const ending = endings.find(
    (each) => word.endsWith(each) && word.length - each.length >= shortestStem,
  );
  return ending === undefined ? word : word.slice(0, -ending.length);
}

/** Whole words only, with dots where something was left out. */
function excerptOf(text: string, stems: readonly string[]): string {
  const lower = text.toLowerCase();
  const first = stems.map((stem) => lower.indexOf(stem)).filter((at) => at >= 0);
  const middle = first.length === 0 ? 0 : Math.min(...first);
  const from = Math.max(0, text.lastIndexOf(" ", Math.max(0, middle - excerptLength / 3)) + 1);
  if (text.length - from <= excerptLength) return `${from > 0 ? "… " : ""}${text.slice(from)}`;
  const until = text.lastIndexOf(" ", from + excerptLength);
  return `${from > 0 ? "… " : ""}${text.slice(from, until > from ? until : from + excerptLength)} …`;
}
