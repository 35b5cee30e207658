import type { Chapter, Codebook } from "#codebook";

/** One question that the results answer, and all chapters that answer it. */
export type SectionToTell = {
  readonly chapter: Chapter;
  /** Itself first, then its parts, in the codebook's order. */
  readonly chapters: readonly Chapter[];
};

/** The codebook's chapters that are about all cases; a part of another stands with it. */
export function sectionsToTell({ chapters }: Codebook): readonly SectionToTell[] {
  const told = chapters.filter(({ subgroup }) => subgroup === undefined);
  return told
    .filter(({ partOf }) => partOf === undefined)
    .map((chapter) => ({
      chapter,
      chapters: [chapter, ...told.filter(({ partOf }) => partOf === chapter.id)],
    }));
}

/** The section where the goal is told has the changes too: they are never told without it. */
export function tellsChange({ chapters }: SectionToTell, { indicators }: Codebook): boolean {
  const goals = indicators.filter(({ besideChange }) => besideChange === "goal");
  return goals.some(({ id }) => chapters.some((chapter) => chapter.indicators.includes(id)));
}
