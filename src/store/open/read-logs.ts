import type { Client } from "pg";
import { type AuditLink, type ChainHead, emptyChain } from "#access";
import { done, type MunicipalityCode, type Outcome, refused } from "#kernel";
import { ownerClient } from "./connection.ts";
import { connectionProblem } from "./open-database.ts";
import { type PassedIn, reachOwner, type StorePlace } from "./reach-owner.ts";

/** Every log of a store, of one moment. */
export type Logs = {
  readonly codes: readonly MunicipalityCode[];
  /** In the order of the codes; each has to be read to its end before the next. */
  readonly logs: AsyncIterable<MunicipalityLog>;
};

export type MunicipalityLog = {
  readonly municipality: MunicipalityCode;
  /** As the database has it beside the log. */
  readonly head: ChainHead;
  readonly links: AsyncIterable<AuditLink>;
};

/** Links that are asked for at a time. */
const piece = 1000;

/**
 * Reads the logs that are there, beside a running Skillnad or without one, and changes nothing. Needs
 * none of the program's other tables, so that it works on a database of any version. Problems: those
 * of `reachOwner`, database-unreachable, database-unusable.
 */
export async function readLogs<Result>(
  place: StorePlace,
  passedIn: PassedIn,
  work: (logs: Logs) => Promise<Result>,
): Promise<Outcome<Result>> {
  const reached = await reachOwner(place, passedIn);
  if (reached.kind === "refused") return reached;
  const { owner, at, close } = reached.value;
  const client = ownerClient(owner);
  try {
    await client.connect();
    await client.query("begin transaction isolation level repeatable read read only");
    const { rows } = await client.query<{ code: MunicipalityCode }>(
      'select municipality_code as code from municipalities order by municipality_code collate "C"',
    );
    const codes = rows.map(({ code }) => code);
    return done(await work({ codes, logs: logsOf(client, codes) }));
  } catch (error) {
    return refused(connectionProblem(error, at));
  } finally {
    await client.end();
    await close();
  }
}

async function* logsOf(
  client: Client,
  codes: readonly MunicipalityCode[],
): AsyncGenerator<MunicipalityLog> {
  for (const municipality of codes) {
    await client.query("select set_config('app.municipality', $1, true)", [municipality]);
    const { rows } = await client.query<ChainHead>(
      "select sequence, hash from audit_heads where municipality_code = $1",
      [municipality],
    );
    const head = rows[0] ?? emptyChain;
    yield { municipality, head, links: linksOf(client, municipality) };
  }
}

async function* linksOf(client: Client, municipality: string): AsyncGenerator<AuditLink> {
  await client.query(
    `declare log_links no scroll cursor for
      select municipality_code as municipality, sequence, at, account_id as account, action,
        case_id as "case", details, previous_hash as "previousHash", hash
      from audit_log where municipality_code = ${client.escapeLiteral(municipality)}
      order by sequence`,
  );
  for (;;) {
    const { rows } = await client.query<AuditLink>(`fetch ${piece} from log_links`);
    if (rows.length === 0) break;
    yield* rows;
  }
  await client.query("close log_links");
}
