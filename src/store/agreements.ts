import type { AccountId, Instant, IsoDate, JsonValue } from "#kernel";
import type { LeavingLevel } from "./schema.ts";
import type { Tenant } from "./tenant.ts";

/** That the municipality takes part in a round. */
export type Agreement = {
  readonly round: string;
  /** As the receiver gave it; whoever asks knows its form. */
  readonly invitation: JsonValue;
  /** As asked for, or less. */
  readonly level: LeavingLevel;
  /** A post («socialchef»). */
  readonly decidedBy: string;
  readonly decidedOn: IsoDate;
  /** Where the decision is filed. */
  readonly reference: string;
  readonly by: AccountId;
  readonly at: Instant;
  /** From then on nothing leaves. */
  readonly endedAt: Instant | null;
};

export function agreementsOf({ db, municipality }: Tenant) {
  const columns = [
    "round_id as round",
    "invitation",
    "level",
    "decided_by as decidedBy",
    "decided_on as decidedOn",
    "reference",
    "entered_by as by",
    "entered_at as at",
    "ended_at as endedAt",
  ] as const;
  const ofRound = (round: string) =>
    db
      .selectFrom("agreements")
      .select(columns)
      .where("municipality_code", "=", municipality)
      .where("round_id", "=", round);
  return {
    /** `taken`: there is one of that round, and it stays as it is. */
    async insert(
      agreement: Omit<Agreement, "endedAt">,
    ): Promise<{ readonly kind: "saved" | "taken" }> {
      const inserted = await db
        .insertInto("agreements")
        .values({
          municipality_code: municipality,
          round_id: agreement.round,
          invitation: JSON.stringify(agreement.invitation),
          level: agreement.level,
          decided_by: agreement.decidedBy,
          decided_on: agreement.decidedOn,
          reference: agreement.reference,
          entered_by: agreement.by,
          entered_at: agreement.at,
          ended_at: null,
        })
        .onConflict((conflict) => conflict.columns(["municipality_code", "round_id"]).doNothing())
        .returning("round_id")
        .executeTakeFirst();
      return { kind: inserted ? "saved" : "taken" };
    },

    /** The latest first. */
    async list(): Promise<readonly Agreement[]> {
      return db
        .selectFrom("agreements")
        .select(columns)
        .where("municipality_code", "=", municipality)
        .orderBy("entered_at", "desc")
        .orderBy("round_id")
        .execute();
    },

    async find(round: string): Promise<Agreement | undefined> {
      return ofRound(round).executeTakeFirst();
    },

    /** As `find`, and nobody else changes what is made for the round before this transaction ends. */
    async findForUpdate(round: string): Promise<Agreement | undefined> {
      return ofRound(round).forUpdate().executeTakeFirst();
    },

    /** How much leaves from now on, and whether anything does. */
    async change(
      round: string,
      change: Partial<Pick<Agreement, "level" | "endedAt">>,
    ): Promise<void> {
      if (change.level === undefined && change.endedAt === undefined) return;
      await db
        .updateTable("agreements")
        .set({
          ...(change.level === undefined ? {} : { level: change.level }),
          ...(change.endedAt === undefined ? {} : { ended_at: change.endedAt }),
        })
        .where("municipality_code", "=", municipality)
        .where("round_id", "=", round)
        .execute();
    },
  };
}
