import type { LinkedCell, LinkedSet } from "#disclosure";
import { done, type Outcome, problem, refused } from "#kernel";
import { type ReleaseCell, ReleaseTables, type UnauditedTables } from "./release-tables.ts";
import type { ToldSet } from "./tell-tables.ts";

/**
 * What `tables.json` says, as the set that is attacked. Of what hid a number, and what hiding it cost,
 * nothing is published: every number of a table may be told.
 * @throws for a cell that a relation or another cell names and that is not there.
 */
export function toldSet(tables: UnauditedTables): ToldSet {
  const placeOf = new Map(tables.cells.map(({ id }, place) => [id, place]));
  const at = (id: string): number => {
    const place = placeOf.get(id);
    if (place === undefined) throw new Error(`no cell ${id}`);
    return place;
  };
  const set: LinkedSet = {
    regions: tables.regions.map(({ code, level, name, parents }) => ({
      id: code,
      level,
      name,
      parents,
    })),
    cells: tables.cells.map(
      (cell): LinkedCell => ({
        id: cell.id,
        region: cell.region.code,
        table: cell.table,
        population: cell.population,
        among: cell.among,
        subject: subjectOf(cell.subject),
        role: cell.role === "difference" ? "never" : "may",
        guard: cell.guard,
        ...(cell.whole === undefined ? {} : { whole: at(cell.whole) }),
        worth: 1,
      }),
    ),
    relations: tables.relations.map(({ kind, terms }) => ({
      kind,
      terms: terms.map(([factor, id]) => ({ cell: at(id), factor })),
    })),
  };
  return {
    set,
    shown: tables.cells.map(({ count }) => (typeof count === "number" ? count : null)),
  };
}

/** `tables.json` as it was read. Refused for anything that Skillnad does not write. */
export function readTables(input: unknown, at: string): Outcome<ReleaseTables> {
  const read = ReleaseTables.safeParse(input);
  const damaged = () => refused(problem("release-damaged", at, { file: "public/tables.json" }));
  if (!read.success || !isWhole(read.data)) return damaged();
  return done(read.data);
}

/** Every cell stands once, and whatever is named is there. */
function isWhole({ cells, relations, regions }: ReleaseTables): boolean {
  const ids = new Set(cells.map(({ id }) => id));
  const codes = new Set(regions.map(({ code }) => code));
  return (
    ids.size === cells.length &&
    codes.size === regions.length &&
    cells.every(
      ({ region, whole }) => codes.has(region.code) && (whole === undefined || ids.has(whole)),
    ) &&
    relations.every(({ terms }) => terms.every(([factor, id]) => factor !== 0 && ids.has(id)))
  );
}

function subjectOf(subject: ReleaseCell["subject"]): LinkedCell["subject"] {
  if (subject.kind !== "left") return subject;
  const { variable, ...left } = subject;
  return variable === undefined ? left : { ...left, variable };
}
