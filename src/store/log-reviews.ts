import type { SignKind } from "#access";
import type { AccountId, Instant, IsoDate } from "#kernel";
import { insertRows } from "./insert-rows.ts";
import type { Tenant } from "./tenant.ts";

/** What a reviewer looks at: a stretch of the log. */
export type LogReview = {
  /** 1, 2, 3 … in the municipality. */
  readonly number: number;
  readonly fromSequence: number;
  readonly throughSequence: number;
  readonly fromAt: Instant;
  readonly throughAt: Instant;
  /** Reads of cases in it that no sign is about, which the sample was drawn from. */
  readonly reads: number;
  /** The sample can be drawn again with it. */
  readonly seed: number;
  readonly begunBy: AccountId;
  readonly begunAt: Instant;
  /** Both `null` until it is signed; then nothing of it changes. */
  readonly signedBy: AccountId | null;
  readonly signedAt: Instant | null;
};

/** A sign or a line of the sample. */
export type LogMark = {
  /** 1, 2, 3 … in the review. */
  readonly number: number;
  readonly kind: SignKind | "sample";
  /** `null`: about a case that many have opened. */
  readonly account: AccountId | null;
  readonly day: IsoDate;
  readonly sequences: readonly number[];
  /** Different cases in them. */
  readonly cases: number;
  readonly settled: SettledMark | null;
};

export type SettledMark = {
  readonly verdict: "in-order" | "follow-up";
  readonly note: string;
  readonly by: AccountId;
  readonly at: Instant;
};

export function logReviewsOf({ db, municipality }: Tenant) {
  function selectReviews() {
    return db
      .selectFrom("log_reviews")
      .select(["review_number as number", "from_sequence as fromSequence"])
      .select(["through_sequence as throughSequence", "from_at as fromAt"])
      .select(["through_at as throughAt", "read_count as reads", "seed", "begun_by as begunBy"])
      .select(["begun_at as begunAt", "signed_by as signedBy", "signed_at as signedAt"])
      .where("municipality_code", "=", municipality);
  }

  return {
    /** The latest first. */
    async list(): Promise<readonly LogReview[]> {
      return selectReviews().orderBy("review_number", "desc").execute();
    },

    async find(number: number): Promise<LogReview | undefined> {
      return selectReviews().where("review_number", "=", number).executeTakeFirst();
    },

    /** @returns `false`: somebody else has begun the one of this number; nothing is written. */
    async begin(
      review: Omit<LogReview, "signedBy" | "signedAt">,
      marks: readonly Omit<LogMark, "settled">[],
    ): Promise<boolean> {
      const begun = await db
        .insertInto("log_reviews")
        .values({
          municipality_code: municipality,
          review_number: review.number,
          from_sequence: review.fromSequence,
          through_sequence: review.throughSequence,
          from_at: review.fromAt,
          through_at: review.throughAt,
          read_count: review.reads,
          seed: review.seed,
          begun_by: review.begunBy,
          begun_at: review.begunAt,
          signed_by: null,
          signed_at: null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning("review_number")
        .executeTakeFirst();
      if (!begun) return false;
      const rows = marks.map(({ number, kind, account, day, sequences, cases }) => ({
        municipality_code: municipality,
        review_number: review.number,
        mark_number: number,
        kind,
        account_id: account,
        day,
        sequences,
        case_count: cases,
        verdict: null,
        note: null,
        settled_by: null,
        settled_at: null,
      }));
      await insertRows(db, "log_review_marks", rows);
      return true;
    },

    /** In their order. */
    async marks(review: number): Promise<readonly LogMark[]> {
      const rows = await db
        .selectFrom("log_review_marks")
        .select(["mark_number as number", "kind", "account_id as account", "day", "sequences"])
        .select(["case_count as cases", "verdict", "note", "settled_by as by", "settled_at as at"])
        .where("municipality_code", "=", municipality)
        .where("review_number", "=", review)
        .orderBy("mark_number")
        .execute();
      return rows.map(({ verdict, note, by, at, sequences, ...mark }) => ({
        ...mark,
        sequences: sequences.map(Number),
        settled: verdict && by && at ? { verdict, note: note ?? "", by, at } : null,
      }));
    },

    /** @returns whether there is such a mark. @throws of a signed review: the database refuses. */
    async settle(
      review: number,
      mark: number,
      { verdict, note, by, at }: SettledMark,
    ): Promise<boolean> {
      const settled = await db
        .updateTable("log_review_marks")
        .set({ verdict, note, settled_by: by, settled_at: at })
        .where("municipality_code", "=", municipality)
        .where("review_number", "=", review)
        .where("mark_number", "=", mark)
        .executeTakeFirst();
      return settled.numUpdatedRows > 0n;
    },

    /** Keeps everybody else from settling or signing until the transaction ends. */
    async findForUpdate(number: number): Promise<LogReview | undefined> {
      return selectReviews().where("review_number", "=", number).forUpdate().executeTakeFirst();
    },

    async sign(number: number, by: AccountId, at: Instant): Promise<void> {
      await db
        .updateTable("log_reviews")
        .set({ signed_by: by, signed_at: at })
        .where("municipality_code", "=", municipality)
        .where("review_number", "=", number)
        .where("signed_at", "is", null)
        .execute();
    },
  };
}
