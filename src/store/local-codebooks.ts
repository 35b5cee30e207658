import type { Codebook } from "#codebook";
import type { AccountId, Instant } from "#kernel";
import type { Tenant } from "./tenant.ts";

/** One version of a municipality's own variables, as it was published. */
export type LocalCodebookVersion = {
  readonly number: number;
  /** Before it was joined with the common codebook; that one stands among the `codebooks`. */
  readonly overlay: Codebook;
  readonly note: string;
  readonly by: AccountId;
  readonly at: Instant;
};

/** Only ever added to: answers given under a version must stay readable. */
export function localCodebooksOf({ db, municipality }: Tenant) {
  return {
    async insert({ number, overlay, note, by, at }: LocalCodebookVersion): Promise<void> {
      await db
        .insertInto("local_codebooks")
        .values({
          municipality_code: municipality,
          codebook_id: overlay.id,
          version: overlay.version,
          number,
          overlay: JSON.stringify(overlay),
          note,
          published_by: by,
          published_at: at,
        })
        .execute();
    },

    /** Oldest first. */
    async list(): Promise<readonly LocalCodebookVersion[]> {
      return db
        .selectFrom("local_codebooks")
        .select(["number", "overlay", "note", "published_by as by", "published_at as at"])
        .where("municipality_code", "=", municipality)
        .orderBy("number")
        .execute();
    },
  };
}
