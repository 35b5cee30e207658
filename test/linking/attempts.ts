import { isCounted, type Seen, type SeenRow } from "./seen-by-attacker.ts";

/** One way of guessing whom or what a counted row is about. */
export type Attempt = {
  readonly name: string;
  /** @param suspects ids, one of which it is. @returns `undefined`: this way says nothing. */
  readonly guess: (row: SeenRow, suspects: readonly string[]) => string | undefined;
};

/** Whatever is known of a row's place anyway. */
const places = ["municipality_code", "campaign_id", "unit_id", "day"];

type Named = {
  readonly row: SeenRow;
  readonly names: ReadonlySet<string>;
  readonly times: readonly number[];
};

/**
 * Honest tries to name who noted a meeting, or in whose case, from all that is kept.
 * @param subjects every account and every case.
 */
export function attemptsOn({ rows, log }: Seen, subjects: ReadonlySet<string>): readonly Attempt[] {
  const others = namingOf(rows, subjects);
  const named = others.filter(({ names }) => names.size > 0);
  const byTransaction = named.toSorted((one, other) => one.row.xid - other.row.xid);
  const ofTransaction = Map.groupBy(rows, ({ xid }) => xid);
  const withValue = holdersOf(named);
  const times = others
    .flatMap((each) => each.times.map((time) => ({ xid: each.row.xid, time })))
    .toSorted((one, other) => one.xid - other.xid);
  const toldAt = new Set(log.map((line) => Date.parse((JSON.parse(line) as { at: string }).at)));

  /** When a transaction was, by the last moment that stood in a row before it. */
  function momentOf(xid: number): number | undefined {
    return times.findLast((each) => each.xid <= xid)?.time;
  }

  return [
    {
      name: "a value that stands in another table too",
      guess(row, suspects) {
        const beside = (ofTransaction.get(row.xid) ?? []).filter(
          (each) => isCounted(each) && each.table !== row.table,
        );
        const values = new Set(
          [row, ...beside].flatMap(({ cells }) =>
            [...cells].flatMap(([column, value]) => (places.includes(column) ? [] : [value])),
          ),
        );
        const votes = suspects.map((name) => {
          const weights = [...values].map((value) => {
            const { all = 0, of } = withValue.get(value) ?? {};
            return all === 0 ? 0 : (of?.get(name) ?? 0) / all;
          });
          return { name, votes: weights.reduce((sum, weight) => sum + weight, 0) };
        });
        return votes
          .filter((each) => each.votes > 0)
          .reduce<{ name?: string; votes: number }>(
            (one, other) => (other.votes > one.votes ? other : one),
            { votes: 0 },
          ).name;
      },
    },
    {
      name: "the same transaction",
      guess: (row, suspects) =>
        byTransaction
          .filter((each) => each.row.xid === row.xid)
          .map((each) => nameIn(each, suspects))
          .find((name) => name !== undefined),
    },
    {
      name: "the transaction before",
      guess(row, suspects) {
        const before = byTransaction.findLast(
          (each) => each.row.xid < row.xid && nameIn(each, suspects),
        );
        return before && nameIn(before, suspects);
      },
    },
    {
      name: "the transaction after",
      guess(row, suspects) {
        const after = byTransaction.find(
          (each) => each.row.xid > row.xid && nameIn(each, suspects),
        );
        return after && nameIn(after, suspects);
      },
    },
    {
      name: "whoever was seen nearest to its moment",
      guess(row, suspects) {
        const moment = momentOf(row.xid);
        if (moment === undefined) return undefined;
        const near = named.flatMap((each) => {
          const name = nameIn(each, suspects);
          return name ? each.times.map((at) => ({ name, away: Math.abs(at - moment) })) : [];
        });
        return near.reduce((one, other) => (other.away < one.away ? other : one), {
          name: undefined as string | undefined,
          away: Number.POSITIVE_INFINITY,
        }).name;
      },
    },
    {
      name: "the same place in the order of its day's log",
      guess(row, suspects) {
        const day = row.cells.get("day") ?? "";
        const unit = row.cells.get("unit_id");
        const alike = rows.filter(
          ({ table, cells }) =>
            table === row.table && cells.get("day") === day && cells.get("unit_id") === unit,
        );
        const logged = named.filter(
          (each) =>
            each.row.table === "audit_log" &&
            each.row.cells.get("at")?.startsWith(day) &&
            nameIn(each, suspects),
        );
        const at = Math.floor(((alike.indexOf(row) + 0.5) / alike.length) * logged.length);
        return logged[at] && nameIn(logged[at], suspects);
      },
    },
    {
      name: "somebody was seen of whom no line tells",
      guess(row, suspects) {
        const day = row.cells.get("day") ?? "";
        const unexplained = named.find(
          ({ row: { table, cells }, names }) =>
            table === "sessions" &&
            cells.get("last_seen_at")?.startsWith(day) &&
            cells.get("last_seen_at") !== cells.get("created_at") &&
            !toldAt.has(Date.parse(cells.get("last_seen_at") ?? "")) &&
            suspects.some((each) => names.has(each)),
        );
        return unexplained && nameIn(unexplained, suspects);
      },
    },
  ];
}

function nameIn({ names }: Named, suspects: readonly string[]): string | undefined {
  return suspects.find((each) => names.has(each));
}

/** When something will be is no trace of when it was. */
function timeIn(column: string, value: string): readonly number[] {
  if (/expires|until/.test(column)) return [];
  return /^\d{4}-\d\d-\d\dT\d\d:/.test(value) ? [Date.parse(value)] : [];
}

/**
 * The number of a note that was settled is nowhere any more; that it was given to somebody would show in what is
 * lacking between those that are, if none were passed over (`src/store/pass-numbers.ts`).
 */
export function lackingNumbers({ rows }: Seen, subjects: ReadonlySet<string>): Attempt {
  const numbers = [...new Set(rows.map(({ xid }) => xid))].toSorted((one, other) => one - other);
  const nextOf = new Map(numbers.map((number, at) => [number, numbers[at + 1] ?? number + 1]));
  const logged = namingOf(rows, subjects).filter(({ row }) => row.table === "audit_log");
  return {
    name: "numbers of transactions that no row has",
    guess(row, suspects) {
      const day = row.cells.get("day") ?? "";
      const gaps = logged
        .filter((each) => each.row.cells.get("at")?.startsWith(day))
        .map((each) => ({
          name: nameIn(each, suspects),
          lacking: (nextOf.get(each.row.xid) ?? 0) - each.row.xid - 1,
        }))
        .filter(({ name, lacking }) => name !== undefined && lacking > 0);
      return gaps.toSorted((one, other) => other.lacking - one.lacking)[0]?.name;
    },
  };
}

function namingOf(rows: readonly SeenRow[], subjects: ReadonlySet<string>): readonly Named[] {
  return rows
    .filter((row) => !isCounted(row))
    .map((row) => ({
      row,
      names: new Set([...row.cells.values()].filter((value) => subjects.has(value))),
      times: [...row.cells].flatMap(([name, value]) => timeIn(name, value)),
    }));
}

/** Of each value how many rows that name somebody have it, and how many of them name whom: a rare one says more. */
function holdersOf(named: readonly Named[]) {
  const holders = new Map<string, { all: number; readonly of: Map<string, number> }>();
  for (const { row, names } of named) {
    for (const value of new Set(row.cells.values())) {
      const found = holders.get(value) ?? { all: 0, of: new Map<string, number>() };
      holders.set(value, found);
      found.all += 1;
      for (const name of names) found.of.set(name, (found.of.get(name) ?? 0) + 1);
    }
  }
  return holders;
}
