import type { Client } from "pg";
import type { Row } from "./backup-format.ts";
import { enterMunicipality } from "./read-rows.ts";
import { quoted, type TableShape } from "./table-shapes.ts";

/** Rows and characters that are sent at a time, about. */
const batchRows = 1000;
const batchCharacters = 3_000_000;

export type Loading = {
  readonly add: (row: Row) => Promise<void>;
  readonly end: () => Promise<void>;
};

/**
 * Puts rows into a table, within the transaction that is under way. COPY is not for tables behind
 * row-level security, so a column travels as a list of texts.
 */
export async function startLoading(
  client: Client,
  { table, columns }: TableShape,
  municipality: string | null,
): Promise<Loading> {
  if (municipality !== null) await enterMunicipality(client, municipality);
  const names = columns.map(({ name }) => quoted(name)).join(", ");
  const lists = columns.map((_, at) => `$${at + 1}::text[]`).join(", ");
  const values = columns.map(({ type }, at) => `c${at}::${type}`).join(", ");
  const places = columns.map((_, at) => `c${at}`).join(", ");
  const text = `insert into ${quoted(table)} (${names}) select ${values} from unnest(${lists}) as given (${places})`;
  let waiting: Row[] = [];
  let characters = 0;

  async function send(): Promise<void> {
    const rows = waiting;
    waiting = [];
    characters = 0;
    await client.query(
      text,
      columns.map((_, at) => rows.map((row) => row[at])),
    );
  }

  return {
    async add(row) {
      waiting.push(row);
      for (const value of row) characters += value?.length ?? 0;
      if (waiting.length >= batchRows || characters >= batchCharacters) await send();
    },
    async end() {
      if (waiting.length > 0) await send();
    },
  };
}
