import { Client, type ClientConfig, type CustomTypesConfig, Pool, types } from "pg";

/** The role under which every query of the program runs. It owns nothing and may not sign in. */
export const appRole = "skillnad_app";

/**
 * Both ways of keeping the store, embedded and server, have one role that signs in: the owner of the
 * tables. A pooled connection asks for `skillnad_app` in its very first message, so there is no
 * moment at which it could run a query as the owner, `reset role` leads back to the same role, and a
 * connection that cannot have the role is refused. A login of its own for the role would need a
 * second password and a second rule of access on every server, and many do not let the program's
 * owner make logins; this needs one `grant`, which it can do, or ask for, once.
 */
export function appPool(owner: ClientConfig): Pool {
  const pool = new Pool({
    ...owner,
    types: readingTypes,
    options: startOptionsOfApp(owner.options),
    connectionTimeoutMillis: 10_000,
    // One connection stays; the others, a few megabytes each, leave when it is quiet.
    min: 1,
    max: 8,
    idleTimeoutMillis: 10_000,
    // An open store does not keep alive a program that has nothing more to do.
    allowExitOnIdle: true,
  });
  // A connection that breaks while idle is replaced by the next query; unheard, it would end us.
  pool.on("error", () => {});
  // One that breaks while it is used makes its own query fail; the pool does not listen to it then.
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/** A connection as the owner, for migrations and for nothing else. */
export function ownerClient(owner: ClientConfig): Client {
  const client = new Client({
    ...owner,
    types: readingTypes,
    options: startOptions(owner.options, {}),
    connectionTimeoutMillis: 10_000,
  });
  client.on("error", () => {});
  return client;
}

/** No query of the program takes a minute; whatever does is stuck, and must not hold locks. */
const sessionSettings = {
  statement_timeout: "60s",
  lock_timeout: "10s",
  idle_in_transaction_session_timeout: "60s",
};

/** What a connection of the program asks for in its first message, beside what the address says. */
export function startOptionsOfApp(given: string | undefined): string {
  return startOptions(given, { ...sessionSettings, role: appRole });
}

function startOptions(given: string | undefined, settings: { [name: string]: string }): string {
  const all = { timezone: "UTC", datestyle: "ISO", ...settings };
  const ours = Object.entries(all).map(([name, value]) => `-c ${name}=${value}`);
  return [...(given ? [given] : []), ...ours].join(" ");
}

/** Days and moments stay text, as the kernel has them; counts and sequences fit a number. */
const readingTypes: CustomTypesConfig = {
  getTypeParser(type: number, format?: "text" | "binary") {
    if (format !== "binary") {
      if (type === types.builtins.DATE) return (text: string) => text;
      if (type === types.builtins.TIMESTAMPTZ) return readInstant;
      if (type === types.builtins.INT8) return Number;
    }
    return types.getTypeParser(type, format);
  },
};

/** `2026-03-12 13:02:00.5+00` → `2026-03-12T13:02:00.500Z`; the session's time zone is UTC. */
export function readInstant(text: string): string {
  const [day = "", time = ""] = text.slice(0, -3).split(" ");
  const [seconds = "", fraction = ""] = time.split(".");
  return `${day}T${seconds}.${fraction.slice(0, 3).padEnd(3, "0")}Z`;
}
