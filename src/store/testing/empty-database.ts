import type { ClientConfig } from "pg";
import { randomId, strongRandomness } from "#kernel";
import { asAdmin, withDatabase } from "./test-cluster.ts";
import { findCluster } from "./test-store.ts";

/** A database of the test run without a single table, as somebody's administrator makes one for us. */
export async function emptyDatabase(): Promise<{
  readonly owner: ClientConfig;
  readonly url: string;
}> {
  const { admin, owner, template } = await findCluster();
  const name = `${template}_${randomId(strongRandomness).slice(0, 8)}`;
  const [found] = await asAdmin(
    admin,
    `select quote_ident(pg_get_userbyid(datdba)) as name from pg_database where datname = '${template}'`,
  );
  await asAdmin(admin, `create database ${name} owner ${found?.name}`);
  const there = withDatabase(owner, name);
  return { owner: there, url: databaseUrl(there) };
}

/** As an administrator writes it in DATABASE_URL. */
export function databaseUrl(config: ClientConfig): string {
  const url = new URL(config.connectionString ?? "postgres://localhost/");
  const { host, port, user, password, database, options } = config;
  if (config.connectionString === undefined) {
    url.username = user ?? "";
    url.password = typeof password === "string" ? password : "";
    url.pathname = `/${database}`;
    if (host?.startsWith("/")) url.searchParams.set("host", host);
    else if (host !== undefined) url.hostname = host;
    if (port !== undefined) url.port = String(port);
  }
  if (options !== undefined) url.searchParams.set("options", options);
  return url.href;
}
