import type { Client } from "pg";
import { connectAsOwner } from "./owner-client.ts";

/**
 * The floor of every save: one row inserted and committed, synced to the disk, by a client that
 * does nothing else — in the same database cluster, on the same disk, as what is measured.
 */
export type DurableInsert = {
  /** @returns milliseconds. */
  readonly insert: () => Promise<number>;
  readonly close: () => Promise<void>;
};

export async function openDurableInsert(dataFolder: string): Promise<DurableInsert> {
  const { client, close } = await connectAsOwner(dataFolder);
  await checkDurable(client);
  await client.query(`
    create schema bench;
    create table bench.floor (
      id bigint generated always as identity primary key,
      at timestamptz not null default now(),
      content text not null
    )`);
  const statement = { name: "floor", text: "insert into bench.floor (content) values ($1)" };
  const values = ["x".repeat(300)];
  return {
    async insert() {
      const begun = performance.now();
      await client.query({ ...statement, values });
      return performance.now() - begun;
    },
    close,
  };
}

/** A fast save that a power cut would lose is no save. */
async function checkDurable(client: Client): Promise<void> {
  const settings = ["fsync", "synchronous_commit", "full_page_writes"];
  for (const setting of settings) {
    const { rows } = await client.query("select current_setting($1) as value", [setting]);
    const value = rows[0]?.value;
    if (value !== "on") throw new Error(`the database runs with ${setting}=${value}, not durably`);
  }
}
