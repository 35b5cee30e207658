import type { AccountId, Instant } from "#kernel";
import type { TextPack } from "#screening";
import type { Tenant } from "./tenant.ts";

export function screeningTextPacksOf({ db, municipality }: Tenant) {
  return {
    /** By name, then version. */
    async textPacks(): Promise<readonly TextPack[]> {
      return db
        .selectFrom("text_packs")
        .select(["pack_id as id", "name", "version", "licence", "introduction", "questions"])
        .where("municipality_code", "=", municipality)
        .orderBy("name")
        .orderBy("version")
        .orderBy("pack_id")
        .execute();
    },

    /** Anew, or instead of what stood under its id. */
    async saveTextPack(pack: TextPack, by: AccountId, at: Instant): Promise<void> {
      const { id, ...content } = pack;
      const values = { ...content, loaded_by: by, loaded_at: at };
      await db
        .insertInto("text_packs")
        .values({ municipality_code: municipality, pack_id: id, ...values })
        .onConflict((conflict) =>
          conflict.columns(["municipality_code", "pack_id"]).doUpdateSet(values),
        )
        .execute();
    },

    /** @returns whether there was one. */
    async removeTextPack(id: string): Promise<boolean> {
      const removed = await db
        .deleteFrom("text_packs")
        .where("municipality_code", "=", municipality)
        .where("pack_id", "=", id)
        .executeTakeFirst();
      return removed.numDeletedRows > 0n;
    },
  };
}
