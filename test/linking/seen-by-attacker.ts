import type { MunicipalityCode } from "#kernel";
import { asOwner, type TestStore } from "#store/testing";

/** A row as it lies in the database, with what PostgreSQL itself keeps of it. */
export type SeenRow = {
  readonly table: string;
  /** The transaction that wrote it: a number that grows with time. */
  readonly xid: number;
  /** Its place in the table's file. */
  readonly place: number;
  /** Every value in it, as text; of JSON each value by itself. */
  readonly cells: ReadonlyMap<string, string>;
};

/** All that whoever has the database, its statistics and the program's log can look at. */
export type Seen = {
  readonly rows: readonly SeenRow[];
  readonly log: readonly string[];
  /** What the database tells of its own work: connections, counts, sequences. */
  readonly statistics: string;
};

/** What a meeting is kept in. */
export const counted = [
  "meeting_tallies",
  "meeting_days",
  "meeting_receipts",
  "confidence_tallies",
] as const;

export function isCounted({ table }: SeenRow): boolean {
  return (counted as readonly string[]).includes(table);
}

/** Of this database alone: others may be at work in the same cluster. */
const statisticsHere = [
  "select * from pg_stat_activity where datname = current_database()",
  "select * from pg_stat_user_tables",
  "select * from pg_stat_user_indexes",
  "select * from pg_sequences",
];

export async function seenBy(
  store: TestStore,
  municipality: MunicipalityCode,
  log: readonly string[],
): Promise<Seen> {
  return asOwner(store, async (client) => {
    await client.query("select set_config('app.municipality', $1, false)", [municipality]);
    const tables = await client.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = current_schema() order by 1",
    );
    const rows: SeenRow[] = [];
    for (const { name: table } of tables.rows) {
      const found = await client.query<{ xid: string; row: object }>(
        `select xmin::text as xid, to_jsonb(t) as row from ${table} t order by ctid`,
      );
      for (const [place, { xid, row }] of found.rows.entries()) {
        rows.push({ table, xid: Number(xid), place, cells: cellsOf(row) });
      }
    }
    const statistics: unknown[] = [];
    for (const view of statisticsHere) {
      statistics.push((await client.query(`select to_jsonb(v) from (${view}) v`)).rows);
    }
    return { rows, log: [...log], statistics: JSON.stringify(statistics) };
  });
}

/** `details.meetings`: what stands deeper is found as well. */
function cellsOf(value: unknown, at = ""): ReadonlyMap<string, string> {
  if (value === null || value === undefined) return new Map();
  if (typeof value !== "object") return new Map([[at, String(value)]]);
  return new Map(
    Object.entries(value).flatMap(([name, part]) => [
      ...cellsOf(part, at ? `${at}.${name}` : name),
    ]),
  );
}
