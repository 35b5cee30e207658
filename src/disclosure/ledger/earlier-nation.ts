import type { Variable } from "#codebook";
import { type Amount, ofAll, shareIn } from "../nation/amount.ts";
import { allCells, chainCells, stepOf } from "../nation/cells.ts";
import type { Domain } from "../nation/one-way-table.ts";
import { type Block, joined } from "../nation/partition.ts";
import { amountIn, type Count, type Counted, remaindersOf } from "../nation/remainder.ts";
import { countIn, keyOfCodes, type Tally } from "../nation/tally.ts";
import { type BlockBefore, blocksBefore, isSafeAfter } from "./blocks-before.ts";
import type { LedgerCell, LedgerRelease } from "./ledger.ts";
import { isSafeChange } from "./rest-of-change.ts";

type Population = "started" | "closed";

/** What the change since an earlier publication of the round leaves to be told, at one place. */
export type Since = {
  readonly isSafeBlock: (cells: Block) => boolean;
  /** Of any number that tallies give: sets of options, the sum of all, the cases of a domain. */
  readonly isSafe: (count: Count) => boolean;
};

/** `question`: `undefined` for numbers of cases. */
export type Where = { readonly population: Population; readonly question: Variable | undefined };

export type EarlierNation = {
  /** The place where something would be told, and what has been settled of its question before. */
  readonly at: (where: Where, own: Counted, others: readonly Counted[]) => Since;
  /** Whether the change of what several questions' *asked* leave may be told. */
  readonly isSafeApart: (apart: AskedApart) => boolean;
};

/** What one question's *asked* leaves of another's: now, and of which it is made. */
export type AskedApart = {
  readonly now: Amount;
  readonly parts: readonly (Where & { readonly domain: Domain; readonly sign: 1 | -1 })[];
};

/** How places are called in the ledger. */
export type AmongOf = (domain: Domain) => string;

/**
 * Holds what would be told at a place against what one earlier publication told there: in its domain, in
 * what is left of wider ones, and beside others. What was told of one of these domains alone says nothing
 * of what is left of it.
 */
export function since(
  { cells }: Pick<LedgerRelease, "cells">,
  region: string,
  amongOf: AmongOf,
): EarlierNation {
  const told = new Map<string, LedgerCell[]>();
  for (const cell of cells) {
    if (cell.region !== region || cell.count === null) continue;
    const variable = "variable" in cell.subject ? (cell.subject.variable ?? "") : "";
    const key = keyOf(cell.population, cell.among, variable);
    told.set(key, [...(told.get(key) ?? []), cell]);
  }
  const tallies = new Map<string, Before>();

  return { at: sinceAt, isSafeApart };

  function isSafeApart({ now, parts }: AskedApart): boolean {
    const then = parts.map(({ domain, sign, ...where }) => {
      const { asked } = chainCells(where.question ? allCells(where.question) : []);
      const amount = countIn(at(where, domain).tally, asked);
      return amount && sign * ofAll(amount);
    });
    // Where one of them was not told, nobody knew what was left.
    if (then.includes(undefined)) return true;
    return isSafeSince(
      now,
      then.reduce<number>((sum, each) => sum + (each ?? 0), 0),
    );
  }

  function sinceAt(where: Where, own: Counted, others: readonly Counted[]): Since {
    const domains = new Map([own, ...others].map(({ tally, domain }) => [tally, domain]));
    const comparisons = remaindersOf(own, others).map((now) => {
      const before = now.map(({ tally, sign }) => ({ ...at(where, domains.get(tally)), sign }));
      return { now, before, blocks: together(before) };
    });
    return { isSafeBlock, isSafe };

    function isSafeBlock(block: Block): boolean {
      return comparisons.every(({ now, blocks }) => {
        return isSafeAfter(block, blocks, (some) => amountIn(now, (tally) => countIn(tally, some)));
      });
    }

    function isSafe(count: Count): boolean {
      return comparisons.every(({ now, before }) => {
        const [amount, old] = [amountIn(now, count), amountIn(before, count)];
        return amount === undefined || old === undefined || isSafeSince(amount, ofAll(old));
      });
    }
  }

  function at({ population, question }: Where, domain: Domain | undefined): Before {
    const among = amongOf(domain ?? new Map());
    const key = keyOf(population, among, question?.id ?? "");
    const known = tallies.get(key);
    if (known) return known;
    const cases = told.get(keyOf(population, among, "")) ?? [];
    const found = beforeOf(question, [...(told.get(key) ?? []), ...cases]);
    tallies.set(key, found);
    return found;
  }
}

