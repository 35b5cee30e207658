import type { RoundedNumber } from "#disclosure";
import { done, type Outcome, problem, refused } from "#kernel";
import { askedTwiceTable } from "#tabulation";
import {
  leastForShare,
  type ReleaseDocument,
  type ReleaseIndicator,
  type ReleaseTable,
} from "./release-document.ts";
import { cellsIn, regionOf, type TableOfCells } from "./tables/safe-tables.ts";

/** So finely as the audit can take them; in the files they stand in full. */
const decimals = 6;

type Beside = { readonly part: string | undefined; readonly base: string | undefined } & (
  | { readonly kind: "percent" | "mean"; readonly value: number }
  | { readonly kind: "interval"; readonly low: number; readonly high: number }
);

/**
 * Every share, mean and interval that stands beside the counts of a release, by the cells that it is made
 * of: those of `summary.json` as they are told there, and those that are drawn of each table.
 * Refused where one is told and what it is made of is not: it would tell what is hidden.
 * @param placeOf of a cell's id in what is audited.
 */
export function numbersBeside(
  document: ReleaseDocument,
  tables: readonly TableOfCells[],
  placeOf: (id: string) => number | undefined,
): Outcome<readonly RoundedNumber[]> {
  const nation = tables.filter(({ table }) => regionOf(table) === "nation");
  const found = [...inSummary(document, nation), ...tables.flatMap(drawnOf)];
  const numbers: RoundedNumber[] = [];
  for (const { part, base, ...told } of found) {
    const places = [part, base].map((id) => (id === undefined ? undefined : placeOf(id)));
    const [partAt, baseAt] = places;
    if (partAt === undefined || baseAt === undefined) {
      return refused(problem("audit-unreadable", part ?? base ?? "public/summary.json"));
    }
    const of = { part: partAt, base: baseAt, decimals };
    numbers.push(
      told.kind === "interval"
        ? { ...of, kind: told.kind, low: rounded(told.low), high: rounded(told.high) }
        : { ...of, kind: told.kind, value: rounded(told.value) },
    );
  }
  return done(numbers);
}

function inSummary(
  { tables, indicators, subgroups }: ReleaseDocument,
  nation: readonly TableOfCells[],
): readonly Beside[] {
  const byKey = new Map(nation.map((each) => [keyOf(each), each]));
  return [
    ...tables.flatMap((table) => sharesIn(table, byKey.get(keyOfTold(table)))),
    ...indicators.flatMap((each) => {
      const both = byKey.get(`indicator ${askedTwiceTable(each.id)?.both ?? each.id}`);
      return ofIndicator(each, byKey.get(`indicator ${each.id}`), both);
    }),
    ...subgroups.flatMap(({ id, indicators: among }) =>
      among.flatMap((each) => ofIndicator(each, byKey.get(`indicator ${id}:${each.id}`))),
    ),
  ];
}

function sharesIn({ rows }: ReleaseTable, of: TableOfCells | undefined): readonly Beside[] {
  const cells = of && cellsIn(of);
  return rows.flatMap(({ share, codes }): readonly Beside[] => {
    if (share === null) return [];
    const counts = of?.table.counts;
    const same = (each: readonly number[]) => each.join() === codes.join();
    const at = counts?.kind === "frequencies" ? counts.rows.findIndex((r) => same(r.codes)) : -1;
    const part = cells?.parts[at];
    return [{ kind: "percent", value: 100 * share, part, base: cells?.base.answered }];
  });
}

/** @param whole whose base it is over: nearly always its own. */
function ofIndicator(
  { value }: ReleaseIndicator,
  of: TableOfCells | undefined,
  whole = of,
): readonly Beside[] {
  if (value === null) return [];
  const cells = of && cellsIn(of);
  const measure = of?.table.specification.measure;
  const inWhole = whole && cellsIn(whole);
  const base = measure && "base" in measure ? inWhole?.base[measure.base] : undefined;
  const made = { part: cells?.parts[0], base };
  return measure?.kind === "mean-distinct"
    ? [{ ...made, kind: "mean", value }]
    : [{ ...made, kind: "percent", value: 100 * value }];
}

/** Shares and intervals on pages and prints, of what the table tells; of a region's they stand in no file. */
function drawnOf(of: TableOfCells): readonly Beside[] {
  const { counts } = of.table;
  if (counts.kind === "cases" || counts.kind === "mean-distinct") return [];
  const { base, parts } = cellsIn(of);
  const steps = counts.base;
  const step = steps.answered === null ? "valid" : "answered";
  const rows =
    counts.kind === "frequencies"
      ? counts.rows.map(({ count, interval }) => ({ count, interval, whole: steps[step] }))
      : [{ count: counts.numerator, interval: counts.interval, whole: counts.denominator }];
  const { measure } = of.table.specification;
  const baseOf = measure.kind === "share" ? base[measure.base] : base[step];
  return rows.flatMap(({ count, interval, whole }, at): readonly Beside[] => {
    if (interval === null) return [];
    const made = { part: parts[at], base: baseOf };
    const [low, high] = interval;
    const drawn = { ...made, kind: "interval", low: 100 * low, high: 100 * high } as const;
    if (count === null || whole === null || whole < leastForShare) return [drawn];
    return [drawn, { ...made, kind: "percent", value: (100 * count) / whole }];
  });
}

function keyOf({ table: { specification, by } }: TableOfCells): string {
  const { measure, population, subgroup } = specification;
  if (measure.kind === "frequencies") {
    return ["table", measure.variable, population, subgroup ?? ""].join(" ");
  }
  if (measure.kind === "crossing") {
    return ["slice", measure.rows.variable, population, by?.variable, by?.code].join(" ");
  }
  return `indicator ${specification.id}`;
}

function keyOfTold({ variable, population, by }: ReleaseTable): string {
  return by === null || by.subgroup !== null
    ? ["table", variable, population, by?.subgroup ?? ""].join(" ")
    : ["slice", variable, population, by.variable, by.code].join(" ");
}

function rounded(value: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}
