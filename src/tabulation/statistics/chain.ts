/**
 * The denominators of one question, each a part of the one before:
 * eligible = cases for which its condition holds · asked = eligible whose phase is begun (the
 * client's: survey offered) · answered = any stored code but 98 · valid = answered without a missing
 * code.
 */
export type Chain = {
  readonly eligible: number;
  readonly asked: number;
  readonly answered: number;
  readonly valid: number;
};
