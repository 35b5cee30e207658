import { type Selectable, sql, type Transaction } from "kysely";
import type { Schema } from "./schema.ts";

/**
 * Any number of rows by one statement with one parameter: their JSON, which the server takes apart.
 * The statement is always the same text, so it is prepared once, and no limit of parameters is met.
 */
export async function insertRows<Table extends keyof Schema>(
  db: Transaction<Schema>,
  table: Table,
  rows: readonly Selectable<Schema[Table]>[],
): Promise<void> {
  if (rows.length === 0) return;
  const name = sql.table(table);
  const json = JSON.stringify(rows);
  await sql`
    insert into ${name} select * from json_populate_recordset(null::${name}, ${json}::json)
  `.execute(db);
}
