import { type Client, DatabaseError } from "pg";
import { appRole } from "./connection.ts";

/**
 * Sees to it that the app role exists, is powerless beside its grants, and is within reach of the
 * role that is signed in.
 * @returns what stands in the way, as the end of a sentence.
 */
export async function ensureAppRole(client: Client): Promise<string | undefined> {
  const { rows } = await client.query("select current_user as name");
  const owner: string = rows[0].name;
  if (owner === appRole) return `sign in as the owner of the tables, not as ${appRole}.`;
  const wanted = `create role ${appRole} nologin; grant ${appRole} to ${client.escapeIdentifier(owner)};`;

  const isThere = (await findRole(client)) !== undefined || (await madeRole(client));
  if (!isThere) {
    return `${owner} may not create the role ${appRole}. Let the administrator run: ${wanted}`;
  }
  const role = await findRole(client);
  if (role?.rolsuper || role?.rolbypassrls || role?.rolcreaterole) {
    return `the role ${appRole} has more rights than it may have. Let the administrator run: alter role ${appRole} nosuperuser nobypassrls nocreaterole;`;
  }
  if (await mayBecome(client)) return undefined;
  await attempt(client, `grant ${appRole} to ${client.escapeIdentifier(owner)}`);
  if (await mayBecome(client)) return undefined;
  return `${owner} is not a member of ${appRole}. Let the administrator run: grant ${appRole} to ${client.escapeIdentifier(owner)};`;
}

type FoundRole = {
  readonly rolsuper: boolean;
  readonly rolbypassrls: boolean;
  readonly rolcreaterole: boolean;
};

async function findRole(client: Client): Promise<FoundRole | undefined> {
  const { rows } = await client.query(
    "select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = $1",
    [appRole],
  );
  return rows[0];
}

async function madeRole(client: Client): Promise<boolean> {
  await attempt(client, `create role ${appRole} nologin noinherit`);
  // Another Skillnad on the same server may have been faster.
  return (await findRole(client)) !== undefined;
}

async function mayBecome(client: Client): Promise<boolean> {
  const result = await client.query(
    `select pg_has_role(current_user, $1,
      case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end
    ) as may`,
    [appRole],
  );
  return result.rows[0].may;
}

/** Runs it if it may be run; whether it helped is asked afterwards. */
async function attempt(client: Client, statement: string): Promise<void> {
  try {
    await client.query(statement);
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
  }
}
