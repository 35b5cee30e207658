import type { Variable } from "#codebook";
import type { Chain, Counts, Measure } from "#tabulation";
import type { SafeChain, SafeCounts, SafeRow, Shown } from "../safe-table.ts";
import { shareInterval } from "../share-interval.ts";
import { ofAll } from "./amount.ts";
import { allCells, chainCells, stepOf, validCells } from "./cells.ts";
import type { OneWay, OneWayTable } from "./one-way-table.ts";
import { isMeasurable } from "./partition.ts";
import type { Settled } from "./settle.ts";
import { countIn, keyOfCodes } from "./tally.ts";

/** The numbers of one table, as far as they may be told. Nothing settled: nothing may. */
export function safeCounts(
  { counts, raw }: OneWayTable,
  question: Variable | undefined,
  settled: Settled | undefined,
): SafeCounts {
  if (counts.kind === "cases") throw new Error("a number of cases answers no question");
  if (question === undefined || settled === undefined) return nothingOf(counts);
  const base = safeChain(question, settled, counts.base);
  const { measure } = raw.specification;
  if (counts.kind === "frequencies") {
    const rows = rowCodes(counts, question, settled).map((codes) => {
      const count = rowCount(codes, counts, question, settled);
      return safeRow(codes, count, base.answered);
    });
    return { kind: "frequencies", base, rows };
  }
  const denominator = "base" in measure ? base[measure.base] : null;
  // A part without its whole says nothing, and neither does the reverse.
  if (denominator === null || !isPartTold(measure, question, settled)) {
    return { ...nothingOf(counts), base } as SafeCounts;
  }
  if (counts.kind === "mean-distinct") {
    return { kind: "mean-distinct", base, total: counts.total, denominator };
  }
  const { numerator } = counts;
  const interval = shareInterval(numerator, denominator);
  return { kind: "share", base, numerator, denominator, interval };
}

/** The same table with every number hidden. */
export function hiddenCounts(counts: SafeCounts): SafeCounts {
  const base = { eligible: null, asked: null, answered: null, valid: null };
  switch (counts.kind) {
    case "cases":
      return { ...counts, cases: null };
    case "frequencies": {
      const rows = counts.rows.map((row) => ({ ...row, count: null, interval: null }));
      return { ...counts, base, rows };
    }
    case "share":
      return { ...counts, base, numerator: null, denominator: null, interval: null };
    case "mean-distinct":
      return { ...counts, base, total: null, denominator: null };
  }
}

/** Nothing told, and no rows merged. */
function nothingOf(counts: OneWay): SafeCounts {
  const base = { eligible: null, asked: null, answered: null, valid: null };
  switch (counts.kind) {
    case "cases":
      return { kind: "cases", cases: null };
    case "frequencies": {
      const rows = counts.rows.map(({ code }) => safeRow([code], null, null));
      return { kind: "frequencies", base, rows };
    }
    case "share":
      return { kind: "share", base, numerator: null, denominator: null, interval: null };
    case "mean-distinct":
      return { kind: "mean-distinct", base, total: null, denominator: null };
  }
}

function safeChain(question: Variable, { partition }: Settled, chain: Chain): SafeChain {
  const cells = chainCells(allCells(question));
  const shown = (step: keyof Chain): Shown =>
    isMeasurable(partition, cells[step]) ? chain[step] : null;
  return {
    eligible: shown("eligible"),
    asked: shown("asked"),
    answered: shown("answered"),
    valid: shown("valid"),
  };
}

function isPartTold(measure: Measure, question: Variable, settled: Settled): boolean {
  const isMultiple = question.type === "multiple";
  if (measure.kind === "share") {
    return isMultiple
      ? settled.sets.has(keyOfCodes(measure.codes))
      : isMeasurable(settled.partition, measure.codes);
  }
  // Of a single choice the sum of options is the number of valid answers.
  return isMultiple ? settled.total : isMeasurable(settled.partition, validCells(question));
}

/** Codes that became one block become one row, where the first of them stood. */
function rowCodes(
  { rows }: Counts & { readonly kind: "frequencies" },
  question: Variable,
  { partition }: Settled,
): readonly (readonly number[])[] {
  const codes = rows.map(({ code }) => code);
  const own = new Set<number>(question.type === "multiple" ? [] : codes);
  for (const code of [97, 98, 99]) if (codes.includes(code)) own.add(code);
  return codes.flatMap((code) => {
    const block = partition.find((each) => each.includes(code)) ?? [code];
    const isRow =
      block.every((each) => own.has(each)) &&
      new Set(block.map((each) => stepOf(each) === "valid")).size === 1;
    if (!isRow) return [[code]];
    const together = codes.filter((each) => block.includes(each));
    return together[0] === code ? [together] : [];
  });
}

function rowCount(
  codes: readonly number[],
  { rows }: Counts & { readonly kind: "frequencies" },
  question: Variable,
  { partition, sets, tally }: Settled,
): Shown {
  const isOption = codes.every((code) => stepOf(code) === "valid");
  if (question.type === "multiple" && isOption) {
    if (!sets.has(keyOfCodes(codes))) return null;
    return rows.find(({ code }) => code === codes[0])?.count ?? null;
  }
  const count = isMeasurable(partition, codes) ? countIn(tally, codes) : undefined;
  return count ? ofAll(count) : null;
}

export function safeRow(codes: readonly number[], count: Shown, answered: Shown): SafeRow {
  const isMissing = codes.every((code) => stepOf(code) !== "valid");
  // 98 is no answer, so it has no share of the answers.
  const isAnswer = !codes.includes(98);
  return {
    codes,
    isMissing,
    count,
    interval: isAnswer ? shareInterval(count, answered) : null,
  };
}
