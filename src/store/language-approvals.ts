import type { LanguageApproval } from "#survey";
import type { Tenant } from "./tenant.ts";

/** Which languages somebody in the municipality answers for. */
export function languageApprovalsOf({ db, municipality }: Tenant) {
  return {
    async list(): Promise<readonly LanguageApproval[]> {
      return db
        .selectFrom("language_approvals")
        .select(["language", "text_hash as textHash"])
        .select(["approved_by as approvedBy", "approved_at as approvedAt"])
        .where("municipality_code", "=", municipality)
        .orderBy("language")
        .execute();
    },

    async set({ language, textHash, approvedBy, approvedAt }: LanguageApproval): Promise<void> {
      const said = { text_hash: textHash, approved_by: approvedBy, approved_at: approvedAt };
      await db
        .insertInto("language_approvals")
        .values({ municipality_code: municipality, language, ...said })
        .onConflict((conflict) =>
          conflict.columns(["municipality_code", "language"]).doUpdateSet(said),
        )
        .execute();
    },

    async remove(language: string): Promise<void> {
      await db
        .deleteFrom("language_approvals")
        .where("municipality_code", "=", municipality)
        .where("language", "=", language)
        .execute();
    },
  };
}
