import type { Variable } from "#codebook";
import { type Cell, optionCodes, otherCells, stepOf } from "../nation/cells.ts";
import { keyOfCodes } from "../nation/tally.ts";
import type { SafeTable } from "../safe-table.ts";
import type { CountedPlace } from "./counted-places.ts";
import type { KnownBlock } from "./known-blocks.ts";

/** How finely a question is told of in a region. */
export type Grain = {
  /** All cases, each in one part. Of several choices all who chose anything are one. */
  readonly parts: readonly (readonly Cell[])[];
  /** Codes that are counted together: merged rows, an indicator's. */
  readonly sums: readonly (readonly number[])[];
  /** Several choices: sets of options that are counted, each with its complement. */
  readonly choices: readonly (readonly number[])[];
  readonly hasTotal: boolean;
};

/** As fine as it was counted. @param told what is told of the place. */
export function nationGrain(
  { question, byCode, together, total }: CountedPlace,
  blocks: readonly KnownBlock[],
  told: readonly SafeTable[],
): Grain {
  const isMultiple = question.type === "multiple";
  const singles = byCode ? optionCodes(question).map((code) => [code]) : [];
  const counted = [...together.values()].map(({ codes }) => codes);
  return {
    parts: blocks.map(({ cells }) => cells),
    sums: [...rowsOf(told).filter(({ length }) => length > 1), ...(isMultiple ? [] : counted)],
    choices: isMultiple ? distinct([...singles, ...counted]) : [],
    hasTotal: total !== undefined,
  };
}

/** Below the nation a row is told only if it would be so many in each region, were it spread evenly. */
const leastSpread = 10;

/**
 * All who are eligible without a valid answer as one, for whatever reason; the options as the nation
 * tells them, or coarser. What would be few nearly everywhere is
 * not told at all, rather than hidden place by place: it would take its neighbours with it.
 * @param regions how many there are at the level.
 */
export function regionGrain(
  { question, tables, together, total, byCode }: CountedPlace,
  { level, regions }: { readonly level: "area" | "municipality"; readonly regions: number },
  told: readonly SafeTable[],
): Grain {
  const { notEligible, notBegun, notAnswered, unplaced, chosen } = otherCells;
  const isMultiple = question.type === "multiple";
  const rows = rowsOf(told).filter((codes) => codes.every((code) => stepOf(code) === "valid"));
  const options = byCode && rows.length > 0 ? rows : [optionCodes(question)];
  const least = leastSpread * regions;
  const isFew = (codes: readonly number[]) => (countToldOf(told, codes) ?? 0) < least;
  const valid = mergedAsTheCodebookSays(options, question, (met) => {
    return level === "municipality" || met.some(isFew);
  });
  const named = tables.flatMap(({ specification: { measure } }) =>
    measure.kind === "share" ? [measure.codes] : [],
  );
  const counted = [...together.values()].map(({ codes }) => codes);
  return {
    parts: [
      ...(isMultiple ? [[chosen]] : valid),
      [97, 98, 99, unplaced, notAnswered, notBegun],
      [notEligible],
    ],
    sums: isMultiple ? [] : named,
    choices: isMultiple
      ? distinct([...toldRows(told), ...counted]).filter((codes) => !isFew(codes))
      : [],
    hasTotal:
      level === "area" &&
      total !== undefined &&
      told.some(({ counts }) => counts.kind === "mean-distinct" && counts.total !== null),
  };
}

/**
 * Every group of the codebook in its order, applied to the blocks that it meets; passed over where less
 * than two would be left. It looks at no count of the region: what is merged tells nothing then.
 */
export function mergedAsTheCodebookSays(
  blocks: readonly (readonly number[])[],
  { collapse }: Variable,
  isDue: (met: readonly (readonly number[])[]) => boolean,
): readonly (readonly number[])[] {
  let merged = blocks;
  for (const group of collapse) {
    const met = merged.filter((block) => block.some((code) => group.includes(code)));
    const [first] = met;
    if (first === undefined || met.length < 2 || merged.length - met.length + 1 < 2) continue;
    if (!isDue(met)) continue;
    merged = merged.flatMap((block) => {
      if (block === first) return [met.flat()];
      return met.includes(block) ? [] : [block];
    });
  }
  return merged;
}

/** What the nation tells of some codes together; merged rows are told as one. */
function countToldOf(told: readonly SafeTable[], codes: readonly number[]): number | undefined {
  const key = keyOfCodes(codes);
  let sum: number | undefined;
  for (const { counts, specification } of told) {
    const { measure } = specification;
    if (counts.kind === "share" && measure.kind === "share" && keyOfCodes(measure.codes) === key)
      return counts.numerator ?? undefined;
    if (counts.kind !== "frequencies") continue;
    const inside = counts.rows.filter((row) => row.codes.every((code) => codes.includes(code)));
    const isWhole = inside.flatMap((row) => row.codes).length === codes.length;
    if (isWhole) sum = inside.reduce((total, { count }) => total + (count ?? 0), 0);
  }
  return sum;
}

function rowsOf(told: readonly SafeTable[]): readonly (readonly number[])[] {
  return told.flatMap(({ counts }) =>
    counts.kind === "frequencies" ? counts.rows.map(({ codes }) => codes) : [],
  );
}

function toldRows(told: readonly SafeTable[]): readonly (readonly number[])[] {
  return told.flatMap(({ counts }) =>
    counts.kind === "frequencies"
      ? counts.rows.flatMap(({ codes, count, isMissing }) =>
          count === null || isMissing ? [] : [codes],
        )
      : [],
  );
}

function distinct(sets: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return [...new Map(sets.map((codes) => [keyOfCodes(codes), codes])).values()];
}
