import type { Codebook, Variable } from "#codebook";
import { canonicalJson } from "#kernel";
import type { CellSubject, LinkedCell } from "../linked/linked-cells.ts";
import { allCells, type Cell, chainCells, stepOf } from "../nation/cells.ts";
import type { LedgerCell } from "./ledger.ts";

/** A cell with its place in the set. */
export type Placed = { readonly cell: LinkedCell; readonly place: number };

/**
 * Numbers of now and of then whose difference is a group of cases: those that are in `now` together and
 * were not in `before` together. Within either nobody is counted twice.
 */
export type Comparison = {
  readonly now: readonly number[];
  readonly before: readonly LedgerCell[];
};

type Group = { readonly now: readonly Placed[]; readonly before: readonly LedgerCell[] };

/**
 * Every number that was told then against what the same cases have become: the same number, the rows
 * that it has come apart into, or the row that has swallowed it (less all of it that was told).
 */
export function compared(
  now: readonly Placed[],
  before: readonly LedgerCell[],
  codebook: Codebook,
): readonly Comparison[] {
  const found = new Map<string, Comparison>();
  for (const [variable, group] of grouped(now, before)) {
    const question = codebook.variables.find(({ id }) => id === variable);
    for (const each of comparedIn(group, question)) {
      found.set(canonicalJson([each.now, each.before.map(({ id }) => id)]), each);
    }
  }
  return [...found.values()];
}

/** Cases of one population and among the same, about one question. */
function grouped(now: readonly Placed[], before: readonly LedgerCell[]) {
  const groups = new Map<string, { variable: string; now: Placed[]; before: LedgerCell[] }>();
  const groupOf = ({ population, among, subject }: LinkedCell | LedgerCell) => {
    const variable = "variable" in subject ? (subject.variable ?? "") : "";
    const key = canonicalJson([population, among, variable]);
    const group = groups.get(key) ?? { variable, now: [], before: [] };
    groups.set(key, group);
    return group;
  };
  for (const each of now) groupOf(each.cell).now.push(each);
  for (const each of before) groupOf(each).before.push(each);
  return [...groups.values()].map(({ variable, ...group }) => [variable, group] as const);
}

function comparedIn({ now, before }: Group, question: Variable | undefined): readonly Comparison[] {
  const pieces = once(now, question, ({ cell }) => cell.subject);
  const olds = once(before, question, ({ subject }) => subject);
  const isSame = new Map(pieces.map(({ key, of }) => [key, of]));
  const were = new Set(olds.map(({ key }) => key));
  return [
    ...olds.flatMap(({ key, of, cells }): readonly Comparison[] => {
      const same = isSame.get(key);
      if (same) return [{ now: [same.place], before: [of] }];
      const parts = cells && wholeOf(cells, pieces);
      return parts ? [{ now: parts.map(({ place }) => place), before: [of] }] : [];
    }),
    ...pieces.flatMap(({ key, of, cells }): readonly Comparison[] => {
      if (cells === undefined || were.has(key)) return [];
      const parts = wholeOf(cells, olds) ?? mostOf(cells, olds);
      return parts.length > 0 ? [{ now: [of.place], before: parts }] : [];
    }),
  ];
}

/** What a number counts; `cells` where its cases are told apart by what they said. */
type Piece<Of> = {
  readonly of: Of;
  readonly key: string;
  readonly cells: ReadonlySet<Cell> | undefined;
};

/** The same number may stand in several tables. */
function once<Of>(
  all: readonly Of[],
  question: Variable | undefined,
  subjectOf: (each: Of) => CellSubject,
): readonly Piece<Of>[] {
  const pieces = new Map<string, Piece<Of>>();
  for (const of of all) {
    const key = keyOf(subjectOf(of));
    if (pieces.has(key)) continue;
    const cells = question && cellsOf(subjectOf(of), question);
    pieces.set(key, { of, key, cells: cells && new Set(cells) });
  }
  return [...pieces.values()];
}

function keyOf(subject: CellSubject): string {
  const sorted = (codes: readonly number[]) => [...codes].sort((one, other) => one - other);
  const plain = "codes" in subject ? { ...subject, codes: sorted(subject.codes) } : subject;
  return canonicalJson(JSON.parse(JSON.stringify(plain)));
}

/** Options of several choices overlap, so they can neither be added nor taken apart. */
function cellsOf(subject: CellSubject, question: Variable): readonly Cell[] | undefined {
  if (subject.kind === "chain") return chainCells(allCells(question))[subject.step];
  if (subject.kind !== "answer") return undefined;
  const isApart =
    question.type !== "multiple" || subject.codes.every((code) => stepOf(code) !== "valid");
  return isApart ? subject.codes : undefined;
}

/** Pieces that make up these cells, each once; `undefined` where none do. Large ones before small. */
function wholeOf<Of>(cells: ReadonlySet<Cell>, pieces: readonly Piece<Of>[]): Of[] | undefined {
  const [first] = cells;
  if (first === undefined) return [];
  for (const { of, cells: part } of within(cells, pieces)) {
    if (!part.has(first)) continue;
    const rest = wholeOf(new Set([...cells].filter((each) => !part.has(each))), pieces);
    if (rest) return [of, ...rest];
  }
  return undefined;
}

function mostOf<Of>(cells: ReadonlySet<Cell>, pieces: readonly Piece<Of>[]): Of[] {
  const [largest] = within(cells, pieces);
  if (largest === undefined) return [];
  const rest = new Set([...cells].filter((each) => !largest.cells.has(each)));
  return [largest.of, ...mostOf(rest, pieces)];
}

function within<Of>(cells: ReadonlySet<Cell>, pieces: readonly Piece<Of>[]) {
  return pieces
    .flatMap(({ of, cells: part }) => (part && part.size > 0 ? [{ of, cells: part }] : []))
    .filter(({ cells: part }) => [...part].every((each) => cells.has(each)))
    .sort((one, other) => other.cells.size - one.cells.size);
}
