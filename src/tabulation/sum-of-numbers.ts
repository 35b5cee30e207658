import type { Codebook } from "#codebook";
import type { CountedNumbers } from "./counted-numbers.ts";
import type { CrossingColumn } from "./raw-table.ts";
import type { Chain } from "./statistics/chain.ts";
import type { Measure } from "./table-specification.ts";

type Of<Kind> = Extract<CountedNumbers, { readonly kind: Kind }>;

/** Of the same table, counted of different cases. @throws for numbers of several kinds, or of none. */
export function sumOfNumbers(
  parts: readonly CountedNumbers[],
  measure: Measure,
  codebook: Codebook,
): CountedNumbers {
  const [first] = parts;
  if (!first) throw new Error("a sum of nothing");
  switch (first.kind) {
    case "cases":
      return { kind: "cases", cases: total(sameKind(parts, "cases"), ({ cases }) => cases) };
    case "frequencies":
      return sumOfFrequencies(sameKind(parts, "frequencies"), missingOf(measure, codebook));
    case "share": {
      const shares = sameKind(parts, "share");
      return {
        kind: "share",
        base: sumOfChains(shares),
        numerator: total(shares, ({ numerator }) => numerator),
      };
    }
    case "mean-distinct":
      return sumOfMeans(sameKind(parts, "mean-distinct"));
    case "crossing":
      return sumOfCrossings(sameKind(parts, "crossing"), measure, codebook);
  }
}

function sumOfFrequencies(
  parts: readonly Of<"frequencies">[],
  missing: readonly number[],
): Of<"frequencies"> {
  const rows = listedIn(
    parts.map((part) => part.rows),
    missing,
  );
  const counts = parts.map((part) => new Map(part.rows.map(({ code, count }) => [code, count])));
  return {
    kind: "frequencies",
    base: sumOfChains(parts),
    rows: rows.map(({ code, isMissing }) => {
      return { code, isMissing, count: total(counts, (each) => each.get(code) ?? 0) };
    }),
  };
}

function sumOfMeans(parts: readonly Of<"mean-distinct">[]): Of<"mean-distinct"> {
  const cases = new Map<number, number>();
  for (const each of parts.flatMap((part) => part.distribution)) {
    cases.set(each.distinct, (cases.get(each.distinct) ?? 0) + each.cases);
  }
  const distribution = [...cases]
    .map(([distinct, cases]) => ({ distinct, cases }))
    .sort((one, other) => one.distinct - other.distinct);
  return { kind: "mean-distinct", base: sumOfChains(parts), distribution };
}

function sumOfCrossings(
  parts: readonly Of<"crossing">[],
  measure: Measure,
  codebook: Codebook,
): Of<"crossing"> {
  const [rowsOf = [], columnsOf = []] = missingOfCrossing(measure, codebook);
  const rows = listedIn(
    parts.map((part) => part.rows),
    rowsOf,
  );
  const listed = listedIn(
    parts.map(({ columns }) => columns.flatMap(columnCode)),
    columnsOf,
  );
  const columns = [...listed.map(({ code }) => code), null].map((code): CrossingColumn => {
    const found = parts.flatMap((part) => {
      const column = part.columns.find(({ codes }) => codes[0] === code);
      return column ? [{ ...column, at: new Map(part.rows.map((row, at) => [row.code, at])) }] : [];
    });
    return {
      codes: [code],
      base: sumOfChains(found),
      counts: rows.map((row) =>
        total(found, ({ at, counts }) => counts[at.get(row.code) ?? -1] ?? 0),
      ),
    };
  });
  return { kind: "crossing", base: sumOfChains(parts), rows, columns };
}

type Listed = { readonly code: number; readonly isMissing: boolean };

function columnCode({ codes: [code] }: CrossingColumn): readonly Listed[] {
  return code === null || code === undefined ? [] : [{ code, isMissing: code >= leastMissing }];
}

const leastMissing = 97;

/** Options, then the missing codes that the question offers, then others that were seen: as counted at once. */
function listedIn(
  parts: readonly (readonly Listed[])[],
  offered: readonly number[],
): readonly Listed[] {
  const found = new Map(parts.flat().map((row) => [row.code, row]));
  const options = [...found.values()].filter(({ isMissing }) => !isMissing);
  const others = [...found.values()].filter(({ code, isMissing }) => {
    return isMissing && !offered.includes(code);
  });
  return [
    ...options,
    ...offered.map((code) => ({ code, isMissing: true })),
    ...others.sort((one, other) => one.code - other.code),
  ];
}

function sumOfChains(parts: readonly { readonly base: Chain }[]): Chain {
  return {
    eligible: total(parts, ({ base }) => base.eligible),
    asked: total(parts, ({ base }) => base.asked),
    answered: total(parts, ({ base }) => base.answered),
    valid: total(parts, ({ base }) => base.valid),
  };
}

function total<Part>(parts: readonly Part[], of: (part: Part) => number): number {
  return parts.reduce((sum, part) => sum + of(part), 0);
}

function sameKind<Kind extends CountedNumbers["kind"]>(
  parts: readonly CountedNumbers[],
  kind: Kind,
): readonly Of<Kind>[] {
  const alike = parts.filter((part): part is Of<Kind> => part.kind === kind);
  if (alike.length < parts.length) throw new Error(`not all of them are ${kind}`);
  return alike;
}

function missingOf(measure: Measure, codebook: Codebook): readonly number[] {
  return measure.kind === "frequencies" ? missingCodes(measure.variable, codebook) : [];
}

function missingOfCrossing(measure: Measure, codebook: Codebook) {
  const dimensions = measure.kind === "crossing" ? [measure.rows, ...measure.columns] : [];
  return dimensions.map((each) => {
    return each.kind === "question" ? missingCodes(each.variable, codebook) : [];
  });
}

function missingCodes(variable: string, { variables }: Codebook): readonly number[] {
  return variables.find(({ id }) => id === variable)?.missing.map(({ code }) => code) ?? [];
}
