import { countCombinations, type Values } from "./combinations.ts";
import type { Cells, Column, Counter, CountRequest } from "./counter.ts";

type Relation = {
  readonly columns: readonly Column[];
  /** Longer than `rows`: they grow by doubling. */
  readonly values: Values[];
  rows: number;
};

export type ArrayCounter = Counter & {
  /** All relations, with the rows taken so far: for moving to another counter. */
  readonly contents: () => Iterable<{
    readonly name: string;
    readonly columns: readonly Column[];
    readonly rows: Iterable<readonly number[]>;
  }>;
};

/** Typed arrays and plain loops: nothing is quicker, as long as it all fits in memory. */
export function openArrayCounter(): ArrayCounter {
  const relations = new Map<string, Relation>();
  return {
    createRelation: async (name, columns) => {
      const relation = { columns, values: columns.map(({ type }) => newValues(type, 64)), rows: 0 };
      relations.set(name, relation);
      return { add: (row) => addRow(relation, row), finish: () => {} };
    },
    count: async (requests) => {
      const chosen = chosenRows();
      return requests.map((request) => {
        const relation = relations.get(request.relation);
        if (!relation) throw new Error(`no relation «${request.relation}»`);
        return countOne(relation, request, chosen(relation, request));
      });
    },
    close: () => relations.clear(),
    *contents() {
      for (const [name, relation] of relations) {
        yield { name, columns: relation.columns, rows: rowsOf(relation) };
      }
    },
  };
}

function addRow(relation: Relation, row: readonly number[]): void {
  const at = relation.rows++;
  for (const [index, values] of relation.values.entries()) {
    const room = at < values.length ? values : doubled(values, relation.columns[index]?.type);
    room[at] = row[index] ?? 0;
    relation.values[index] = room;
  }
}

function* rowsOf({ values, rows }: Relation): Iterable<readonly number[]> {
  for (let at = 0; at < rows; at++) yield values.map((column) => column[at] ?? 0);
}

function countOne(
  relation: Relation,
  { columns }: CountRequest,
  chosen: Uint32Array<ArrayBuffer>,
): Cells {
  return countCombinations(
    columns.map((column) => valuesOf(relation, column)),
    chosen,
  );
}

/** The places of the rows that a request is about; many requests of one count are about the same. */
function chosenRows() {
  const known = new Map<string, Uint32Array<ArrayBuffer>>();
  return (relation: Relation, request: CountRequest): Uint32Array<ArrayBuffer> => {
    const { flags, ranges = [] } = request;
    const key = JSON.stringify([request.relation, flags, ranges]);
    const before = known.get(key);
    if (before) return before;
    const found = new Uint32Array(relation.rows);
    for (let at = 0; at < found.length; at++) found[at] = at;
    const limits = [...flags.map((column) => ({ column, from: 1, to: 1 })), ...ranges];
    let size = found.length;
    for (const { column, from, to } of limits) {
      size = keep(found, size, valuesOf(relation, column), from, to);
    }
    const chosen = found.subarray(0, size);
    known.set(key, chosen);
    return chosen;
  };
}

/** Moves what stays to the front. @returns how many. */
function keep(places: Uint32Array, size: number, values: Values, from: number, to: number): number {
  let kept = 0;
  for (let index = 0; index < size; index++) {
    const at = places[index] ?? 0;
    const value = values[at] ?? 0;
    if (value >= from && value <= to) places[kept++] = at;
  }
  return kept;
}

function valuesOf({ columns, values }: Relation, name: string): Values {
  const found = values[columns.findIndex((column) => column.name === name)];
  if (!found) throw new Error(`no column «${name}»`);
  return found;
}

function newValues(type: Column["type"], length: number): Values {
  if (type === "utinyint") return new Uint8Array(length);
  return type === "usmallint" ? new Uint16Array(length) : new Uint32Array(length);
}

function doubled(values: Values, type: Column["type"] = "uinteger"): Values {
  const larger = newValues(type, values.length * 2);
  larger.set(values);
  return larger;
}
