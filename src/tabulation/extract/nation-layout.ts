import type { Codebook } from "#codebook";
import type { FlaggedConditions } from "./conditions.ts";
import { nationRelations, type Relation } from "./relation.ts";

/** Which columns a national extract has: follows from the codebook and the conditions alone. */
export type NationLayout = {
  readonly codebook: Codebook;
  readonly flagged: FlaggedConditions;
  readonly cases: Relation;
  /** By position of the repeat group in the codebook. */
  readonly items: readonly Relation[];
};

export function nationLayout(codebook: Codebook, flagged: FlaggedConditions): NationLayout {
  return { codebook, flagged, ...nationRelations(codebook, [...flagged.flags.values()]) };
}

export function relationsOf({ cases, items }: NationLayout): readonly Relation[] {
  return [cases, ...items];
}
