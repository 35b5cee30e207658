import type { ReleaseCell, UnauditedTables } from "./release-tables.ts";
import { notApplicableMark } from "./release-tables.ts";

type Category = {
  readonly index: readonly string[];
  readonly label: { readonly [id: string]: string };
  readonly child?: { readonly [id: string]: readonly string[] };
};

type Dataset = {
  readonly version: "2.0";
  readonly class: "dataset";
  readonly label: string;
  readonly id: readonly string[];
  readonly size: readonly number[];
  readonly role: { readonly time: readonly string[]; readonly geo: readonly string[] };
  readonly dimension: {
    readonly [name: string]: { readonly label: string; readonly category: Category };
  };
  readonly value: readonly (number | null)[];
  /** By place: `..` is hidden, `.` is no number of that table. */
  readonly status: { readonly [place: string]: string };
  readonly extension: {
    readonly table: string;
    readonly population: string;
    readonly among: string;
  };
};

export type JsonStatCollection = {
  readonly version: "2.0";
  readonly class: "collection";
  readonly label: string;
  readonly link: { readonly item: readonly Dataset[] };
};

/** What the tables of a release tell, as JSON-stat 2.0: regions by answers, one dataset for each table. */
export function jsonStat(tables: UnauditedTables): JsonStatCollection {
  const told = Map.groupBy(
    tables.cells.filter(({ role }) => role === "table"),
    ({ table }) => table,
  );
  return {
    version: "2.0",
    class: "collection",
    label: `Skillnad ${tables.codebook.id} ${tables.round.id}`,
    link: { item: [...told].map(([table, cells]) => dataset(tables, table, cells)) },
  };
}

function dataset(
  { round, regions, tables }: UnauditedTables,
  table: string,
  cells: readonly ReleaseCell[],
): Dataset {
  const inTable = new Set(cells.map(({ region }) => region.code));
  const places = regions.filter(({ code }) => inTable.has(code));
  const subjects = new Map(cells.map(({ subject, label }) => [subjectKey(subject), label]));
  const found = new Map(
    cells.map((cell) => [keyIn(cell.region.code, subjectKey(cell.subject)), cell]),
  );
  if (found.size < cells.length) throw new Error(`${table} tells one number twice`);
  const grid = places.flatMap(({ code }) =>
    [...subjects.keys()].map(
      (subject) => found.get(keyIn(code, subject))?.count ?? notApplicableMark,
    ),
  );
  const [first] = cells;
  return {
    version: "2.0",
    class: "dataset",
    label: tables.find(({ id }) => id === table)?.words ?? table,
    id: ["round", "region", "subject"],
    size: [1, places.length, subjects.size],
    role: { time: ["round"], geo: ["region"] },
    dimension: {
      round: { label: "Omgång", category: { index: [round.id], label: { [round.id]: round.id } } },
      region: { label: "Område", category: regionCategory(places) },
      subject: {
        label: "Uppgift",
        category: { index: [...subjects.keys()], label: Object.fromEntries(subjects) },
      },
    },
    value: grid.map((count) => (typeof count === "number" ? count : null)),
    status: Object.fromEntries(
      grid.flatMap((count, place) => (typeof count === "number" ? [] : [[place, count]])),
    ),
    extension: {
      table,
      population: first?.population ?? "started",
      among: first?.among ?? "",
    },
  };
}

function regionCategory(places: UnauditedTables["regions"]): Category {
  const children = Map.groupBy(
    places.filter(({ parents }) => parents.length > 0),
    ({ parents }) => parents[0] ?? "",
  );
  return {
    index: places.map(({ code }) => code),
    label: Object.fromEntries(places.map(({ code, name }) => [code, name])),
    ...(children.size === 0
      ? {}
      : {
          child: Object.fromEntries(
            [...children].map(([parent, below]) => [parent, below.map(({ code }) => code)]),
          ),
        }),
  };
}

/** What a cell counts, short: «eligible», «1», «3+4», «not 2». */
export function subjectKey(subject: ReleaseCell["subject"]): string {
  switch (subject.kind) {
    case "chain":
      return subject.step;
    case "begun":
      return `begun ${subject.phase}`;
    case "answer":
      return subject.codes.join("+");
    case "no-answer":
      return `not ${subject.codes.join("+")}`;
    case "left":
      return `left ${subject.of}`;
    default:
      return subject.kind;
  }
}

function keyIn(region: string, subject: string): string {
  return `${region} ${subject}`;
}
