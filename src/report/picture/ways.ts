import type { Language } from "#kernel";
import { pictureWordsOf } from "../words/words-of.ts";
import { hiddenMark } from "./bars-of.ts";
import type { TransitionPicture } from "./picture-kinds.ts";

/** From one level to another, by their place among the levels. */
export type Way = {
  readonly before: number;
  readonly after: number;
  readonly count: number | null;
  /** The count, or the mark of what may not be shown. */
  readonly mark: string;
  readonly said: string;
};

/** Every way, in the order of the rows. */
export function waysIn(
  { levels, counts }: Pick<TransitionPicture, "levels" | "counts">,
  language: Language,
): readonly Way[] {
  const words = pictureWordsOf(language);
  return levels.flatMap((from, before) =>
    levels.map((to, after): Way => {
      const count = counts[before]?.[after] ?? null;
      const mark = count === null ? hiddenMark : words.count(count);
      return { before, after, count, mark, said: words.way(from, to, mark) };
    }),
  );
}
