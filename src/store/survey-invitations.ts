import { sql } from "kysely";
import { addSeconds, type CaseId, type Instant } from "#kernel";
import { answerMinutes, type Invitation, type KeptWayIn, pinTries, reopenSeconds } from "#survey";
import type { Tenant } from "./tenant.ts";

/** What came of knocking: whose PIN to compare with. `undefined` for all that cannot be opened. */
export type Knocked = {
  readonly id: string;
  readonly case: CaseId;
  readonly mode: Invitation["mode"];
  readonly language: string;
  readonly pinHash: string;
};

/** An opened invitation, as the pages that carry its answer key find it again. */
export type OpenInvitation = Pick<Invitation, "id" | "case" | "mode" | "language" | "invitedBy"> & {
  readonly isAnswered: boolean;
};

/** What the worker may know of an invitation that waits. */
export type WaitingInvitation = Pick<Invitation, "mode" | "expiresAt"> & {
  readonly isOpened: boolean;
};

export function surveyInvitationsOf({ db, municipality }: Tenant) {
  function update() {
    return db.updateTable("survey_invitations").where("municipality_code", "=", municipality);
  }
  function select() {
    return db.selectFrom("survey_invitations").where("municipality_code", "=", municipality);
  }

  return {
    /** A new one takes the place of what waited in the case. */
    async insert(invitation: Invitation, link: KeptWayIn, typed: KeptWayIn | null): Promise<void> {
      await close(invitation.case, invitation.invitedAt);
      await db
        .insertInto("survey_invitations")
        .values({
          municipality_code: municipality,
          invitation_id: invitation.id,
          case_id: invitation.case,
          unit_id: invitation.unit,
          mode: invitation.mode,
          language: invitation.language,
          invited_by_account_id: invitation.invitedBy,
          invited_at: invitation.invitedAt,
          expires_at: invitation.expiresAt,
          link_hash: link.secretHash,
          link_pin_hash: link.pinHash,
          code_hash: typed?.secretHash ?? null,
          code_pin_hash: typed?.pinHash ?? null,
        })
        .execute();
    },

    /**
     * One try at the digits, counted before they are looked at: two at once are two. What is unknown,
     * used, too old or tried too often is not told apart, here or anywhere after.
     */
    async knock(secretHash: string, at: Instant): Promise<Knocked | undefined> {
      const row = await update()
        .set((set) => ({ pin_tries: set("pin_tries", "+", 1) }))
        .where((where) =>
          where.or([where("link_hash", "=", secretHash), where("code_hash", "=", secretHash)]),
        )
        .where("pin_tries", "<", pinTries)
        .where("closed_at", "is", null)
        .where("expires_at", ">", at)
        .where((where) =>
          where.or([
            where("opened_at", "is", null),
            where("opened_at", ">", addSeconds(at, -reopenSeconds)),
          ]),
        )
        .returning(["invitation_id as id", "case_id as case", "mode", "language"])
        .returning(["link_hash", "link_pin_hash", "code_pin_hash"])
        .executeTakeFirst();
      if (!row) return undefined;
      const { link_hash, link_pin_hash, code_pin_hash, ...knocked } = row;
      const pinHash = link_hash === secretHash ? link_pin_hash : (code_pin_hash ?? "");
      return { ...knocked, pinHash };
    },

    /**
     * The first opening counts. An id that is nobody's runs the same statements, and then the transaction
     * ends without waiting for the disk: what is refused would otherwise take longer where a try was
     * counted, and so tell that there is something to open. Only a loss of power forgets such a try.
     * @returns whether this answer key is the invitation's: not when it was opened by its other way.
     */
    async open(id: string, answerKeyHash: string, at: Instant): Promise<boolean> {
      const row = await update()
        .set({
          opened_at: sql<Instant>`coalesce(opened_at, ${at}::timestamptz)`,
          answer_key_hash: sql<string>`coalesce(answer_key_hash, ${answerKeyHash})`,
        })
        .where("invitation_id", "=", id)
        .returning("answer_key_hash")
        .executeTakeFirst();
      await sql`select set_config('synchronous_commit', case
        when ${row !== undefined}::boolean then current_setting('synchronous_commit') else 'off'
      end, true)`.execute(db);
      return row?.answer_key_hash === answerKeyHash;
    },

    /**
     * By what the opened pages carry. Whoever means to answer locks the case first, as everybody does who
     * changes both: so that of two at once the second sees the first, and neither waits for the other.
     */
    async findOpen(answerKeyHash: string, at: Instant): Promise<OpenInvitation | undefined> {
      return select()
        .select(["invitation_id as id", "case_id as case", "mode", "language"])
        .select(["invited_by_account_id as invitedBy", "is_answered as isAnswered"])
        .where("answer_key_hash", "=", answerKeyHash)
        .where("opened_at", ">", addSeconds(at, -answerMinutes * 60))
        .where((where) =>
          where.or([where("closed_at", "is", null), where("is_answered", "=", true)]),
        )
        .executeTakeFirst();
    },

    async answered(id: string, at: Instant): Promise<void> {
      await update()
        .set({ closed_at: at, is_answered: true })
        .where("invitation_id", "=", id)
        .execute();
    },

    /** Taken back by the worker, or replaced. */
    close,

    async findWaiting(caseId: CaseId, at: Instant): Promise<WaitingInvitation | undefined> {
      const row = await select()
        .select(["mode", "expires_at", "opened_at"])
        .where("case_id", "=", caseId)
        .where("closed_at", "is", null)
        .where((where) =>
          where.or([
            where("expires_at", ">", at),
            where("opened_at", ">", addSeconds(at, -answerMinutes * 60)),
          ]),
        )
        .executeTakeFirst();
      return row && { mode: row.mode, expiresAt: row.expires_at, isOpened: row.opened_at !== null };
    },

    /** Those that nobody can use any more: nothing is left that tells who was invited when. */
    async removeBefore(at: Instant): Promise<void> {
      await db
        .deleteFrom("survey_invitations")
        .where("municipality_code", "=", municipality)
        .where("expires_at", "<", at)
        .execute();
    },
  };

  async function close(caseId: CaseId, at: Instant): Promise<void> {
    await update()
      .set({ closed_at: at })
      .where("case_id", "=", caseId)
      .where("closed_at", "is", null)
      .execute();
  }
}
