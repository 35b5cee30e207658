import type { AccountId, Instant } from "#kernel";
import type { Tenant } from "./tenant.ts";

/** Who an account is with a provider of identities. */
export type ProviderIdentity = {
  readonly issuer: string;
  /** A keyed hash of what the provider calls her: some call people by their personal numbers. */
  readonly subjectKey: string;
};

export function providerIdentitiesOf({ db, municipality }: Tenant) {
  function select() {
    return db.selectFrom("provider_identities").where("municipality_code", "=", municipality);
  }

  return {
    /** False for somebody who has an account here already. */
    async insert(
      { issuer, subjectKey }: ProviderIdentity,
      account: AccountId,
      at: Instant,
    ): Promise<boolean> {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto("provider_identities")
        .values({
          municipality_code: municipality,
          issuer,
          subject_key: subjectKey,
          account_id: account,
          linked_at: at,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },

    async find({ issuer, subjectKey }: ProviderIdentity): Promise<AccountId | undefined> {
      const row = await select()
        .select("account_id")
        .where("issuer", "=", issuer)
        .where("subject_key", "=", subjectKey)
        .executeTakeFirst();
      return row?.account_id;
    },

    /** The issuers that she may come in by. */
    async issuersOf(account: AccountId): Promise<readonly string[]> {
      const rows = await select().select("issuer").where("account_id", "=", account).execute();
      return rows.map(({ issuer }) => issuer);
    },

    async removeAllOf(account: AccountId): Promise<void> {
      await db
        .deleteFrom("provider_identities")
        .where("municipality_code", "=", municipality)
        .where("account_id", "=", account)
        .execute();
    },
  };
}
