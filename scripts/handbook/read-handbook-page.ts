import { posix } from "node:path";
import { type MarkedToken, marked, type Token, type Tokens } from "marked";
import type { Block, HandbookPage, Inline } from "#web";

/**
 * Markdown of the handbook → plain data (`src/web/routes/handbook/handbook-tree.ts`). HTML in it
 * becomes words, and so does a link that leads outside the handbook but to no other site: a folder of
 * the source is not there for somebody who reads in the program.
 *
 * @param file its path below `docs/handbok`, like `juridik/konsekvensbedomning.md`.
 */
export function readHandbookPage(file: string, markdown: string): Omit<HandbookPage, "pictures"> {
  const slug = file.replace(/\.md$/, "");
  const tokens = marked.lexer(markdown, { gfm: true });
  const [first, ...rest] = tokens.filter(({ type }) => type !== "space");
  const isTitled = first?.type === "heading" && (first as Tokens.Heading).depth === 1;
  const title = isTitled ? plainText((first as Tokens.Heading).tokens) : slug;
  const reading: Reading = { folder: posix.dirname(file), taken: new Map() };
  return { slug, title, blocks: readBlocks(isTitled ? rest : tokens, reading) };
}

/** Names of all pictures on a page, as they stand in its Markdown. */
export function picturesOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === "picture") return [block.file];
    return block.kind === "list" ? block.items.flatMap(picturesOf) : [];
  });
}

type Reading = {
  /** Where the file lies below the handbook: what its links count from. */
  readonly folder: string;
  /** How often each id has been given. */
  readonly taken: Map<string, number>;
};

function readBlocks(tokens: readonly Token[], reading: Reading): readonly Block[] {
  return tokens.flatMap((token) => readBlock(token as MarkedToken, reading));
}

function readBlock(token: MarkedToken, reading: Reading): readonly Block[] {
  switch (token.type) {
    case "space":
    case "hr":
    case "def":
      return [];
    case "heading": {
      const content = readInline(token.tokens, reading);
      const level = token.depth <= 2 ? 2 : 3;
      return [{ kind: "heading", level, id: headingId(plainText(token.tokens), reading), content }];
    }
    case "paragraph": {
      const [picture, ...others] = token.tokens;
      if (picture?.type === "image" && others.length === 0) {
        const { text, href } = picture as Tokens.Image;
        return [{ kind: "picture", alt: text, file: href }];
      }
      return [{ kind: "paragraph", content: readInline(token.tokens, reading) }];
    }
    case "blockquote":
      return readBlocks(token.tokens, reading).map((block) =>
        block.kind === "paragraph" ? { ...block, kind: "note" } : block,
      );
    case "list":
      return [
        {
          kind: "list",
          isOrdered: token.ordered,
          start: Number(token.start) || 1,
          items: token.items.map(({ tokens }) => readBlocks(tokens, reading)),
        },
      ];
    case "table":
      return [
        {
          kind: "table",
          head: token.header.map(({ tokens }) => readInline(tokens, reading)),
          rows: token.rows.map((row) => row.map(({ tokens }) => readInline(tokens, reading))),
        },
      ];
    case "code":
      return [{ kind: "code", text: token.text }];
    case "text":
      return [{ kind: "paragraph", content: readInline(token.tokens ?? [token], reading) }];
    default:
      return [{ kind: "paragraph", content: [token.raw.trim()] }];
  }
}

function readInline(tokens: readonly Token[] | undefined, reading: Reading): readonly Inline[] {
  return (tokens ?? []).flatMap((each): readonly Inline[] => {
    const token = each as MarkedToken;
    switch (token.type) {
      case "strong":
        return [{ kind: "strong", content: readInline(token.tokens, reading) }];
      case "em":
        return [{ kind: "emphasis", content: readInline(token.tokens, reading) }];
      case "codespan":
        return [{ kind: "code", text: token.text }];
      case "br":
        return [{ kind: "break" }];
      case "link": {
        const content = readInline(token.tokens, reading);
        const to = addressOf(token.href, reading.folder);
        return to === undefined ? content : [{ kind: "link", to, content }];
      }
      case "image":
        return [token.text];
      case "text":
      case "escape":
        // A line that the author broke is one space, as in HTML.
        return [token.text.replaceAll(/\s*\n\s*/g, " ")];
      default:
        return [token.raw];
    }
  });
}

/** Where a link leads in the program; `undefined`: nowhere. */
function addressOf(link: string, folder: string): string | undefined {
  if (/^https:\/\//.test(link)) return link;
  if (link.startsWith("#")) return link;
  if (/^[a-z]+:/i.test(link)) return undefined;
  const [path = "", anchor] = link.split("#");
  const file = posix.join(folder, path);
  if (file.startsWith("..") || !file.endsWith(".md")) return undefined;
  const address = `/handbok/${file.replace(/\.md$/, "")}`;
  return anchor === undefined ? address : `${address}#${anchor}`;
}

function headingId(text: string, { taken }: Reading): string {
  const id = text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s/g, "-");
  const before = taken.get(id) ?? 0;
  taken.set(id, before + 1);
  return before === 0 ? id : `${id}-${before}`;
}

function plainText(tokens: readonly Token[] | undefined): string {
  return (tokens ?? [])
    .map((token) => {
      const within = "tokens" in token ? token.tokens : undefined;
      return within ? plainText(within) : "text" in token ? token.text : token.raw;
    })
    .join("");
}
