import { ageBands, type Variable } from "#codebook";

/**
 * What one case can say about one question: a code (1–96 an option, 97–99 missing), or one of these.
 * Every case of a population is in exactly one cell.
 */
export type Cell = number;

export const otherCells = {
  notEligible: -4,
  notBegun: -3,
  notAnswered: -2,
  /** Answered with a code that the codebook lacks. */
  unplaced: -1,
  /** Several choices: one option at least. Which ones is told apart, in `choices.ts`. */
  chosen: 0,
} as const;

const notStated = 98;

/** How far the case has come along eligible → asked → answered → valid. */
export type Step = "not eligible" | "not begun" | "not answered" | "missing" | "valid";

export function stepOf(cell: Cell): Step {
  if (cell === otherCells.notEligible) return "not eligible";
  if (cell === otherCells.notBegun) return "not begun";
  if (cell === otherCells.notAnswered || cell === notStated) return "not answered";
  return cell === otherCells.unplaced || cell > notStated - 2 ? "missing" : "valid";
}

/** In the order of the codebook; for several choices there is only one. */
export function validCells(question: Variable): readonly Cell[] {
  return question.type === "multiple" ? [otherCells.chosen] : optionCodes(question);
}

export function optionCodes(question: Variable): readonly number[] {
  const bands = ageBands(question);
  return (bands.length > 0 ? bands : question.options).map(({ code }) => code);
}

export function allCells(question: Variable): readonly Cell[] {
  const { notEligible, notBegun, notAnswered, unplaced } = otherCells;
  const missing = [notStated, unplaced, 97, 99];
  return [...validCells(question), ...missing, notAnswered, notBegun, notEligible];
}

/** The cells that make up each denominator. */
export function chainCells(cells: readonly Cell[]) {
  const without = (...steps: readonly Step[]) =>
    cells.filter((each) => !steps.includes(stepOf(each)));
  return {
    eligible: without("not eligible"),
    asked: without("not eligible", "not begun"),
    answered: without("not eligible", "not begun", "not answered"),
    valid: without("not eligible", "not begun", "not answered", "missing"),
  };
}
