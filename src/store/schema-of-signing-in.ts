import type { ColumnType, Generated } from "kysely";
import type { AccountId, Instant, MunicipalityCode } from "#kernel";

/** How a session was opened. */
export type SignInMethod = "password" | "passkey" | "provider" | "demo";

export type SigningInSchema = {
  account_links: {
    municipality_code: MunicipalityCode;
    link_hash: string;
    account_id: AccountId;
    purpose: "invitation" | "recovery";
    made_by_account_id: AccountId | null;
    made_at: Instant;
    expires_at: Instant;
    used_at: Instant | null;
  };
  passkeys: {
    municipality_code: MunicipalityCode;
    credential_id: string;
    account_id: AccountId;
    name: string;
    /** COSE, base64url. */
    public_key: string;
    sign_count: ColumnType<number, number, number>;
    transports: Generated<readonly string[]>;
    created_at: Instant;
    last_used_at: Instant | null;
  };
  provider_identities: {
    municipality_code: MunicipalityCode;
    issuer: string;
    subject_key: string;
    account_id: AccountId;
    linked_at: Instant;
  };
  recoveries: {
    municipality_code: MunicipalityCode;
    recovery_id: string;
    account_id: AccountId;
    asked_by_account_id: AccountId;
    asked_at: Instant;
    allowed_by_account_id: AccountId | null;
    settled_at: Instant | null;
    is_allowed: boolean | null;
  };
  first_runs: {
    municipality_code: MunicipalityCode;
    begun_at: Instant;
    codebook_seen_at: Instant | null;
    finished_at: Instant | null;
  };
};
