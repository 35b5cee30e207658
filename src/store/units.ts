import type { MunicipalityCode, UnitId } from "#kernel";
import { oneOf } from "./one-of.ts";
import type { UnitKind } from "./schema.ts";
import type { Tenant } from "./tenant.ts";

export type Unit = {
  readonly id: UnitId;
  readonly name: string;
  /** Its colleagues may open each other's cases without giving a reason. */
  readonly isOpenToColleagues: boolean;
  /** Left out: both. */
  readonly kind?: UnitKind;
  /** The municipalities beside its own that people come from; left out: none. */
  readonly serves?: readonly MunicipalityCode[];
};

export function unitsOf({ db, municipality }: Tenant) {
  function selectUnits() {
    return db
      .selectFrom("units")
      .select(["unit_id as id", "name", "is_open_to_colleagues as isOpenToColleagues"])
      .select(["kind", "serves"])
      .where("municipality_code", "=", municipality);
  }

  return {
    async insert(unit: Unit): Promise<void> {
      await db
        .insertInto("units")
        .values({ municipality_code: municipality, unit_id: unit.id, ...columnsOf(unit) })
        .execute();
    },

    async update(unit: Unit): Promise<void> {
      await db
        .updateTable("units")
        .set(columnsOf(unit))
        .where("municipality_code", "=", municipality)
        .where("unit_id", "=", unit.id)
        .execute();
    },

    async find(id: UnitId): Promise<Unit | undefined> {
      return selectUnits().where("unit_id", "=", id).executeTakeFirst();
    },

    /** Those of them that exist, by one statement. */
    async findSome(ids: readonly UnitId[]): Promise<readonly Unit[]> {
      return selectUnits().where(oneOf("unit_id", ids)).execute();
    },

    /** By id: sort names in Swedish where they are shown. */
    async list(): Promise<readonly Unit[]> {
      return selectUnits().orderBy("unit_id").execute();
    },
  };
}

/** What can change in a unit. */
function columnsOf({ name, isOpenToColleagues, kind = "both", serves = [] }: Unit) {
  return { name, is_open_to_colleagues: isOpenToColleagues, kind, serves };
}
