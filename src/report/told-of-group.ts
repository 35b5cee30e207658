import type { Codebook, Subgroup } from "#codebook";

/** A group of cases, whether the codebook's own or a release's. */
export type GroupToTell = Omit<Subgroup, "codes"> & { readonly codes: readonly number[] };

/** The codebook's chapters that are about all cases; of a group each about that group. */
export function toldOfGroup(codebook: Codebook, group: GroupToTell | null): Codebook {
  const chapters = codebook.chapters.filter(({ subgroup }) => subgroup === undefined);
  if (group === null) return { ...codebook, subgroups: [], chapters };
  // What the group is chosen by would only say that everybody in it gave that answer.
  const ofOther = new Set(
    codebook.indicators.filter(({ variable }) => variable !== group.variable).map(({ id }) => id),
  );
  return {
    ...codebook,
    subgroups: [{ ...group, codes: [...group.codes] }],
    chapters: chapters.map((chapter) => ({
      ...chapter,
      indicators: chapter.indicators.filter((indicator) => ofOther.has(indicator)),
      subgroup: group.id,
    })),
  };
}
