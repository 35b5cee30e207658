import type { Client } from "pg";
import type { Row, Section, Trace } from "./backup-format.ts";
import { casesByQuery, tracesByQuery } from "./rows-of-cases.ts";
import { quoted, type TableShape } from "./table-shapes.ts";

/** Characters that are asked for at a time, about; a row is always read whole. */
const piece = 2_000_000;
const firstFetch = 20;
const mostFetched = 2000;

/** What a database holds, of one moment: sections, and the rows of each. */
export type Reading = {
  readonly sections: readonly Section[];
  readonly municipalities: number;
  readonly rows: (section: Section) => AsyncGenerator<Row>;
  /** The same, each with the ids of the cases that it belongs to, and what it leaves when they are erased. */
  readonly rowsWithCases: (section: Section) => AsyncGenerator<RowWithCases>;
  /** Of every case, in every municipality. */
  readonly caseIds: () => Promise<readonly string[]>;
};

type RowWithCases = {
  readonly row: Row;
  readonly cases: readonly string[];
  readonly trace: Trace | undefined;
};

/**
 * Reads within the transaction that is under way, municipality by municipality: the wall between them
 * holds for the tables' owner too.
 */
export async function startReading(
  client: Client,
  shapes: readonly TableShape[],
): Promise<Reading> {
  // What a text looks like must not depend on how somebody has set up the server.
  await client.query(
    "set local bytea_output = 'hex'; set local extra_float_digits = 1; set local intervalstyle = 'postgres'; set local work_mem = '32MB'",
  );
  const known = await client.query<{ code: string }>(
    'select municipality_code as code from municipalities order by municipality_code collate "C"',
  );
  const codes = known.rows.map(({ code }) => code);
  const sections: Section[] = [];
  for (const municipality of [null, ...codes]) {
    const among = shapes.filter(({ isTenant }) => isTenant === (municipality !== null));
    sections.push(...(await countRows(client, among, municipality)));
  }
  const byName = new Map(shapes.map((shape) => [shape.table, shape]));
  let current: string | null = null;
  async function enter({ table, municipality }: Section): Promise<TableShape> {
    const shape = byName.get(table);
    if (shape === undefined) throw new Error(`${table} is not among the tables`);
    if (municipality !== null && municipality !== current) {
      await enterMunicipality(client, municipality);
      current = municipality;
    }
    return shape;
  }
  return {
    sections,
    municipalities: codes.length,
    async *rows(section) {
      yield* rowsOf(client, await enter(section), section);
    },
    async *rowsWithCases(section) {
      const shape = await enter(section);
      const query = casesByQuery[shape.table];
      const left = tracesByQuery[shape.table];
      // None in a database that this program has not brought up to itself yet.
      const into = left && byName.has(left.into) ? left : undefined;
      const beside = [
        query ? `to_json(${query})::text` : "null",
        into ? jsonOf(into.columns) : "null",
      ];
      const places = shape.columns.flatMap(({ name }, at) =>
        shape.caseColumns.includes(name) ? [at] : [],
      );
      for await (const row of rowsOf(client, shape, section, beside)) {
        // What was asked for beside the columns comes after them.
        const [asked, columns] = row.splice(shape.columns.length).map(parsed);
        const cases = query ? asked : places.flatMap((at) => row[at] ?? []);
        const trace = into && { into: into.into, columns: columns as Trace["columns"] };
        yield { row, cases: (cases ?? []) as readonly string[], trace };
      }
    },
    async caseIds() {
      const ids: string[] = [];
      for (const section of sections.filter(({ table }) => table === "cases")) {
        await enter(section);
        const own = whose(client, section.municipality);
        const { rows } = await client.query<[string]>({
          text: `select case_id from cases${own}`,
          rowMode: "array",
        });
        for (const [id] of rows) ids.push(id);
      }
      return ids;
    },
  };
}

/** Until the transaction ends, or another is entered. */
export async function enterMunicipality(client: Client, municipality: string): Promise<void> {
  await client.query("select set_config('app.municipality', $1, true)", [municipality]);
}

/** One statement for all tables; those without a row are left out. */
async function countRows(
  client: Client,
  shapes: readonly TableShape[],
  municipality: string | null,
): Promise<readonly Section[]> {
  if (municipality !== null) await enterMunicipality(client, municipality);
  const own = whose(client, municipality);
  const counts = shapes.map(({ table }) => `(select count(*) from ${quoted(table)}${own})::int`);
  const { rows } = await client.query<number[]>({
    text: `select ${counts.join(", ")}`,
    rowMode: "array",
  });
  return shapes
    .map(({ table }, at) => ({ table, municipality, rows: rows[0]?.[at] ?? 0 }))
    .filter(({ rows: count }) => count > 0);
}

function jsonOf(columns: { readonly [column: string]: string }): string {
  const pairs = Object.entries(columns).map(([name, value]) => `'${name}', ${value}`);
  return `json_build_object(${pairs.join(", ")})::text`;
}

function parsed(text: string | null): unknown {
  return text === null ? undefined : JSON.parse(text);
}

/** Named too, since row-level security does not hold for an owner who is a superuser. */
function whose(client: Client, municipality: string | null): string {
  return municipality === null
    ? ""
    : ` where municipality_code = ${client.escapeLiteral(municipality)}`;
}

async function* rowsOf(
  client: Client,
  { table, columns, order }: TableShape,
  { municipality, rows: count }: Section,
  beside: readonly string[] = [],
): AsyncGenerator<Row> {
  const texts = columns.map(({ name }) => `${quoted(name)}::text`);
  texts.push(...beside);
  const select = `select ${texts.join(", ")} from ${quoted(table)} as own${whose(client, municipality)} order by ${order}`;
  if (count <= firstFetch) {
    yield* (await client.query<Row>({ text: select, rowMode: "array" })).rows;
    return;
  }
  await client.query(`declare backup_rows no scroll cursor for ${select}`);
  let [read, characters] = [0, 0];
  for (let wanted = firstFetch; ; ) {
    const text = `fetch ${wanted} from backup_rows`;
    const { rows } = await client.query<Row>({ text, rowMode: "array" });
    if (rows.length === 0) break;
    for (const row of rows) {
      for (const value of row) characters += value?.length ?? 0;
      yield row;
    }
    read += rows.length;
    wanted = Math.min(mostFetched, Math.max(1, Math.floor(piece / (characters / read + 1))));
  }
  await client.query("close backup_rows");
}
