import { z } from "zod";
import { done, type Outcome, problem, refused } from "#kernel";
import type { TableSpecification } from "#tabulation";
import { isSafe } from "./nation/threshold.ts";
import { amongValid, isProtected } from "./protected-specification.ts";
import { type SafeCounts, type SafeScope, SafeTable } from "./safe-table.ts";
import { shareInterval } from "./share-interval.ts";

/** Nothing is kept that was not fit to be told. */
const Shown = z.int().min(0).refine(isSafe).nullable();
const Chain = z.strictObject({ eligible: Shown, asked: Shown, answered: Shown, valid: Shown });
const Row = z.strictObject({
  codes: z.array(z.int().min(1).max(99)).min(1),
  isMissing: z.boolean(),
  count: Shown,
});

/**
 * A protected table as it stands in a release's file. What it is about stands in the specification that
 * it is read with; intervals are made anew from its counts.
 */
export const WrittenTable = z.strictObject({
  by: z.strictObject({ variable: z.string(), code: z.int() }).nullable(),
  counts: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("cases"), cases: Shown }),
    z.strictObject({ kind: z.literal("frequencies"), base: Chain, rows: z.array(Row) }),
    z.strictObject({ kind: z.literal("share"), base: Chain, numerator: Shown, denominator: Shown }),
    z.strictObject({
      kind: z.literal("mean-distinct"),
      base: Chain,
      total: Shown,
      denominator: Shown,
    }),
  ]),
});
export type WrittenTable = z.infer<typeof WrittenTable>;

/** The only way to a file: a `SafeTable` refuses to become JSON by itself. */
export function writeSafeTable({ by, counts }: SafeTable): WrittenTable {
  return { by, counts: writtenCounts(counts) };
}

function writtenCounts(counts: SafeCounts): WrittenTable["counts"] {
  switch (counts.kind) {
    case "cases":
    case "mean-distinct":
      return counts;
    case "frequencies": {
      const rows = counts.rows.map(({ codes, isMissing, count }) => {
        return { codes: [...codes], isMissing, count };
      });
      return { ...counts, rows };
    }
    case "share": {
      const { interval: _, ...written } = counts;
      return written;
    }
  }
}

/**
 * For the files of a release, whose bytes have been checked against its manifest: it cannot be told from
 * a table alone whether it was protected.
 * Refused for anything that `writeSafeTable` does not write for this specification, and for any count
 * that may not be told.
 */
export function readSafeTable(
  scope: SafeScope,
  specification: TableSpecification,
  written: unknown,
): Outcome<SafeTable> {
  const read = WrittenTable.safeParse(written);
  const about = scope.kind === "unit" ? scope.unit : scope.round;
  const damaged = () => refused(problem("release-damaged", about, { file: specification.id }));
  if (scope.kind === "unit" || !read.success || !isProtected(specification)) return damaged();
  const { by, counts } = read.data;
  if (scope.kind === "region" && !isOfRegion(read.data)) return damaged();
  const { measure } = specification;
  const sliced = measure.kind === "crossing" ? measure.columns[0].variable : undefined;
  if (counts.kind !== (measure.kind === "crossing" ? "frequencies" : measure.kind))
    return damaged();
  if (by?.variable !== sliced) return damaged();
  if (!addsUp(counts)) return damaged();
  const told = scope.kind === "region" ? amongValid(specification) : specification;
  return done(new SafeTable(scope, told, by, withIntervals(counts)));
}

/** Below the nation nothing is crossed, and the steps before a valid answer are not told apart. */
function isOfRegion({ by, counts }: WrittenTable): boolean {
  if (by !== null) return false;
  return counts.kind === "cases" || (counts.base.asked ?? counts.base.answered) === null;
}

/** Each denominator is a part of the one before, and each count of its denominator. */
function addsUp(counts: WrittenTable["counts"]): boolean {
  if (counts.kind === "cases") return true;
  const { eligible, asked, answered, valid } = counts.base;
  const chain = [eligible, asked, answered, valid].filter((step) => step !== null);
  if (chain.some((step, at) => step > (chain[at - 1] ?? step))) return false;
  if (counts.kind === "frequencies") {
    // What the intervals are of; a row of more would have none.
    const whole = answered ?? valid ?? eligible;
    return counts.rows.every(({ codes, count }) => {
      return codes.includes(98) || whole === null || (count ?? 0) <= whole;
    });
  }
  const part = counts.kind === "share" ? counts.numerator : counts.total;
  if ((part === null) !== (counts.denominator === null)) return false;
  return counts.kind === "mean-distinct" || (part ?? 0) <= (counts.denominator ?? 0);
}

function withIntervals(counts: WrittenTable["counts"]): SafeCounts {
  if (counts.kind === "share") {
    return { ...counts, interval: shareInterval(counts.numerator, counts.denominator) };
  }
  if (counts.kind !== "frequencies") return counts;
  const { answered, valid } = counts.base;
  const rows = counts.rows.map((row) => {
    const isAnswer = !row.codes.includes(98);
    return { ...row, interval: isAnswer ? shareInterval(row.count, answered ?? valid) : null };
  });
  return { ...counts, rows };
}
