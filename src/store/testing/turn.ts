import type { ClientConfig } from "pg";
import { ownerClient } from "../open/connection.ts";

/**
 * Waits until nobody else has the turn of this name. The database's own lock, so that it is free again
 * also when the process that had it was killed.
 */
export async function takeTurn(
  admin: ClientConfig,
  name: string,
): Promise<{ readonly end: () => Promise<void> }> {
  const client = ownerClient(admin);
  await client.connect();
  await client.query("set statement_timeout = 0; set lock_timeout = 0");
  await client.query("select pg_advisory_lock(hashtext($1))", [name]);
  return { end: () => client.end() };
}
