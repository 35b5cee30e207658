/**
 * Somebody who has nothing but docs/release-format.md and a release's public/tables.json, and wants to
 * know what it hides. Imports nothing of Skillnad's.
 */

type Count = number | "..";
type Cell = {
  readonly id: string;
  readonly region: { readonly level: string; readonly code: string };
  readonly guard: "none" | "few" | "few-or-none";
  readonly whole?: string;
  readonly count: Count;
};
export type Tables = {
  readonly rules: { readonly leastCount: number; readonly leastWidth: number };
  readonly cells: readonly Cell[];
  readonly relations: readonly { readonly terms: readonly (readonly [number, string])[] }[];
};

/** What somebody knows besides what is told: of some cells how many cases are its own. */
export type Knowing = {
  readonly name: string;
  readonly region?: string;
  readonly own: ReadonlyMap<string, number>;
};
export const outsider: Knowing = { name: "outsider", own: new Map() };

/** A cell that was not to be known, by whom, and what it was found to lie between. */
export type Found = {
  readonly cell: string;
  readonly by: string;
  readonly low: number;
  readonly high: number;
};

type Equation = { readonly terms: Map<number, number>; readonly constant: number };
type System = { readonly unknowns: readonly Cell[]; readonly equations: readonly Equation[] };

/** What is left of every cell when one's own cases are taken away; `undefined` where it is not known. */
function known({ region, own }: Knowing, cell: Cell): number | undefined {
  if (region !== undefined && cell.region.code === region) return 0;
  return cell.count === ".." ? undefined : cell.count - (own.get(cell.id) ?? 0);
}

export function systemOf({ cells, relations }: Tables, who: Knowing): System {
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  const unknowns = cells.filter((cell) => known(who, cell) === undefined);
  const numbers = new Map(unknowns.map(({ id }, number) => [id, number]));
  const equations: Equation[] = [];
  for (const relation of relations) {
    const terms = new Map<number, number>();
    let constant = 0;
    for (const [factor, id] of relation.terms) {
      const cell = byId.get(id);
      if (cell === undefined) throw new Error(`no cell ${id}`);
      const number = numbers.get(id);
      const count = known(who, cell) ?? 0;
      if (number === undefined) constant -= factor * count;
      else terms.set(number, (terms.get(number) ?? 0) + factor);
    }
    for (const [number, factor] of terms) if (factor === 0) terms.delete(number);
    if (terms.size > 0) equations.push({ terms, constant });
    else if (constant !== 0) throw new Error("a relation of told cells does not hold");
  }
  return { unknowns, equations };
}

const prime = 67_108_859;

function modulo(value: number): number {
  const rest = value % prime;
  return rest < 0 ? rest + prime : rest;
}

function inverse(value: number): number {
  let [power, result, base] = [prime - 2, 1, modulo(value)];
  for (; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
}

type Row = {
  readonly pivot: number;
  readonly terms: ReadonlyMap<number, number>;
  readonly constant: number;
};

/** Row echelon form modulo the prime: each row's pivot is in no later row. */
function echelon({ equations }: System): readonly Row[] {
  let waiting = equations.map(({ terms, constant }) => ({
    terms: new Map([...terms].map(([number, factor]) => [number, modulo(factor)])),
    constant: modulo(constant),
  }));
  const containing = new Map<number, Set<(typeof waiting)[number]>>();
  for (const row of waiting) {
    for (const number of row.terms.keys()) {
      const rows = containing.get(number) ?? new Set();
      containing.set(number, rows.add(row));
    }
  }
  const done: Row[] = [];
  waiting = waiting.sort((one, other) => one.terms.size - other.terms.size);
  for (const row of waiting) {
    if (row.terms.size === 0) {
      if (row.constant !== 0) throw new Error("the relations contradict each other");
      continue;
    }
    // The one that stands in the fewest rows: eliminating it fills the others least.
    const [pivot] = [...row.terms.keys()].reduce(
      (best: readonly [number, number], number) => {
        const size = containing.get(number)?.size ?? 0;
        return size < best[1] ? [number, size] : best;
      },
      [-1, Number.POSITIVE_INFINITY],
    );
    const scale = inverse(row.terms.get(pivot) ?? 0);
    for (const [number, factor] of row.terms) row.terms.set(number, (factor * scale) % prime);
    row.constant = (row.constant * scale) % prime;
    for (const number of row.terms.keys()) containing.get(number)?.delete(row);
    for (const other of containing.get(pivot) ?? []) {
      const times = other.terms.get(pivot) ?? 0;
      for (const [number, factor] of row.terms) {
        const sum = modulo((other.terms.get(number) ?? 0) - ((times * factor) % prime));
        if (sum === 0) {
          other.terms.delete(number);
          if (number !== pivot) containing.get(number)?.delete(other);
        } else {
          other.terms.set(number, sum);
          containing.get(number)?.add(other);
        }
      }
      other.constant = modulo(other.constant - ((times * row.constant) % prime));
    }
    containing.delete(pivot);
    done.push({ pivot, terms: row.terms, constant: row.constant });
  }
  return done;
}

/** Some solution, with anything for what is free. */
function solution(rows: readonly Row[], size: number, anything: () => number): Float64Array {
  const values = Float64Array.from({ length: size }, anything);
  for (const { pivot, terms, constant } of rows.toReversed()) {
    let value = constant;
    for (const [number, factor] of terms) {
      if (number !== pivot) value = modulo(value - ((factor * (values[number] ?? 0)) % prime));
    }
    values[pivot] = value;
  }
  return values;
}

/**
 * Attack 1. What comes out the same in two solutions that have nothing else in common is settled by the
 * equations: that it does so by chance is one in 67 million.
 */
export function settled(system: System): ReadonlyMap<number, number> {
  const rows = echelon(system);
  let seed = 20_221_231;
  const anything = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % prime;
  };
  const size = system.unknowns.length;
  const [one, other] = [solution(rows, size, anything), solution(rows, size, anything)];
  const found = new Map<number, number>();
  one.forEach((value, number) => {
    if (value === other[number]) found.set(number, value > prime / 2 ? value - prime : value);
  });
  return found;
}

