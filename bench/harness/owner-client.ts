import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { atEnd } from "./tidying.ts";

/** Our way into an embedded database that a program of ours, or we ourselves, have started. */
export type OwnerClient = { readonly client: Client; readonly close: () => Promise<void> };

export async function connectAsOwner(dataFolder: string): Promise<OwnerClient> {
  const { owner: password } = JSON.parse(readFileSync(join(dataFolder, "secrets.json"), "utf8"));
  const client = new Client({
    host: join(dataFolder, "socket"),
    user: "skillnad_owner",
    password,
    database: "skillnad",
  });
  // The database may be stopped before us, which is no fault of the measurement.
  client.on("error", () => {});
  await client.connect();
  return { client, close: atEnd(() => client.end()) };
}
