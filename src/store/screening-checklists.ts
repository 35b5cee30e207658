import type { AccountId, Instant, UnitId } from "#kernel";
import type { Tenant } from "./tenant.ts";

/** What a unit does when somebody tells of violence: its own words. */
export type UnitChecklist = {
  readonly unit: UnitId;
  /** 1, 2, 3 … */
  readonly revision: number;
  /** One per line. */
  readonly steps: string;
  readonly contacts: string;
  readonly by: AccountId;
  readonly at: Instant;
};

export function screeningChecklistsOf({ db, municipality }: Tenant) {
  return {
    /** @returns `undefined`: the unit has none of its own. */
    async checklist(unit: UnitId): Promise<UnitChecklist | undefined> {
      return db
        .selectFrom("unit_checklists")
        .select(["unit_id as unit", "revision", "steps", "contacts"])
        .select(["updated_by as by", "updated_at as at"])
        .where("municipality_code", "=", municipality)
        .where("unit_id", "=", unit)
        .executeTakeFirst();
    },

    /** Its first revision, or the next of the one that was read; `changed`: somebody else was first. */
    async saveChecklist(checklist: UnitChecklist): Promise<"saved" | "changed"> {
      const values = {
        revision: checklist.revision,
        steps: checklist.steps,
        contacts: checklist.contacts,
        updated_by: checklist.by,
        updated_at: checklist.at,
      };
      const saved =
        checklist.revision === 1
          ? await db
              .insertInto("unit_checklists")
              .values({ municipality_code: municipality, unit_id: checklist.unit, ...values })
              .onConflict((conflict) =>
                conflict.columns(["municipality_code", "unit_id"]).doNothing(),
              )
              .returning("unit_id")
              .executeTakeFirst()
          : await db
              .updateTable("unit_checklists")
              .set(values)
              .where("municipality_code", "=", municipality)
              .where("unit_id", "=", checklist.unit)
              .where("revision", "=", checklist.revision - 1)
              .returning("unit_id")
              .executeTakeFirst();
      return saved ? "saved" : "changed";
    },
  };
}
