import type { HandbookPage } from "./handbook-tree.ts";

/**
 * Every page of `docs/handbok`, also one that was written a moment ago: the build looks in the folder
 * (`scripts/handbook/handbook-plugin.ts`). Fetched with the first page of the handbook that is opened.
 */
const modules = import.meta.glob<HandbookPage>("../../../../docs/handbok/**/*.md", {
  eager: true,
  import: "page",
});

export const handbook: readonly HandbookPage[] = Object.values(modules);

/** What is read first, and says in what order the others stand. */
export const contentsSlug = "innehall";

export function findHandbookPage(slug: string): HandbookPage | undefined {
  return handbook.find((page) => page.slug === slug);
}
