import type { ObstacleAction } from "#screening";
import type { Tenant } from "./tenant.ts";

export function screeningObstaclesOf({ db, municipality }: Tenant) {
  return {
    /** Of all campaigns, by when they are to be done; those without a day last. */
    async obstacles(): Promise<readonly ObstacleAction[]> {
      return db
        .selectFrom("obstacle_actions")
        .select(["action_id as id", "revision", "campaign_id as campaign", "obstacle"])
        .select(["intention", "responsible", "due_on as dueOn", "outcome", "state"])
        .select(["carried_from as carriedFrom", "updated_by as by", "updated_at as at"])
        .where("municipality_code", "=", municipality)
        .orderBy("due_on", (order) => order.asc().nullsLast())
        .orderBy("action_id")
        .execute();
    },

    /** Its first revision, or the next of the one that was read; `changed`: somebody else was first. */
    async saveObstacle(action: ObstacleAction): Promise<"saved" | "changed"> {
      const values = {
        revision: action.revision,
        campaign_id: action.campaign,
        obstacle: action.obstacle,
        intention: action.intention,
        responsible: action.responsible,
        due_on: action.dueOn,
        outcome: action.outcome,
        state: action.state,
        carried_from: action.carriedFrom,
        updated_by: action.by,
        updated_at: action.at,
      };
      const saved =
        action.revision === 1
          ? await db
              .insertInto("obstacle_actions")
              .values({ municipality_code: municipality, action_id: action.id, ...values })
              .onConflict((conflict) =>
                conflict.columns(["municipality_code", "action_id"]).doNothing(),
              )
              .returning("action_id")
              .executeTakeFirst()
          : await db
              .updateTable("obstacle_actions")
              .set(values)
              .where("municipality_code", "=", municipality)
              .where("action_id", "=", action.id)
              .where("campaign_id", "=", action.campaign)
              .where("revision", "=", action.revision - 1)
              .returning("action_id")
              .executeTakeFirst();
      return saved ? "saved" : "changed";
    },
  };
}