/** What was told at a place then; a cell of its own makes a block unknown that was not told of. */
type Before = { readonly blocks: readonly BlockBefore[]; readonly tally: Tally };

const notTold = -99;
/** As numbers of cases are tallied. */
const everyCase = 0;

function beforeOf(question: Variable | undefined, cells: readonly LedgerCell[]): Before {
  const all = question ? allCells(question) : [everyCase];
  const told = cells.flatMap(({ subject, count }) => {
    const those = cellsOf(subject, question, all);
    return those && count !== null ? [{ cells: those, count }] : [];
  });
  const blocks = blocksBefore(all, told);
  const nobody = new Int32Array(1);
  const choices = cells.flatMap(({ subject, count }) =>
    subject.kind === "answer" && count !== null
      ? [[keyOfCodes(subject.codes), Int32Array.of(count)] as const]
      : [],
  );
  const total = cells.find(({ subject }) => subject.kind === "total")?.count ?? undefined;
  return {
    blocks,
    tally: {
      base: { eligible: nobody, asked: nobody, answered: nobody, valid: nobody },
      blocks: blocks.map(({ cells: those, count }) =>
        count === undefined
          ? { cells: [...those, notTold], count: nobody }
          : { cells: those, count: Int32Array.of(count) },
      ),
      choices: new Map(choices),
      total: total === undefined ? undefined : Int32Array.of(total),
      begunNotAsked: [],
      alike: [],
    },
  };
}

function cellsOf(
  subject: LedgerCell["subject"],
  question: Variable | undefined,
  all: Block,
): Block | undefined {
  if (subject.kind === "cases") return all;
  if (question === undefined) return undefined;
  if (subject.kind === "chain") return chainCells(all)[subject.step];
  if (subject.kind === "begun") {
    const isShared = subject.phase === question.phase && question.condition === undefined;
    return isShared ? chainCells(all).asked : undefined;
  }
  if (subject.kind !== "answer") return undefined;
  const isApart = subject.codes.every((code) => stepOf(code) !== "valid");
  return isApart || question.type !== "multiple" ? subject.codes : undefined;
}

/** The finest blocks that all of these domains told of, and what was left in them. */
function together(
  parts: readonly { readonly blocks: readonly BlockBefore[]; readonly sign: 1 | -1 }[],
): readonly BlockBefore[] {
  const [first, ...more] = parts.map(({ blocks }) => blocks.map(({ cells }) => cells));
  return joined(first ?? [], ...more).map((cells) => {
    const inside = parts.flatMap(({ blocks, sign }) =>
      blocks
        .filter((each) => cells.includes(each.cells[0] ?? notTold))
        .map((each) => ({ ...each, sign })),
    );
    const isKnown = inside.every(({ count }) => count !== undefined);
    const count = inside.reduce((sum, each) => sum + each.sign * (each.count ?? 0), 0);
    return {
      cells,
      count: isKnown ? count : undefined,
      isTold: inside.every(({ isTold }) => isTold),
    };
  });
}

function isSafeSince(now: Amount, before: number): boolean {
  const own = Array.from({ length: now.length - 1 }, (_, at) => shareIn(now, at));
  return isSafeChange(
    ofAll(now) - before,
    own.map((share) => ({ now: share, before: undefined })),
  );
}

function keyOf(population: Population, among: string, variable: string): string {
  return [population, among, variable].join("\n");
}
