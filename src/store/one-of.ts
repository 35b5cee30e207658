import { type RawBuilder, type SqlBool, sql } from "kysely";

/** Whether a text column holds one of the values; an empty list holds for no row. */
export function oneOf(column: string, values: readonly string[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`${sql.ref(column)} = any(${[...values]}::text[])`;
}
