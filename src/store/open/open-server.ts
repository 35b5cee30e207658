import type { ClientConfig } from "pg";
import { type Clock, done, type Outcome, problem, refused } from "#kernel";
import type { OpenStore } from "../open-store.ts";
import type { StampKind } from "../schema.ts";
import { openDatabase } from "./open-database.ts";

export type ServerOptions = {
  /** `postgres://…` of a role that may create tables. */
  readonly url: string;
  readonly kind: StampKind;
  readonly clock: Clock;
};

/**
 * A PostgreSQL server of version 15 or later. Problems: environment-invalid, database-unreachable,
 * -unusable, -kind, -newer, -migration-altered.
 */
export async function openServer({ url, kind, clock }: ServerOptions): Promise<Outcome<OpenStore>> {
  const address = ownerOfServer(url);
  if (address.kind === "refused") return address;
  const { owner, at } = address.value;
  const opened = await openDatabase(owner, { at, kind, clock });
  if (opened.kind === "refused") return opened;
  const { store, connections, close } = opened.value;
  // The server is not ours to start or to miss: each query tells for itself.
  const ended = new Promise<string>(() => {});
  return done({ ...store, kind, connections, close, ended });
}

/** How the owner signs in there, and what the database is called. Problem: environment-invalid. */
export function ownerOfServer(
  url: string,
): Outcome<{ readonly owner: ClientConfig; readonly at: string }> {
  const address = parseAddress(url);
  if (address === undefined) {
    const reason = "write postgres://user:password@host:5432/database.";
    const details = { value: withoutPassword(url), reason };
    return refused(problem("environment-invalid", "DATABASE_URL", details));
  }
  const { options, connectionString, at } = address;
  return done({ owner: { connectionString, ...(options ? { options } : {}) }, at });
}

function parseAddress(text: string) {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== "postgres:" && url.protocol !== "postgresql:") return undefined;
  const options = url.searchParams.get("options") ?? undefined;
  // The address's own options go together with ours; left in it they would replace them.
  url.searchParams.delete("options");
  const host = url.hostname || url.searchParams.get("host") || "localhost";
  return {
    connectionString: url.href,
    options,
    at: `${host}${url.port && `:${url.port}`}${url.pathname}`,
  };
}

function withoutPassword(url: string): string {
  return url.replace(/:[^:@/]*@/, ":…@");
}
