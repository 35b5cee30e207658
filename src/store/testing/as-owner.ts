import type { Client } from "pg";
import { ownerClient } from "../open/connection.ts";
import type { TestStore } from "./test-store.ts";

/** A connection as the tables' owner, which is ended whatever happens: an open one would keep the test file from ending. */
export async function asOwner<Result>(
  store: TestStore,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = ownerClient(store.owner);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
