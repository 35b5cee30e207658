import type { AccountId, Instant } from "#kernel";
import type { Tenant } from "./tenant.ts";

/** What a password and its code are compared with. */
export type PasswordWay = {
  readonly passwordHash: string;
  /** The seed of the codes, sealed under a key that is not in the database. */
  readonly codeSealed: string;
  /** Of the newest code that has been used; `null`: none yet. */
  readonly codeLastStep: number | null;
};

export function passwordWaysOf({ db, municipality }: Tenant) {
  function update(account: AccountId) {
    return db
      .updateTable("accounts")
      .where("municipality_code", "=", municipality)
      .where("account_id", "=", account);
  }

  return {
    /** `undefined`: she comes in by other ways, or not at all. */
    async find(account: AccountId): Promise<PasswordWay | undefined> {
      const row = await db
        .selectFrom("accounts")
        .select(["password_hash as passwordHash", "totp_sealed as codeSealed"])
        .select("totp_last_step as codeLastStep")
        .where("municipality_code", "=", municipality)
        .where("account_id", "=", account)
        .executeTakeFirst();
      if (!row || row.passwordHash === null || row.codeSealed === null) return undefined;
      const { passwordHash, codeSealed, codeLastStep } = row;
      return { passwordHash, codeSealed, codeLastStep };
    },

    /** Takes the place of what was there. */
    async save(account: AccountId, way: PasswordWay): Promise<void> {
      const { passwordHash, codeSealed, codeLastStep } = way;
      await update(account)
        .set({ password_hash: passwordHash, totp_sealed: codeSealed, totp_last_step: codeLastStep })
        .execute();
    },

    /** The codes stay as they are. False where the password is no longer the one that was looked at. */
    async changePassword(account: AccountId, from: string, to: string): Promise<boolean> {
      const { numUpdatedRows } = await update(account)
        .set({ password_hash: to })
        .where("password_hash", "=", from)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    /**
     * False where this step, or a later one, has been used, also by somebody at the same moment; and
     * where the password that was compared is hers no more, or the account was closed in the meantime.
     */
    async takeStep(account: AccountId, step: number, passwordHash: string): Promise<boolean> {
      const { numUpdatedRows } = await update(account)
        .set({ totp_last_step: step })
        .where("password_hash", "=", passwordHash)
        .where("disabled_at", "is", null)
        .where((where) =>
          where.or([where("totp_last_step", "is", null), where("totp_last_step", "<", step)]),
        )
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    /**
     * Browsers that she signed in by before this count as strangers'; `null`: all are known. Never in
     * the future: where the clock was put back, no sign-in would be late enough.
     */
    async knownDevicesFrom(account: AccountId, at: Instant): Promise<Instant | null> {
      const row = await db
        .selectFrom("accounts")
        .select("known_devices_from as from")
        .where("municipality_code", "=", municipality)
        .where("account_id", "=", account)
        .executeTakeFirst();
      const from = row?.from ?? null;
      if (from === null || Date.parse(from) <= Date.parse(at)) return from;
      await update(account).set({ known_devices_from: at }).execute();
      return at;
    },
  };
}
