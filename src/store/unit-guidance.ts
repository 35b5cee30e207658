import type { AccountId, Instant, UnitId } from "#kernel";
import type { Tenant } from "./tenant.ts";

/** How a unit judges a question: «så gör vi hos oss». */
export type UnitGuidance = {
  readonly unit: UnitId;
  /** The question's concept, so that the words outlive a new version of the codebook. */
  readonly concept: string;
  readonly text: string;
  readonly by: AccountId;
  readonly at: Instant;
};

export function unitGuidanceOf({ db, municipality }: Tenant) {
  return {
    /** By concept. */
    async list(unit: UnitId): Promise<readonly Omit<UnitGuidance, "unit">[]> {
      return db
        .selectFrom("unit_guidance")
        .select(["concept", "guidance as text", "updated_by as by", "updated_at as at"])
        .where("municipality_code", "=", municipality)
        .where("unit_id", "=", unit)
        .orderBy("concept")
        .execute();
    },

    /** Writes it, or writes it anew. */
    async set({ unit, concept, text, by, at }: UnitGuidance): Promise<void> {
      const written = { guidance: text, updated_by: by, updated_at: at };
      await db
        .insertInto("unit_guidance")
        .values({ municipality_code: municipality, unit_id: unit, concept, ...written })
        .onConflict((conflict) =>
          conflict.columns(["municipality_code", "unit_id", "concept"]).doUpdateSet(written),
        )
        .execute();
    },

    async remove(unit: UnitId, concept: string): Promise<void> {
      await db
        .deleteFrom("unit_guidance")
        .where("municipality_code", "=", municipality)
        .where("unit_id", "=", unit)
        .where("concept", "=", concept)
        .execute();
    },
  };
}
