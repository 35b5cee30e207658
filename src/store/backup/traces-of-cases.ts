import type { Client } from "pg";
import { damaged, type Row, type Section, type Trace } from "./backup-format.ts";
import { startLoading } from "./load-rows.ts";
import { tracesByQuery } from "./rows-of-cases.ts";
import type { TableShape } from "./table-shapes.ts";

/** Tables in which erased cases leave something: their rows come in no order, and are few. */
export const takesTraces: ReadonlySet<string> = new Set(
  Object.values(tracesByQuery).map(({ into }) => into),
);

/** What erased cases leave, beside what stood in the same tables already. */
export function tracesOf(shapes: ReadonlyMap<string, TableShape>) {
  const left: { readonly municipality: string | null; readonly shape: TableShape; row: Row }[] = [];
  const all = new Map<string, string[]>();

  function beside(table: string, row: Row): void {
    const lines = all.get(table) ?? [];
    all.set(table, lines);
    lines.push(JSON.stringify(row));
  }

  return {
    beside,

    /** @throws a fault for what leaves something in another table than a disposal would. */
    add({ table, municipality }: Section, { into, columns }: Trace): void {
      const shape = shapes.get(into);
      if (shape === undefined || tracesByQuery[table]?.into !== into) throw damaged(table);
      const row = shape.columns.map(({ name }) => columns[name] ?? null);
      left.push({ municipality, shape, row });
      beside(into, row);
    },

    async load(client: Client): Promise<void> {
      for (const { municipality, shape, row } of left) {
        const loading = await startLoading(client, shape, municipality);
        await loading.add(row);
        await loading.end();
      }
    },

    /** In an order of their own, by which two of the same content are the same. */
    *lines(): Generator<readonly [string, string]> {
      for (const [table, lines] of all) for (const line of lines.sort()) yield [table, line];
    },
  };
}
