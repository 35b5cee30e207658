import { type Codebook, type Evaluation, evaluate } from "#codebook";
import type { CountableCase } from "./countable-case.ts";

/** A case with what follows from its answers. */
export type EvaluatedCase = {
  /** What the case was asked by. */
  readonly codebook: Codebook;
  readonly counted: CountableCase;
  readonly evaluation: Evaluation;
};

export function evaluatedCase(codebook: Codebook, counted: CountableCase): EvaluatedCase {
  return { codebook, counted, evaluation: evaluate(codebook, counted.sheet) };
}
