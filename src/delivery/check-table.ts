import type { Codebook, Variable } from "#codebook";
import type { CountedNumbers, TableSpecification } from "#tabulation";
import { limits } from "./delivery-format.ts";
import { asShown, type Report } from "./faults.ts";
import { isListed, type ListedCodes, listedCodes, variableIn } from "./listed-codes.ts";
import { hasMembers, type Members } from "./members.ts";
import { checkSums } from "./sums-in-table.ts";

/** `null`: it is about none of the municipality's cases. `undefined`: something was reported. */
export type ReadTable = CountedNumbers | null | undefined;

type Base = Exclude<CountedNumbers, { readonly kind: "cases" }>["base"];

/**
 * Compares one parsed line with the table that must stand there: its name, its form for the codebook, whole
 * numbers within limits, and sums that hold within it.
 */
export function readTable(
  input: unknown,
  specification: TableSpecification,
  codebook: Codebook,
  report: Report,
): ReadTable {
  let isRight = true;
  const refuse: Report = (code, details) => {
    isRight = false;
    report(code, details);
  };
  if (!hasMembers(input, ["table", "counts"], "", refuse)) return undefined;
  const { table, counts } = input;
  if (table !== specification.id) {
    refuse("delivery-table-unexpected", { found: asShown(table), wanted: specification.id });
    return undefined;
  }
  if (counts === null) return null;
  const numbers = numbersFrom(counts, specification, codebook, refuse);
  if (!isRight || !numbers) return undefined;
  checkSums(numbers, specification, codebook, refuse);
  return isRight ? numbers : undefined;
}

function numbersFrom(
  counts: unknown,
  { measure }: TableSpecification,
  codebook: Codebook,
  refuse: Report,
): CountedNumbers | undefined {
  switch (measure.kind) {
    case "cases": {
      if (!hasMembers(counts, ["cases"], "counts", refuse)) return undefined;
      if (counts.cases === 0) refuse("delivery-row-malformed", { place: "counts.cases" });
      return { kind: "cases", cases: numberFrom(counts.cases, "counts.cases", refuse) };
    }
    case "frequencies": {
      if (!hasMembers(counts, ["base", "rows"], "counts", refuse)) return undefined;
      const rows = pairsFrom(counts.rows, "counts.rows", refuse);
      const variable = variableIn(codebook, measure.variable);
      checkRows(rows, variable, refuse);
      return {
        kind: "frequencies",
        base: baseFrom(counts.base, "counts.base", refuse),
        rows: rows.map(([code, count]) => ({ code, isMissing: isMissingCode(code), count })),
      };
    }
    case "share": {
      if (!hasMembers(counts, ["base", "numerator"], "counts", refuse)) return undefined;
      const base = baseFrom(counts.base, "counts.base", refuse);
      const numerator = numberFrom(counts.numerator, "counts.numerator", refuse);
      return { kind: "share", base, numerator };
    }
    case "mean-distinct": {
      if (!hasMembers(counts, ["base", "distribution"], "counts", refuse)) return undefined;
      const pairs = pairsFrom(counts.distribution, "counts.distribution", refuse);
      const { options } = listedCodes(variableIn(codebook, measure.variable));
      const isRising = pairs.every(([distinct], at) => distinct > (pairs[at - 1]?.[0] ?? -1));
      const isFew = pairs.every(([distinct, cases]) => distinct <= options.length && cases > 0);
      if (!isRising || !isFew) refuse("delivery-row-malformed", { place: "counts.distribution" });
      return {
        kind: "mean-distinct",
        base: baseFrom(counts.base, "counts.base", refuse),
        distribution: pairs.map(([distinct, cases]) => ({ distinct, cases })),
      };
    }
    case "crossing": {
      const [column, ...others] = measure.columns;
      if (measure.rows.kind !== "question" || column?.kind !== "question" || others.length > 0)
        break;
      if (!hasMembers(counts, ["base", "codes", "columns"], "counts", refuse)) return undefined;
      const rows = listedCodes(variableIn(codebook, measure.rows.variable));
      const columns = listedCodes(variableIn(codebook, column.variable));
      return crossingFrom(counts, { rows, columns }, refuse);
    }
  }
  throw new Error(`no release has a table of ${measure.kind} like this`);
}

