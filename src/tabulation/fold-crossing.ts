import type { Bar } from "./counting/counter.ts";
import type { StoredQuestion } from "./extract/relation.ts";
import { chainOf, isValid } from "./extract/standing.ts";
import { givenCodes, listedCodes } from "./given-codes.ts";
import type { Counts, CrossingColumn } from "./raw-table.ts";

/** One side of a bar: what its rows say about one of the two questions. */
type Side = Pick<Bar, "code" | "words">;
type Crossed = { readonly row: Side; readonly column: Side; readonly count: number };

/**
 * Two ways, from the finest cells. With several choices on either side a case counts once in every cell
 * that it belongs to, so that cells need not add up to their margins; the chains count cases.
 * @throws for plain numbers and dates, which have no codes to cross.
 */
export function foldCrossing(
  rows: StoredQuestion,
  columns: StoredQuestion,
  bars: readonly Bar[],
): Extract<Counts, { kind: "crossing" }> {
  for (const { codes, question } of [rows, columns]) {
    if (codes.length === 0) throw new Error(`${question.id} has no options to be crossed`);
  }
  const crossed = bars.map((bar) => split(bar, rows.words));
  const rowCodes = listedCodes(rows, isSeenIn(rows, crossed, "row"));
  const columnCodes = listedCodes(columns, isSeenIn(columns, crossed, "column"));
  const among = groupedBy(columns, columnCodes, crossed);
  return {
    kind: "crossing",
    base: chainOf(crossed.map(asBar)),
    rows: rowCodes.map((code) => ({ code, isMissing: !isValid(code) })),
    columns: [...columnCodes, null].map((code) =>
      columnOf(code, rows, rowCodes, among.get(code) ?? []),
    ),
  };
}

/** Both standings stand first, then the words of both. */
function split({ code, words, count }: Bar, rowWords: number): Crossed {
  const [columnCode = 0, ...both] = words;
  return {
    row: { code, words: both.slice(0, rowWords) },
    column: { code: columnCode, words: both.slice(rowWords) },
    count,
  };
}

/** By every code that was given; what has none of the listed ones belongs to `null`. */
function groupedBy(
  columns: StoredQuestion,
  listed: readonly number[],
  crossed: readonly Crossed[],
): ReadonlyMap<number | null, readonly Crossed[]> {
  const groups = new Map<number | null, Crossed[]>([null, ...listed].map((code) => [code, []]));
  for (const each of crossed) {
    const given = givenCodes(columns, each.column).filter((code) => groups.has(code));
    for (const code of given.length > 0 ? given : [null]) groups.get(code)?.push(each);
  }
  return groups;
}

function columnOf(
  code: number | null,
  rows: StoredQuestion,
  rowCodes: readonly number[],
  among: readonly Crossed[],
): CrossingColumn {
  const counts = new Map(rowCodes.map((row) => [row, 0]));
  for (const { row, count } of among) {
    for (const given of givenCodes(rows, row)) {
      const before = counts.get(given);
      if (before !== undefined) counts.set(given, before + count);
    }
  }
  return {
    code,
    isMissing: code !== null && !isValid(code),
    base: chainOf(among.map(asBar)),
    counts: [...counts.values()],
  };
}

function isSeenIn(
  question: StoredQuestion,
  crossed: readonly Crossed[],
  side: "row" | "column",
): (code: number) => boolean {
  return (code) => crossed.some((each) => givenCodes(question, each[side]).includes(code));
}

function asBar({ row, count }: Crossed) {
  return { code: row.code, count };
}
