import type { AccountId, Instant, IsoDate, JsonValue, MunicipalityCode } from "#kernel";
import type { ActionState } from "./schema.ts";
import type { Tenant } from "./tenant.ts";

/** What a municipality changes because of the figures. */
export type Action = {
  readonly id: string;
  readonly revision: number;
  /** Whose figures it rests on. */
  readonly round: string;
  /** The figure («V24»); `null`: no certain one. */
  readonly about: string | null;
  readonly intention: string;
  /** A post («enhetschef»). */
  readonly responsible: string;
  readonly dueOn: IsoDate | null;
  readonly state: ActionState;
  readonly outcome: string;
  readonly isShared: boolean;
  readonly by: AccountId;
  readonly at: Instant;
};

export function actionsOf({ db, municipality }: Tenant) {
  const columns = [
    "action_id as id",
    "revision",
    "round_id as round",
    "about",
    "intention",
    "responsible",
    "due_on as dueOn",
    "state",
    "outcome",
    "is_shared as isShared",
    "updated_by as by",
    "updated_at as at",
  ] as const;
  return {
    /** By when they are to be done; those without a day last. */
    async list(): Promise<readonly Action[]> {
      return db
        .selectFrom("actions")
        .select(columns)
        .where("municipality_code", "=", municipality)
        .orderBy("due_on", (order) => order.asc().nullsLast())
        .orderBy("action_id")
        .execute();
    },

    /** Its first revision, or the next of the one that was read; `changed`: somebody else was first. */
    async save(action: Action): Promise<{ readonly kind: "saved" | "changed" }> {
      const values = {
        revision: action.revision,
        round_id: action.round,
        about: action.about,
        intention: action.intention,
        responsible: action.responsible,
        due_on: action.dueOn,
        state: action.state,
        outcome: action.outcome,
        is_shared: action.isShared,
        updated_by: action.by,
        updated_at: action.at,
      };
      const saved =
        action.revision === 1
          ? await db
              .insertInto("actions")
              .values({ municipality_code: municipality, action_id: action.id, ...values })
              .onConflict((conflict) =>
                conflict.columns(["municipality_code", "action_id"]).doNothing(),
              )
              .returning("action_id")
              .executeTakeFirst()
          : await db
              .updateTable("actions")
              .set(values)
              .where("municipality_code", "=", municipality)
              .where("action_id", "=", action.id)
              .where("revision", "=", action.revision - 1)
              .returning("action_id")
              .executeTakeFirst();
      return { kind: saved ? "saved" : "changed" };
    },

    /** @returns whether there was such an action. */
    async remove(id: string): Promise<boolean> {
      const removed = await db
        .deleteFrom("actions")
        .where("municipality_code", "=", municipality)
        .where("action_id", "=", id)
        .executeTakeFirst();
      return removed.numDeletedRows > 0n;
    },
  };
}

/** Of a receiver: what participants have shared with it. */
export function sharedActionsOf({ db, municipality }: Tenant) {
  return {
    async list(round: string): Promise<
      readonly {
        readonly participant: MunicipalityCode;
        readonly content: JsonValue;
        readonly at: Instant;
      }[]
    > {
      return db
        .selectFrom("shared_actions")
        .select(["participant_code as participant", "content", "arrived_at as at"])
        .where("municipality_code", "=", municipality)
        .where("round_id", "=", round)
        .orderBy("participant_code")
        .orderBy("action_id")
        .execute();
    },

    /** All that the participant shares now, instead of what it shared before. */
    async replace(
      round: string,
      participant: MunicipalityCode,
      actions: readonly { readonly id: string; readonly content: JsonValue }[],
      at: Instant,
    ): Promise<void> {
      await db
        .deleteFrom("shared_actions")
        .where("municipality_code", "=", municipality)
        .where("round_id", "=", round)
        .where("participant_code", "=", participant)
        .execute();
      if (actions.length === 0) return;
      await db
        .insertInto("shared_actions")
        .values(
          actions.map(({ id, content }) => ({
            municipality_code: municipality,
            round_id: round,
            participant_code: participant,
            action_id: id,
            content: JSON.stringify(content),
            arrived_at: at,
          })),
        )
        .execute();
    },
  };
}
