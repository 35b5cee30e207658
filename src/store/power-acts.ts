import { sql } from "kysely";
import type { PowerAct, PowerAction } from "#access";
import { type AccountId, accountId, type Instant } from "#kernel";
import type { Tenant } from "./tenant.ts";

/** What people did to what accounts may and how they are opened, in the log's order; seldom many. */
export async function readPowerActs(
  { db, municipality }: Tenant,
  since: Instant | undefined,
): Promise<readonly PowerAct[]> {
  const lines = await db
    .selectFrom("audit_log")
    .select(["sequence", "at", "account_id as by", "action", "details"])
    .where("municipality_code", "=", municipality)
    .where("account_id", "is not", null)
    .$narrowType<{ by: AccountId; action: PowerAction }>()
    .where(isPower)
    .$if(since !== undefined, (query) => query.where("at", ">=", since as Instant))
    .orderBy("sequence")
    .execute();
  return lines.map(({ details, ...line }) => ({
    ...line,
    account: accountId(String(details.account)),
    added: wordsOf(details.added),
    removed: wordsOf(details.removed),
  }));
}

/** Written out, as in the index that answers it. */
const isPower = sql<boolean>`action in (
  'person.invited', 'person.changed', 'person.came-back', 'recovery.asked', 'recovery.allowed'
)`;

function wordsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