/** Attack 2, the simple kind: what one equation leaves for each of its unknowns, until nothing moves. */
export function limits({ unknowns, equations }: System) {
  const low = new Float64Array(unknowns.length);
  const high = new Float64Array(unknowns.length).fill(Number.POSITIVE_INFINITY);
  for (let hasMoved = true, round = 0; hasMoved && round < 200; round++) {
    hasMoved = false;
    for (const { terms, constant } of equations) {
      for (const [number, factor] of terms) {
        let [least, most] = [constant, constant];
        for (const [other, times] of terms) {
          if (other === number) continue;
          const ends = [times * (low[other] ?? 0), times * (high[other] ?? 0)];
          least -= Math.max(...ends);
          most -= Math.min(...ends);
        }
        const ends = [least / factor, most / factor];
        const from = Math.ceil(Math.min(...ends));
        const to = Math.floor(Math.max(...ends));
        if (from > (low[number] ?? 0)) [low[number], hasMoved] = [from, true];
        if (to < (high[number] ?? 0)) [high[number], hasMoved] = [to, true];
      }
    }
  }
  return { low, high };
}

/**
 * Everything that one who knows this much finds out and should not.
 * @param truth of each cell what is left without one's own cases: whoever attacks does not have it, but
 * only with it can it be said whether a number that was found was one to be kept from everybody.
 */
export function attack(
  tables: Tables,
  who: Knowing,
  truth: (id: string) => number,
): readonly Found[] {
  const { leastCount, leastWidth } = tables.rules;
  const left = (id: string) => truth(id) - (who.own.get(id) ?? 0);
  const isForbidden = ({ id, guard, whole }: Cell): boolean => {
    if (guard === "none") return false;
    const count = left(id);
    if (count > 0 && count < leastCount) return true;
    if (guard === "few-or-none" && count === 0) return true;
    return whole !== undefined && count >= left(whole) - 1;
  };
  const isOwn = ({ region }: Cell) => region.code === who.region;
  const told = tables.cells.flatMap((cell): readonly Found[] => {
    if (cell.count === ".." || isOwn(cell) || !isForbidden(cell)) return [];
    const count = left(cell.id);
    return [{ cell: cell.id, by: who.name, low: count, high: count }];
  });
  const system = systemOf(tables, who);
  const values = settled(system);
  const { low, high } = limits(system);
  return [
    ...told,
    ...system.unknowns.flatMap((cell, number): readonly Found[] => {
      const value = values.get(number);
      const [from, to] = [value ?? low[number] ?? 0, value ?? high[number] ?? Infinity];
      if (to - from >= leastWidth || !isForbidden(cell)) return [];
      return [{ cell: cell.id, by: who.name, low: from, high: to }];
    }),
  ];
}

/** What no stranger has: the counts, and of each participant its own. */
export type Truth = {
  readonly counts: ReadonlyMap<string, number>;
  readonly participants: readonly Knowing[];
};

/** What an outsider and each participant find out. */
export function foundIn(tables: Tables, { counts, participants }: Truth): readonly Found[] {
  const truth = (id: string): number => {
    const count = counts.get(id);
    if (count === undefined) throw new Error(`no ${id}`);
    return count;
  };
  return [outsider, ...participants].flatMap((who) => attack(tables, who, truth));
}

/** The release with the counts of these cells told as well. */
export function putBack(tables: Tables, { counts }: Truth, ids: readonly string[]): Tables {
  const cells = tables.cells.map((cell) =>
    ids.includes(cell.id) ? { ...cell, count: counts.get(cell.id) ?? 0 } : cell,
  );
  return { ...tables, cells };
}
