import type { Codebook, Condition, Variable } from "#codebook";
import type { Amount } from "./amount.ts";
import { type Cell, otherCells } from "./cells.ts";
import type { Block } from "./partition.ts";
import { countIn, keyOfCodes, type Tally } from "./tally.ts";

/**
 * Two views of the same rows («which method», «which level») know the same cases to have none, and those
 * whose rows are all of a kind that the other's field is not asked of. So the one tells a part of the
 * other's cell.
 */
export type SameRows = {
  /** Of the question: where all of them are. */
  readonly cell: Cell;
  /** The other view. */
  readonly other: Variable;
  /** How many they are, as the other tells it. */
  readonly count: (other: Tally) => Amount | undefined;
};

const notAsked = 97;

/** What earlier views of the same rows tell of this one. */
export function sameRowsOf(question: Variable, codebook: Codebook): readonly SameRows[] {
  const { view } = question;
  if (view === undefined) return [];
  const fields = codebook.groups.find(({ id }) => id === view.group)?.fields ?? [];
  const condition = fields.find(({ id }) => id === view.field)?.condition;
  const earlier = codebook.variables.slice(0, codebook.variables.indexOf(question));
  return earlier.filter(isOfSameRows).flatMap((other): readonly SameRows[] => {
    const { notAnswered } = otherCells;
    const without: SameRows = {
      cell: notAnswered,
      other,
      count: (tally) => countIn(tally, [notAnswered]),
    };
    const codes = codesRuledOut(condition, other);
    if (codes === undefined) return [without];
    const cell = view.notAskedAs ?? notAsked;
    return [without, { cell, other, count: ({ choices }) => choices.get(keyOfCodes(codes)) }];
  });

  function isOfSameRows(other: Variable): boolean {
    return (
      other.view?.group === view?.group &&
      other.view?.phases?.join() === view?.phases?.join() &&
      other.view?.field !== view?.field
    );
  }
}

/** A row with one of these is not asked; each is alone in its case. */
function codesRuledOut(
  condition: Condition | undefined,
  { view, options }: Variable,
): readonly number[] | undefined {
  const ruledOut = condition && "not" in condition ? condition.not : undefined;
  if (!ruledOut || !("field" in ruledOut) || ruledOut.field !== view?.field) return undefined;
  const isAlone = (code: number) => options.some((each) => each.code === code && each.exclusive);
  return view.take === "set" && ruledOut.in.every(isAlone) ? ruledOut.in : undefined;
}

/** Every choice of what is told of cells in this block: subtracted from it, they must leave enough. */
export function partsWithin(
  cells: Block,
  sameRows: readonly SameRows[],
): readonly (readonly number[])[] {
  let found: readonly (readonly number[])[] = [[]];
  for (const [at, { cell }] of sameRows.entries()) {
    if (cells.includes(cell)) found = [...found, ...found.map((each) => [...each, at])];
  }
  return found.filter(({ length }) => length > 0);
}
