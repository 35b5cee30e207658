import { ageBandOf, type Codebook, type Condition, type Question } from "#codebook";
import { type EvaluatedCase, seenAnswer } from "./evaluated-case.ts";
import type { RowWriter } from "./row-writer.ts";

/** Adds 1 for each condition that holds of a case; 0 where it does not, or is not known yet. */
export type CodeConditions = (row: RowWriter, evaluated: EvaluatedCase) => void;

/**
 * A birth year is a number, which no condition of the evaluator can match: where all parts of a condition
 * must hold, one about it names bands of age by their codes, and is told from the year and the start.
 */
export function conditionCoder(
  conditions: readonly Condition[],
  codebook: Codebook,
): CodeConditions {
  const parted = conditions.map((condition) => partedFrom(condition, codebook));
  return (row, evaluated) => {
    for (const { ages, others } of parted) {
      row.push(isOf(evaluated, ages) && holds(evaluated, others) ? 1 : 0);
    }
  };
}

type Ages = { readonly question: Question; readonly codes: readonly number[] };

type Parted = {
  readonly ages: readonly Ages[];
  /** Each made once: what it means under an earlier codebook is remembered by itself. */
  readonly others: readonly Condition[];
};

function partedFrom(condition: Condition, { variables }: Codebook): Parted {
  const ages: Ages[] = [];
  const others: Condition[] = [];
  for (const part of conjuncts(condition)) {
    const question = "answer" in part ? variables.find(({ id }) => id === part.answer) : undefined;
    if ("answer" in part && question?.ageBandCuts) ages.push({ question, codes: part.in });
    else others.push(part);
  }
  return ages.length === 0 ? { ages, others: [condition] } : { ages, others };
}

/** What must all hold. */
export function conjuncts(condition: Condition): readonly Condition[] {
  return "all" in condition ? condition.all.flatMap(conjuncts) : [condition];
}

// Plain loops, both: every condition is asked of each case of a nation.
function isOf(evaluated: EvaluatedCase, ages: readonly Ages[]): boolean {
  for (const age of ages) if (!isOfAge(evaluated, age)) return false;
  return true;
}

function isOfAge(evaluated: EvaluatedCase, { question, codes }: Ages): boolean {
  const { value, band } = seenAnswer(evaluated, question);
  if (value?.kind === "missing") return codes.includes(value.code);
  const { startedOn } = evaluated.counted;
  const own =
    value?.kind === "number" && startedOn !== undefined
      ? ageBandOf(question, value.number, startedOn)
      : band;
  return own !== undefined && codes.includes(own);
}

function holds({ evaluation, under }: EvaluatedCase, conditions: readonly Condition[]): boolean {
  for (const each of conditions) {
    if (evaluation.holds(under.conditionOf(each)) !== true) return false;
  }
  return true;
}