function checkRows(
  rows: readonly (readonly [number, number])[],
  variable: Variable,
  refuse: Report,
): void {
  const listed = listedCodes(variable);
  const isShown = ([code, count]: readonly [number, number]) =>
    count > 0 || !listed.others.includes(code);
  const codes = rows.map(([code]) => code);
  if (!isListed(codes, listed) || !rows.every(isShown)) {
    refuse("delivery-row-malformed", { place: "counts.rows" });
  }
}

function crossingFrom(
  counts: Members,
  listed: { readonly rows: ListedCodes; readonly columns: ListedCodes },
  refuse: Report,
): CountedNumbers | undefined {
  const malformed = (place: string) => {
    refuse("delivery-row-malformed", { place });
    return undefined;
  };
  const { codes, columns } = counts;
  if (!Array.isArray(codes) || !isListed(codes, listed.rows)) return malformed("counts.codes");
  const most = listed.columns.options.length + missingMost + 1;
  if (!Array.isArray(columns) || columns.length > most) return malformed("counts.columns");
  const read = columns.flatMap((column: unknown, at) => {
    const place = `counts.columns[${at}]`;
    if (!hasMembers(column, ["code", "base", "counts"], place, refuse)) return [];
    const { code, base, counts: numbers } = column;
    if (!Array.isArray(numbers) || numbers.length !== codes.length) {
      malformed(`${place}.counts`);
      return [];
    }
    return [
      {
        codes: [code as number | null],
        base: baseFrom(base, `${place}.base`, refuse),
        counts: numbers.map((count: unknown, row) =>
          numberFrom(count, `${place}.counts[${row}]`, refuse),
        ),
      },
    ];
  });
  const names = read.map((column) => column.codes[0]);
  if (names.pop() !== null || !isListed(names, listed.columns)) return malformed("counts.columns");
  return {
    kind: "crossing",
    base: baseFrom(counts.base, "counts.base", refuse),
    rows: codes.map((code: number) => ({ code, isMissing: isMissingCode(code) })),
    columns: read,
  };
}

const missingMost = 3;

function isMissingCode(code: number): boolean {
  return code >= 97;
}

function baseFrom(input: unknown, place: string, refuse: Report): Base {
  const four = Array.isArray(input) && input.length === 4 ? input : undefined;
  if (!four) refuse("delivery-row-malformed", { place });
  const [eligible = 0, asked = 0, answered = 0, valid = 0] = (four ?? []).map((number, at) =>
    numberFrom(number, `${place}[${at}]`, refuse),
  );
  return { eligible, asked, answered, valid };
}

/** A few at most: each is a code or a number of options, and they are listed once. */
function pairsFrom(
  input: unknown,
  place: string,
  refuse: Report,
): readonly (readonly [number, number])[] {
  if (!Array.isArray(input) || input.length > mostPairs) {
    refuse("delivery-row-malformed", { place });
    return [];
  }
  return input.map((pair: unknown, at) => {
    const two: readonly unknown[] = Array.isArray(pair) && pair.length === 2 ? pair : [];
    if (two.length !== 2) refuse("delivery-row-malformed", { place: `${place}[${at}]` });
    const [code = 0, count = 0] = two;
    return [
      numberFrom(code, `${place}[${at}][0]`, refuse),
      numberFrom(count, `${place}[${at}][1]`, refuse),
    ];
  });
}

const mostPairs = 100;

function numberFrom(input: unknown, place: string, refuse: Report): number {
  const isNumber = Number.isSafeInteger(input) && !Object.is(input, -0);
  const number = isNumber ? (input as number) : -1;
  if (number >= 0 && number <= limits.counted) return number;
  refuse("delivery-number-wrong", { place, value: asShown(input), most: limits.counted });
  return 0;
}
