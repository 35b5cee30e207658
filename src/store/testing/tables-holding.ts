import type { MunicipalityCode } from "#kernel";
import { asOwner } from "./as-owner.ts";
import type { TestStore } from "./test-store.ts";

/** The tables in which a row of the municipality's has this text anywhere in it: what a thief would find. */
export async function tablesHolding(
  store: TestStore,
  municipality: MunicipalityCode,
  text: string,
): Promise<readonly string[]> {
  return asOwner(store, async (client) => {
    await client.query("select set_config('app.municipality', $1, false)", [municipality]);
    const tables = await client.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = current_schema() order by 1",
    );
    const found: string[] = [];
    for (const { name } of tables.rows) {
      const { rowCount } = await client.query(
        `select 1 from ${name} t where strpos(to_jsonb(t)::text, $1) > 0 limit 1`,
        [text],
      );
      if (rowCount) found.push(name);
    }
    return found;
  });
}
