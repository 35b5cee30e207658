import type { AccountId, Instant } from "#kernel";
import type { Tenant } from "./tenant.ts";

/** A municipality's own variables while they are talked over; may be wrong until they are published. */
export type LocalDraft = {
  readonly revision: number;
  readonly content: unknown;
  readonly by: AccountId;
  readonly at: Instant;
};

type Saved = { readonly by: AccountId; readonly at: Instant };

/** `stale`: somebody has saved, published or discarded since; nothing was written. */
export type DraftResult = { readonly kind: "saved" } | ({ readonly kind: "stale" } & Saved);

/** At most one draft in a municipality. Its revision counts on when a new one is begun. */
export function localDraftsOf({ db, municipality }: Tenant) {
  function row() {
    return db
      .selectFrom("local_drafts")
      .select(["revision", "content", "updated_by as by", "updated_at as at"])
      .where("municipality_code", "=", municipality);
  }

  async function write(content: unknown, basedOn: number, saved: Saved): Promise<DraftResult> {
    const now = await row().forUpdate().executeTakeFirst();
    const current = now && now.content !== null ? now.revision : 0;
    if (now && current !== basedOn) return { kind: "stale", by: now.by, at: now.at };
    const values = {
      revision: (now?.revision ?? 0) + 1,
      content: content === null ? null : JSON.stringify(content),
      updated_by: saved.by,
      updated_at: saved.at,
    };
    // Of two that begin the first draft at once, the second waits here and then changes nothing.
    const written = now
      ? await db
          .updateTable("local_drafts")
          .set(values)
          .where("municipality_code", "=", municipality)
          .executeTakeFirst()
      : await db
          .insertInto("local_drafts")
          .values({ municipality_code: municipality, ...values })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
    const rows =
      "numUpdatedRows" in written ? written.numUpdatedRows : written.numInsertedOrUpdatedRows;
    return rows === 0n ? { kind: "stale", ...saved } : { kind: "saved" };
  }

  return {
    async find(): Promise<LocalDraft | undefined> {
      const found = await row().executeTakeFirst();
      return found && found.content !== null ? found : undefined;
    },

    /** As `find`, and nobody else can change it before this transaction ends. */
    async findForUpdate(): Promise<LocalDraft | undefined> {
      const found = await row().forUpdate().executeTakeFirst();
      return found && found.content !== null ? found : undefined;
    },

    /** @param basedOn the revision that was seen; 0 where there was no draft. */
    save(content: object, basedOn: number, saved: Saved): Promise<DraftResult> {
      return write(content, basedOn, saved);
    },

    /** Published or discarded. */
    end(basedOn: number, saved: Saved): Promise<DraftResult> {
      return write(null, basedOn, saved);
    },
  };
}
