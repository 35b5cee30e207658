import { type Client, DatabaseError } from "pg";

/** Any number that nobody else locks: held by a restoring until its transaction has ended, however it ended. */
const restoringLock = 7_731_528;

/** Within the transaction of a restoring, before it makes anything. */
export async function holdRestoring(client: Client): Promise<void> {
  await client.query("select pg_advisory_xact_lock($1)", [restoringLock]);
}

export type Settled = "committed" | "taken-back" | "unknown";

/**
 * Commits. Where the connection breaks before the answer has come, the server may have done it or not: it
 * is asked again, by another connection, when the first one's transaction is over.
 * @throws the server's refusal.
 */
export async function settleCommit(client: Client, another: () => Client): Promise<Settled> {
  try {
    await client.query("commit");
    return "committed";
  } catch (error) {
    // 57P: the server goes down, which it may do after it has committed.
    if (error instanceof DatabaseError && !/^(08|57P)/.test(error.code ?? "")) throw error;
    return await whatBecameOfIt(another()).catch(() => "unknown");
  }
}

async function whatBecameOfIt(client: Client): Promise<Settled> {
  await client.connect();
  try {
    await client.query("set lock_timeout = '30s'; begin");
    await holdRestoring(client);
    const { rows } = await client.query<{ isThere: boolean }>(
      `select exists (select from pg_class
         where relnamespace = current_schema()::regnamespace and relname = 'schema_migrations') as "isThere"`,
    );
    await client.query("rollback");
    return rows[0]?.isThere ? "committed" : "taken-back";
  } finally {
    await client.end();
  }
}
