import { type Kysely, sql } from "kysely";
import type { MunicipalityCode } from "#kernel";
import type { OrganisationKind, Schema } from "./schema.ts";
import type { Tenant } from "./tenant.ts";

/** A municipality, or another organisation with accounts: county `0023`, the nation `0000`. */
export type Municipality = {
  readonly code: MunicipalityCode;
  readonly kind: OrganisationKind;
  readonly name: string;
  /** SCB's two digits; `null` for the nation. */
  readonly county: string | null;
};

/** All that take part, by code: public, read without any municipality being set. */
export async function listMunicipalities(db: Kysely<Schema>): Promise<readonly Municipality[]> {
  return db
    .selectFrom("municipalities")
    .select(["municipality_code as code", "kind", "name", "county_code as county"])
    .orderBy("municipality_code")
    .execute();
}

/** The own municipality. */
export function ownMunicipalityOf({ db, municipality }: Tenant) {
  async function register({ kind, name, county }: Omit<Municipality, "code">): Promise<void> {
    const values = { kind, name, county_code: county };
    await db
      .insertInto("municipalities")
      .values({ municipality_code: municipality, ...values })
      .onConflict((conflict) => conflict.column("municipality_code").doUpdateSet(values))
      .execute();
  }

  return {
    /** Makes it known, or renames it; must come before anything else of the municipality's. */
    register,

    /**
     * As `register`, and only where no organisation is known at all; the others who try at the same time
     * wait, and are too late. @returns false for them.
     */
    async registerFirst(own: Omit<Municipality, "code">): Promise<boolean> {
      await sql`lock table municipalities in share row exclusive mode`.execute(db);
      if ((await listMunicipalities(db)).length > 0) return false;
      await register(own);
      return true;
    },

    async find(): Promise<Municipality | undefined> {
      return db
        .selectFrom("municipalities")
        .select(["municipality_code as code", "kind", "name", "county_code as county"])
        .where("municipality_code", "=", municipality)
        .executeTakeFirst();
    },

    /** All that take part, by code; read on this transaction's own connection. */
    all: () => listMunicipalities(db),

    /** The local coordinator to turn to; empty where nobody is named. */
    async contact(): Promise<string> {
      const row = await db
        .selectFrom("municipality_settings")
        .select("contact")
        .where("municipality_code", "=", municipality)
        .executeTakeFirst();
      return row?.contact ?? "";
    },

    async setContact(contact: string): Promise<void> {
      await db
        .insertInto("municipality_settings")
        .values({ municipality_code: municipality, contact })
        .onConflict((conflict) => conflict.column("municipality_code").doUpdateSet({ contact }))
        .execute();
    },
  };
}
