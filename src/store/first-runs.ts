import type { Instant } from "#kernel";
import type { Tenant } from "./tenant.ts";

/** How far the first run of a municipality has come. */
export type FirstRun = {
  readonly begunAt: Instant;
  readonly codebookSeenAt: Instant | null;
  readonly finishedAt: Instant | null;
};

export function firstRunsOf({ db, municipality }: Tenant) {
  return {
    /** `undefined` where the municipality came to be in another way. */
    async find(): Promise<FirstRun | undefined> {
      return db
        .selectFrom("first_runs")
        .select(["begun_at as begunAt", "codebook_seen_at as codebookSeenAt"])
        .select("finished_at as finishedAt")
        .where("municipality_code", "=", municipality)
        .executeTakeFirst();
    },

    async save({ begunAt, codebookSeenAt, finishedAt }: FirstRun): Promise<void> {
      const values = {
        begun_at: begunAt,
        codebook_seen_at: codebookSeenAt,
        finished_at: finishedAt,
      };
      await db
        .insertInto("first_runs")
        .values({ municipality_code: municipality, ...values })
        .onConflict((conflict) => conflict.column("municipality_code").doUpdateSet(values))
        .execute();
    },
  };
}
