import type { AccountId, Instant } from "#kernel";
import type { Tenant } from "./tenant.ts";

/** What somebody who registers says of a question that is talked over. */
export type DraftComment = {
  readonly id: string;
  /** The question's id, or a group's. */
  readonly variable: string;
  readonly account: AccountId;
  readonly at: Instant;
  readonly text: string;
  readonly settledAt: Instant | null;
};

export function draftCommentsOf({ db, municipality }: Tenant) {
  return {
    async insert({ id, variable, account, at, text }: Omit<DraftComment, "settledAt">) {
      await db
        .insertInto("draft_comments")
        .values({
          municipality_code: municipality,
          comment_id: id,
          variable_id: variable,
          account_id: account,
          at,
          comment: text,
          settled_at: null,
        })
        .execute();
    },

    /** @returns whether there is such a comment; one that is settled already stays as it is. */
    async settle(id: string, at: Instant): Promise<boolean> {
      const known = await db
        .selectFrom("draft_comments")
        .select("comment_id")
        .where("municipality_code", "=", municipality)
        .where("comment_id", "=", id)
        .executeTakeFirst();
      await db
        .updateTable("draft_comments")
        .set({ settled_at: at })
        .where("municipality_code", "=", municipality)
        .where("comment_id", "=", id)
        .where("settled_at", "is", null)
        .execute();
      return known !== undefined;
    },

    /** Oldest first. */
    async list(): Promise<readonly DraftComment[]> {
      return db
        .selectFrom("draft_comments")
        .select(["comment_id as id", "variable_id as variable", "account_id as account", "at"])
        .select(["comment as text", "settled_at as settledAt"])
        .where("municipality_code", "=", municipality)
        .orderBy("at")
        .orderBy("comment_id")
        .execute();
    },
  };
}
