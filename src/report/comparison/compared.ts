import type { Codebook } from "#codebook";
import type { SafeTable } from "#disclosure";
import type { Language } from "#kernel";
import { comparisonWordsOf } from "../words/comparison/comparison-words.ts";

/** An area or a municipality, as a release tells of it. */
export type ComparedPlace = {
  /** `county-91`, or a municipality's code. */
  readonly id: string;
  readonly name: string;
  readonly tables: readonly SafeTable[];
};

/** Who is held against whom. Everything is published: a unit's exact tables have no place here. */
export type Compared = {
  /** The reader's; `null`: the release does not tell of it, or tells of the nation alone. */
  readonly own: ComparedPlace | null;
  /** That it lies in. */
  readonly area: ComparedPlace | null;
  readonly nation: readonly SafeTable[];
  /** All that the release tells of, the own among them. */
  readonly municipalities: readonly ComparedPlace[];
};

/** One of those that stand side by side; the own first where there is one, the nation always last. */
export type Side = {
  readonly label: string;
  readonly look: "own" | "other" | "all";
  readonly tables: readonly SafeTable[];
};

export type ComparisonTelling = {
  readonly codebook: Codebook;
  readonly language: Language;
  readonly sides: readonly Side[];
  /** What the own is called; `null`: the nation stands alone. */
  readonly own: string | null;
};

export function tellingOf(
  { own, area, nation }: Compared,
  codebook: Codebook,
  language: Language,
): ComparisonTelling {
  const all = { label: comparisonWordsOf(language).nation, look: "all", tables: nation } as const;
  const sides: readonly Side[] = [
    ...(own ? [{ label: own.name, look: "own", tables: own.tables } as const] : []),
    ...(own && area ? [{ label: area.name, look: "other", tables: area.tables } as const] : []),
    all,
  ];
  return { codebook, language, sides, own: own?.name ?? null };
}
