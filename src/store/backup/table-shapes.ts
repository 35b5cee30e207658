import type { Client } from "pg";

/** A table as the database describes it: nothing of it is taken from a file. */
export type TableShape = {
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** The same order on every server, whatever its language: an SQL list. */
  readonly order: string;
  /** The columns that name a case that the row belongs to. */
  readonly caseColumns: readonly string[];
  /** Has a row for a municipality, behind row-level security. */
  readonly isTenant: boolean;
};

/**
 * Who was signed in is not carried: what is restored asks everybody to sign in, and a session that
 * was ended after the backup was made does not come to life again.
 */
const notCarried = ["sessions"];

type Found = {
  readonly table: string;
  readonly isTenant: boolean;
  readonly columns: readonly {
    name: string;
    type: string;
    isText: boolean;
    place: number | null;
  }[];
  readonly needs: readonly string[];
  readonly caseColumns: readonly string[];
};

/** Every table that is carried, each after those that it refers to. */
export async function readShapes(client: Client): Promise<readonly TableShape[]> {
  const { rows } = await client.query<Found>(catalogue, [notCarried]);
  return inOrder(rows).map(({ table, isTenant, columns, caseColumns }) => {
    const keys = columns.filter(({ place }) => place !== null);
    keys.sort((a, b) => (a.place ?? 0) - (b.place ?? 0));
    // Without a key of its own, as grants: by all that it says.
    const order = (keys.length > 0 ? keys : columns)
      .map(({ name, isText }) => `${quoted(name)}${isText ? ' collate "C"' : ""}`)
      .join(", ");
    return {
      table,
      isTenant,
      order,
      columns: columns.map(({ name, type }) => ({ name, type })),
      caseColumns: table === "cases" ? ["case_id"] : caseColumns,
    };
  });
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

const catalogue = `
  select relname as table, relrowsecurity as "isTenant",
    (select json_agg(json_build_object('name', attname, 'type', format_type(atttypid, atttypmod),
        'isText', attcollation <> 0, 'place', array_position(indkey::int2[], attnum)) order by attnum)
      from pg_attribute left join pg_index on indrelid = attrelid and indisprimary
      where attrelid = pg_class.oid and attnum > 0 and not attisdropped) as columns,
    (select coalesce(json_agg(distinct other.relname), '[]')
      from pg_constraint join pg_class as other on other.oid = confrelid
      where conrelid = pg_class.oid and contype = 'f' and confrelid <> conrelid) as needs,
    (select coalesce(json_agg(distinct near.attname), '[]')
      from pg_constraint
      join unnest(conkey, confkey) as pair (near_number, far_number) on true
      join pg_attribute as near on near.attrelid = conrelid and near.attnum = near_number
      join pg_attribute as far on far.attrelid = confrelid and far.attnum = far_number
      join pg_class as other on other.oid = confrelid
      where conrelid = pg_class.oid and contype = 'f' and other.relname = 'cases'
        and far.attname = 'case_id') as "caseColumns"
  from pg_class
  where relkind in ('r', 'p') and not relispartition and relname <> all($1)
    and relnamespace = current_schema()::regnamespace
  order by relname collate "C"`;

/** @throws when tables refer to each other in a circle: a bug. */
function inOrder(found: readonly Found[]): readonly Found[] {
  const placed = new Map<string, Found>();
  while (placed.size < found.length) {
    const before = placed.size;
    for (const each of found) {
      if (each.needs.every((name) => placed.has(name))) placed.set(each.table, each);
    }
    if (placed.size === before) throw new Error("tables refer to each other in a circle");
  }
  return [...placed.values()];
}
