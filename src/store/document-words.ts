import type { AccountId, Instant } from "#kernel";
import type { Tenant } from "./tenant.ts";

/** Which document: its kind, and the set of figures that it tells of. */
export type DocumentKey = { readonly kind: string; readonly source: string };

/** What people have added to it, as they typed it. */
export type DocumentWords = {
  readonly revision: number;
  readonly comments: string;
  readonly talkAbout: string;
  readonly by: AccountId;
  readonly at: Instant;
};

export function documentWordsOf({ db, municipality }: Tenant) {
  return {
    async find({ kind, source }: DocumentKey): Promise<DocumentWords | undefined> {
      return db
        .selectFrom("document_words")
        .select(["revision", "comments", "talk_about as talkAbout"])
        .select(["updated_by as by", "updated_at as at"])
        .where("municipality_code", "=", municipality)
        .where("kind", "=", kind)
        .where("source", "=", source)
        .executeTakeFirst();
    },

    /**
     * @param basedOn the revision that was seen; 0 where there was none.
     * @returns `stale`: somebody has written since; nothing was saved.
     */
    async save(
      { kind, source }: DocumentKey,
      basedOn: number,
      { comments, talkAbout, by, at }: Omit<DocumentWords, "revision">,
    ): Promise<{ readonly kind: "saved" | "stale" }> {
      const written = {
        revision: basedOn + 1,
        comments,
        talk_about: talkAbout,
        updated_by: by,
        updated_at: at,
      };
      const saved = await db
        .insertInto("document_words")
        .values({ municipality_code: municipality, kind, source, ...written })
        .onConflict((conflict) =>
          conflict
            .columns(["municipality_code", "kind", "source"])
            .doUpdateSet(written)
            .where("document_words.revision", "=", basedOn),
        )
        .returning("revision")
        .executeTakeFirst();
      return { kind: saved ? "saved" : "stale" };
    },
  };
}
