import { type ChainTally, chainOf, newTally, tallyStanding } from "./chain-tally.ts";
import type { Cells } from "./counting/counter.ts";
import type { Axis } from "./counting-plan.ts";
import type { Counts, CrossingColumn, SeriesBreak } from "./raw-table.ts";
import { type Listed, mostPlaces, type Reading } from "./reading.ts";

type Column = { readonly tally: ChainTally; readonly counts: Float64Array };

/**
 * The rows' dimension is the first. With several choices on any side a row counts once in every cell
 * that it belongs to, so that cells need not add up to their margins; the chains count rows.
 * @throws for plain numbers and dates, which have no codes to cross.
 */
export function foldCrossing(
  axes: readonly Axis[],
  [rows, ...sides]: readonly Reading[],
  cells: Cells,
  breaks: readonly SeriesBreak[] = [],
): Counts {
  for (const axis of axes) {
    if (axis.kind === "question" && axis.stored.codes.length === 0) {
      throw new Error(`${axis.stored.question.id} has no options to be crossed`);
    }
  }
  if (!rows) throw new Error("a crossing without rows");
  const tally = newTally();
  const columns = new Map<number, Column>();
  const given = new Uint16Array(mostPlaces);
  const keysOf = columnKeys(sides);
  for (let cell = 0; cell < cells.size; cell++) {
    const count = cells.rows[cell] ?? 0;
    const standing = rows.standingOf(cell);
    const isIn = rows.placesOf(cell, given);
    tallyStanding(tally, standing, count);
    for (const key of keysOf(cell)) {
      const { tally, counts } = columnAt(columns, key, rows.listed.length);
      tallyStanding(tally, standing, count);
      for (let index = 0; index < isIn; index++) {
        const place = given[index] ?? 0;
        counts[place] = (counts[place] ?? 0) + count;
      }
    }
  }
  return {
    kind: "crossing",
    base: chainOf(tally),
    rows: rows.listed,
    columns: listedKeys(sides, columns).map((key) => {
      const column = columns.get(key) ?? newColumn(rows.listed.length);
      return columnOf(codesOf(key, sides), column);
    }),
    breaks,
  };
}

/** A combination of places as one number of mixed radix; last of each dimension, those without one. */
function columnKeys(sides: readonly Reading[]): (cell: number) => readonly number[] {
  const given = new Uint16Array(mostPlaces);
  const none = [0];
  return (cell) => {
    let keys: readonly number[] = none;
    for (const { listed, placesOf } of sides) {
      const count = placesOf(cell, given);
      const radix = listed.length + 1;
      if (count === 0) keys = keys.map((key) => key * radix + listed.length);
      else if (count === 1) keys = keys.map((key) => key * radix + (given[0] ?? 0));
      else {
        const longer: number[] = [];
        for (const key of keys) {
          for (let index = 0; index < count; index++)
            longer.push(key * radix + (given[index] ?? 0));
        }
        keys = longer;
      }
    }
    return keys;
  };
}

/** In the order of the first dimension, then of the second. */
function listedKeys(
  sides: readonly Reading[],
  columns: ReadonlyMap<number, Column>,
): readonly number[] {
  const [only] = sides;
  if (sides.length > 1) return [...columns.keys()].sort((one, other) => one - other);
  return Array.from({ length: only ? only.listed.length + 1 : 1 }, (_, key) => key);
}

function codesOf(key: number, sides: readonly Reading[]): readonly (number | null)[] {
  let rest = key;
  return sides
    .toReversed()
    .map(({ listed }: { readonly listed: readonly Listed[] }) => {
      const place = rest % (listed.length + 1);
      rest = Math.floor(rest / (listed.length + 1));
      return listed[place]?.code ?? null;
    })
    .reverse();
}

function columnAt(columns: Map<number, Column>, key: number, rows: number): Column {
  const found = columns.get(key);
  if (found) return found;
  const made = newColumn(rows);
  columns.set(key, made);
  return made;
}

function newColumn(rows: number): Column {
  return { tally: newTally(), counts: new Float64Array(rows) };
}

function columnOf(codes: readonly (number | null)[], { tally, counts }: Column): CrossingColumn {
  return { codes, base: chainOf(tally), counts: [...counts] };
}
