import type { AccountId, Instant, JsonValue, MunicipalityCode } from "#kernel";
import type { Tenant } from "./tenant.ts";

/** Of a receiver. */
export type KeptRound = {
  readonly id: string;
  /** As every participant was given it; whoever asks knows its form. */
  readonly invitation: JsonValue;
  readonly by: AccountId;
  readonly at: Instant;
  /** From then on nothing more is taken in. */
  readonly endedAt: Instant | null;
};

export type RoundParticipant = {
  readonly code: MunicipalityCode;
  readonly name: string;
  /** Two digits. */
  readonly county: string;
  /** Public parts whose signatures are believed. */
  readonly signingKeys: readonly string[];
  readonly checkedAt: Instant | null;
  readonly remindedAt: Instant | null;
  readonly leftAt: Instant | null;
  /** What it told last of its participation in a month of asking; whoever asks knows its form. */
  readonly participation: JsonValue | null;
};

/** What a receiver asks for, and of whom. */
export function roundsOf({ db, municipality }: Tenant) {
  const columns = ["round_id as id", "invitation", "created_by as by", "created_at as at"] as const;
  return {
    /** `taken`: there is a round of that id, and it stays as it is. */
    async insert(round: Omit<KeptRound, "endedAt">): Promise<{ readonly kind: "saved" | "taken" }> {
      const inserted = await db
        .insertInto("rounds")
        .values({
          municipality_code: municipality,
          round_id: round.id,
          invitation: JSON.stringify(round.invitation),
          created_by: round.by,
          created_at: round.at,
          ended_at: null,
        })
        .onConflict((conflict) => conflict.columns(["municipality_code", "round_id"]).doNothing())
        .returning("round_id")
        .executeTakeFirst();
      return { kind: inserted ? "saved" : "taken" };
    },

    /** The latest first. */
    async list(): Promise<readonly KeptRound[]> {
      return db
        .selectFrom("rounds")
        .select([...columns, "ended_at as endedAt"])
        .where("municipality_code", "=", municipality)
        .orderBy("created_at", "desc")
        .orderBy("round_id")
        .execute();
    },

    async find(id: string): Promise<KeptRound | undefined> {
      return db
        .selectFrom("rounds")
        .select([...columns, "ended_at as endedAt"])
        .where("municipality_code", "=", municipality)
        .where("round_id", "=", id)
        .executeTakeFirst();
    },

    async end(id: string, at: Instant | null): Promise<void> {
      await db
        .updateTable("rounds")
        .set({ ended_at: at })
        .where("municipality_code", "=", municipality)
        .where("round_id", "=", id)
        .execute();
    },

    /** In the order of their codes. */
    async participants(round: string): Promise<readonly RoundParticipant[]> {
      return db
        .selectFrom("round_participants")
        .select(["participant_code as code", "name", "county_code as county"])
        .select(["signing_keys as signingKeys", "checked_at as checkedAt"])
        .select(["reminded_at as remindedAt", "left_at as leftAt"])
        .select("participation")
        .where("municipality_code", "=", municipality)
        .where("round_id", "=", round)
        .orderBy("participant_code")
        .execute();
    },

    /** Anew, or as it is now. */
    async saveParticipant(round: string, participant: RoundParticipant): Promise<void> {
      const values = {
        name: participant.name,
        county_code: participant.county,
        signing_keys: participant.signingKeys,
        checked_at: participant.checkedAt,
        reminded_at: participant.remindedAt,
        left_at: participant.leftAt,
        participation:
          participant.participation === null ? null : JSON.stringify(participant.participation),
      };
      await db
        .insertInto("round_participants")
        .values({
          municipality_code: municipality,
          round_id: round,
          participant_code: participant.code,
          ...values,
        })
        .onConflict((conflict) =>
          conflict
            .columns(["municipality_code", "round_id", "participant_code"])
            .doUpdateSet(values),
        )
        .execute();
    },

    /** That alone: the program tells it by itself, while somebody may be changing keys or taking it out. */
    async saveParticipation(
      round: string,
      participant: MunicipalityCode,
      participation: JsonValue,
    ): Promise<void> {
      await db
        .updateTable("round_participants")
        .set({ participation: JSON.stringify(participation) })
        .where("municipality_code", "=", municipality)
        .where("round_id", "=", round)
        .where("participant_code", "=", participant)
        .where("left_at", "is", null)
        .execute();
    },
  };
}
