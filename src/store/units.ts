import type { UnitId } from "#kernel";
import type { Tenant } from "./tenant.ts";

export type Unit = {
  readonly id: UnitId;
  readonly name: string;
  /** Its colleagues may open each other's cases without giving a reason. */
  readonly isOpenToColleagues: boolean;
};

export function unitsOf({ db, municipality }: Tenant) {
  function selectUnits() {
    return db
      .selectFrom("units")
      .select(["unit_id as id", "name", "is_open_to_colleagues as isOpenToColleagues"])
      .where("municipality_code", "=", municipality);
  }

  return {
    async insert({ id, name, isOpenToColleagues }: Unit): Promise<void> {
      await db
        .insertInto("units")
        .values({
          municipality_code: municipality,
          unit_id: id,
          name,
          is_open_to_colleagues: isOpenToColleagues,
        })
        .execute();
    },

    async update({ id, name, isOpenToColleagues }: Unit): Promise<void> {
      await db
        .updateTable("units")
        .set({ name, is_open_to_colleagues: isOpenToColleagues })
        .where("municipality_code", "=", municipality)
        .where("unit_id", "=", id)
        .execute();
    },

    async find(id: UnitId): Promise<Unit | undefined> {
      return selectUnits().where("unit_id", "=", id).executeTakeFirst();
    },

    /** By id: sort names in Swedish where they are shown. */
    async list(): Promise<readonly Unit[]> {
      return selectUnits().orderBy("unit_id").execute();
    },
  };
}
