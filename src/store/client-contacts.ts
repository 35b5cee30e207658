import type { Tenant } from "./tenant.ts";

/** Whom a client can ask, in the municipality's own words: about the survey, and about her data. */
export type ClientContacts = { readonly contact: string; readonly dataProtection: string };

export function clientContactsOf({ db, municipality }: Tenant) {
  return {
    async find(): Promise<ClientContacts | undefined> {
      return db
        .selectFrom("client_contacts")
        .select(["contact", "data_protection as dataProtection"])
        .where("municipality_code", "=", municipality)
        .executeTakeFirst();
    },

    async set({ contact, dataProtection }: ClientContacts): Promise<void> {
      const said = { contact, data_protection: dataProtection };
      await db
        .insertInto("client_contacts")
        .values({ municipality_code: municipality, ...said })
        .onConflict((conflict) => conflict.column("municipality_code").doUpdateSet(said))
        .execute();
    },
  };
}
