import type { Codebook } from "#codebook";
import type { FlaggedConditions } from "./conditions.ts";
import { nationRelations, type Relation } from "./relation.ts";

/** Which columns a national extract has: follows from the codebook and the conditions alone. */
export type NationLayout = {
  readonly codebook: Codebook;
  /** The same one first, then the earlier ones that cases may rest on. */
  readonly codebooks: readonly [Codebook, ...Codebook[]];
  readonly flagged: FlaggedConditions;
  readonly cases: Relation;
  /** By position of the repeat group in the codebook. */
  readonly items: readonly Relation[];
};

export function nationLayout(
  codebooks: NationLayout["codebooks"],
  flagged: FlaggedConditions,
): NationLayout {
  const [codebook] = codebooks;
  const relations = nationRelations(codebook, [...flagged.flags.values()]);
  return { codebook, codebooks, flagged, ...relations };
}

export function relationsOf({ cases, items }: NationLayout): readonly Relation[] {
  return [cases, ...items];
}
