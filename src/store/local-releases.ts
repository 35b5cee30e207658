import type { AccountId, HalfYear, Instant, JsonValue } from "#kernel";
import type { Tenant } from "./tenant.ts";

/** A half-year's own figures, as they were frozen. */
export type KeptLocalRelease = {
  readonly halfYear: HalfYear;
  /** By its id. */
  readonly codebook: string;
  readonly content: JsonValue;
  readonly sha256: string;
  readonly by: AccountId;
  readonly at: Instant;
};

/** Only ever added to, and each half-year once. */
export function localReleasesOf({ db, municipality }: Tenant) {
  return {
    /** `taken`: the half-year is frozen already, and stays as it is. */
    async insert(release: KeptLocalRelease): Promise<{ readonly kind: "saved" | "taken" }> {
      const { halfYear, codebook, content, sha256, by, at } = release;
      const inserted = await db
        .insertInto("local_releases")
        .values({
          municipality_code: municipality,
          half_year: halfYear,
          codebook_id: codebook,
          content: JSON.stringify(content),
          sha256,
          frozen_by: by,
          frozen_at: at,
        })
        .onConflict((conflict) => conflict.columns(["municipality_code", "half_year"]).doNothing())
        .returning("half_year")
        .executeTakeFirst();
      return { kind: inserted ? "saved" : "taken" };
    },

    /** The latest half-year first. */
    async list(): Promise<readonly Pick<KeptLocalRelease, "halfYear" | "at">[]> {
      return db
        .selectFrom("local_releases")
        .select(["half_year as halfYear", "frozen_at as at"])
        .where("municipality_code", "=", municipality)
        .orderBy("half_year", "desc")
        .execute();
    },

    async find(halfYear: HalfYear): Promise<KeptLocalRelease | undefined> {
      return db
        .selectFrom("local_releases")
        .select(["half_year as halfYear", "codebook_id as codebook", "content", "sha256"])
        .select(["frozen_by as by", "frozen_at as at"])
        .where("municipality_code", "=", municipality)
        .where("half_year", "=", halfYear)
        .executeTakeFirst();
    },
  };
}
