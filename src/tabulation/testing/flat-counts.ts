import type { Counts } from "../raw-table.ts";
import type { Chain } from "../statistics/chain.ts";

/** Every number of a table that adds up over cases, by where it stands; noughts are left out. */
export function flatCounts(counts: Counts): ReadonlyMap<string, number> {
  return new Map(entriesOf(counts).filter(([, value]) => value !== 0));
}

/** What two tables of different cases amount to together. */
export function added(
  ...tables: readonly ReadonlyMap<string, number>[]
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const table of tables) {
    for (const [place, value] of table) sums.set(place, (sums.get(place) ?? 0) + value);
  }
  return sums;
}

/** In the order of the places: what is compared is the numbers, not how they are listed. */
export function sorted(table: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...table].sort(([one], [other]) => (one < other ? -1 : 1));
}

type Entries = readonly (readonly [place: string, value: number])[];

function entriesOf(counts: Counts): Entries {
  switch (counts.kind) {
    case "cases":
      return [["cases", counts.cases]];
    case "frequencies":
      return [
        ...ofChain("base", counts.base),
        ...counts.rows.map(({ code, count }) => [`row ${code}`, count] as const),
      ];
    case "share": {
      const { base, numerator, denominator } = counts;
      return [...ofChain("base", base), ["numerator", numerator], ["denominator", denominator]];
    }
    case "mean-distinct": {
      const { base, total, denominator, distribution } = counts;
      return [
        ...ofChain("base", base),
        ["total", total],
        ["denominator", denominator],
        ...distribution.map(({ distinct, cases }) => [`distinct ${distinct}`, cases] as const),
      ];
    }
    case "nested":
      return [
        ...ofChain("base", counts.base),
        ...counts.steps.flatMap(
          ({ numerator, denominator }, step): Entries => [
            [`step ${step} numerator`, numerator],
            [`step ${step} denominator`, denominator],
          ],
        ),
      ];
    case "crossing":
      return [
        ...ofChain("base", counts.base),
        ...counts.columns.flatMap(({ codes, base, counts: cells }): Entries => {
          const column = `column ${codes.join("/")}`;
          return [
            ...ofChain(column, base),
            ...cells.map(
              (count, row) => [`${column} row ${counts.rows[row]?.code}`, count] as const,
            ),
          ];
        }),
      ];
    case "change":
      return ofChange(counts);
  }
}

function ofChange(counts: Counts & { readonly kind: "change" }): Entries {
  const { base, methods, before, improved, same, worse } = counts;
  const listed = (name: string, values: readonly number[]): Entries =>
    values.map((value, index) => [`${name} ${index}`, value]);
  return [
    ...Object.entries(base).map(([step, value]) => [`base ${step}`, value] as const),
    ...methods.flatMap(
      ({ method, pairs, repeated }): Entries => [
        ...(repeated === null ? [] : [[`method ${method} repeated`, repeated] as const]),
        ...pairs.flatMap((after, level) => listed(`method ${method} from ${level} to`, after)),
      ],
    ),
    ...listed("before all", before.all),
    ...listed("before compared", before.compared),
    ["improved", improved.count],
    ["same", same.count],
    ["worse", worse.count],
  ];
}

function ofChain(name: string, chain: Chain): Entries {
  return Object.entries(chain).map(([step, value]) => [`${name} ${step}`, value]);
}
