import {
  type AnswerAddress,
  type AnswerValue,
  type AskState,
  type Codebook,
  type Evaluation,
  evaluate,
  type Item,
  type Question,
} from "#codebook";
import { absent } from "../harmonise/carry.ts";
import type { CountedUnder } from "../harmonise/counted-under.ts";
import type { CountableCase } from "./countable-case.ts";

/** A case with what follows from its answers. */
export type EvaluatedCase = {
  /** What the case was asked by. */
  readonly codebook: Codebook;
  readonly under: CountedUnder;
  readonly counted: CountableCase;
  /** In the words of the case's own codebook. */
  readonly evaluation: Evaluation;
};

export function evaluatedCase(under: CountedUnder, counted: CountableCase): EvaluatedCase {
  const { codebook } = under;
  return { codebook, under, counted, evaluation: evaluate(codebook, counted.sheet) };
}

/** Rows of a group that is not asked are in no delivery, and count nowhere. */
export function itemsAsked({ counted, evaluation }: EvaluatedCase): readonly Item[] {
  return counted.sheet.items.filter(({ group }) => evaluation.groupState(group) !== "not-asked");
}

type SeenAnswer = {
  readonly state: AskState;
  readonly value?: AnswerValue | undefined;
  /** The code of a band of age that was delivered instead of a year. */
  readonly band?: number | undefined;
};

const notAsked: SeenAnswer = { state: "not-asked" };
const pending: SeenAnswer = { state: "pending" };

/** What the case says about a question of the newest codebook, in its codes. */
export function seenAnswer(
  { under, evaluation, counted }: EvaluatedCase,
  question: Question,
  item?: AnswerAddress["item"],
): SeenAnswer {
  const carry = under.carries ? (under.carries.get(question) ?? absent) : undefined;
  if (carry && carry.kind !== "asked") return notAsked;
  // A delivery knows no days, and brings bands: those that do not fit were never asked for either.
  if (carry && !carry.band && counted.startedOn === undefined) return notAsked;
  const variable = carry?.from ?? question.id;
  const seen = evaluation.seenAt(item === undefined ? { variable } : { variable, item });
  if (seen.state !== "asked") return seen.state === "pending" ? pending : notAsked;
  if (seen.value) return carry ? { state: "asked", value: carry.answer(seen.value) } : seen;
  const band = question.ageBandCuts && counted.bands[variable];
  if (band === undefined) return seen;
  return { state: "asked", band: carry?.band ? carry.band(band) : band };
}
