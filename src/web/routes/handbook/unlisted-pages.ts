import type { Block, HandbookPage, Inline } from "./handbook-tree.ts";

/** Those that the contents do not lead to, by their titles. */
export function unlistedPages(
  handbook: readonly HandbookPage[],
  contents: HandbookPage,
): readonly HandbookPage[] {
  const listed = new Set(linksOf(contents.blocks).map((to) => to.replace(/#.*/, "")));
  return handbook
    .filter((page) => page !== contents && !listed.has(`/handbok/${page.slug}`))
    .toSorted((a, b) => a.title.localeCompare(b.title, "sv"));
}

/** Where a page's links lead. */
export function linksOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap(linksOfBlock);
}

function linksOfBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case "heading":
    case "paragraph":
    case "note":
      return linksIn(block.content);
    case "list":
      return block.items.flatMap(linksOf);
    case "table":
      return [block.head, ...block.rows].flat().flatMap(linksIn);
    case "code":
    case "picture":
      return [];
  }
}

function linksIn(content: readonly Inline[]): readonly string[] {
  return content.flatMap((each): readonly string[] => {
    if (typeof each === "string" || each.kind === "code" || each.kind === "break") return [];
    return each.kind === "link" ? [each.to, ...linksIn(each.content)] : linksIn(each.content);
  });
}
