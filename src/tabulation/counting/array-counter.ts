import type { Bar, Column, Counter, CountRequest } from "./counter.ts";

type Values = Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

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
    count: async (requests) =>
      requests.map((request) => {
        const relation = relations.get(request.relation);
        if (!relation) throw new Error(`no relation «${request.relation}»`);
        return countOne(relation, request);
      }),
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
    const room = at < values.length ? values : doubled(values);
    room[at] = row[index] ?? 0;
    relation.values[index] = room;
  }
}

function* rowsOf({ values, rows }: Relation): Iterable<readonly number[]> {
  for (let at = 0; at < rows; at++) yield values.map((column) => column[at] ?? 0);
}

function countOne(relation: Relation, { columns, flags }: CountRequest): readonly Bar[] {
  const chosen = flags.map((flag) => valuesOf(relation, flag));
  const [codes, ...words] = columns.map((column) => valuesOf(relation, column));
  const isChosen = (at: number) => chosen.every((flag) => flag[at] === 1);
  if (!codes) {
    const count = countWhere(relation.rows, isChosen);
    return count === 0 ? [] : [{ code: 0, words: [], count }];
  }
  return words.length === 0
    ? countCodes(relation.rows, codes, isChosen)
    : countWords(relation.rows, codes, words, isChosen);
}

function countWhere(rows: number, isChosen: (at: number) => boolean): number {
  let count = 0;
  for (let at = 0; at < rows; at++) if (isChosen(at)) count += 1;
  return count;
}

function countCodes(
  rows: number,
  codes: Values,
  isChosen: (at: number) => boolean,
): readonly Bar[] {
  const counts = new Uint32Array(256);
  for (let at = 0; at < rows; at++) {
    const code = codes[at] ?? 0;
    if (isChosen(at)) counts[code] = (counts[code] ?? 0) + 1;
  }
  return [...counts].flatMap((count, code) => (count === 0 ? [] : [{ code, words: [], count }]));
}

function countWords(
  rows: number,
  codes: Values,
  words: readonly Values[],
  isChosen: (at: number) => boolean,
): readonly Bar[] {
  const counts = new Map<string, { code: number; words: readonly number[]; count: number }>();
  for (let at = 0; at < rows; at++) {
    if (!isChosen(at)) continue;
    const code = codes[at] ?? 0;
    let key = String(code);
    for (const word of words) key += ` ${word[at]}`;
    const bar = counts.get(key);
    if (bar) bar.count += 1;
    else counts.set(key, { code, words: words.map((word) => word[at] ?? 0), count: 1 });
  }
  return [...counts.values()];
}

function valuesOf({ columns, values }: Relation, name: string): Values {
  const found = values[columns.findIndex((column) => column.name === name)];
  if (!found) throw new Error(`no column «${name}»`);
  return found;
}

function newValues(type: Column["type"], length: number): Values {
  return type === "utinyint" ? new Uint8Array(length) : new Uint32Array(length);
}

function doubled(values: Values): Values {
  const type = values instanceof Uint8Array ? "utinyint" : "uinteger";
  const larger = newValues(type, values.length * 2);
  larger.set(values);
  return larger;
}
