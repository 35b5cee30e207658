import type { AccountId, Instant, JsonValue } from "#kernel";
import type { Tenant } from "./tenant.ts";

/** A question that somebody wants to come back to. */
export type SavedView = {
  readonly id: string;
  readonly account: AccountId;
  readonly name: string;
  /** As the server writes it: which figures, and what was chosen of them. */
  readonly question: JsonValue;
  readonly codebook: { readonly id: string; readonly version: string };
  /** A hash of what it was counted from. */
  readonly countedFrom: string;
  readonly at: Instant;
};

/** Each person's own, and nobody else's. */
export function savedViewsOf({ db, municipality }: Tenant) {
  return {
    async insert(view: SavedView): Promise<void> {
      await db
        .insertInto("saved_views")
        .values({
          municipality_code: municipality,
          account_id: view.account,
          view_id: view.id,
          name: view.name,
          question: JSON.stringify(view.question),
          codebook_id: view.codebook.id,
          codebook_version: view.codebook.version,
          counted_from: view.countedFrom,
          saved_at: view.at,
        })
        .execute();
    },

    /** The latest first. */
    async list(account: AccountId): Promise<readonly SavedView[]> {
      const rows = await db
        .selectFrom("saved_views")
        .select(["view_id as id", "account_id as account", "name", "question"])
        .select(["codebook_id", "codebook_version", "counted_from as countedFrom"])
        .select("saved_at as at")
        .where("municipality_code", "=", municipality)
        .where("account_id", "=", account)
        .orderBy("saved_at", "desc")
        .orderBy("view_id")
        .execute();
      return rows.map(({ codebook_id, codebook_version, ...view }) => ({
        ...view,
        codebook: { id: codebook_id, version: codebook_version },
      }));
    },

    /** @returns whether the person had such a view. */
    async remove(account: AccountId, id: string): Promise<boolean> {
      const removed = await db
        .deleteFrom("saved_views")
        .where("municipality_code", "=", municipality)
        .where("account_id", "=", account)
        .where("view_id", "=", id)
        .returning("view_id")
        .executeTakeFirst();
      return removed !== undefined;
    },
  };
}
