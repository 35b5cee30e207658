import type { NationBase } from "./told-nation.ts";

/** How many gave an answer, among how many. */
export type ToldAnswer = {
  readonly label: string;
  readonly count: number;
  readonly whole: number;
};

/** An answer in a subgroup or a place, and the same in what it is held against. */
export type ToldAgainst = { readonly own: ToldAnswer; readonly all: ToldAnswer };

/** One language for findings that are read without their pictures: shares of 30 or more alone. */
export type StoryWords = {
  /** More than half gave one of these answers; of several each has its count, and none is their sum. */
  readonly majority: (label: string, answers: readonly ToldAnswer[], base: NationBase) => string;
  /** One or more of several choices, the most common first. */
  readonly common: (label: string, answers: readonly ToldAnswer[], base: NationBase) => string;
  readonly next: (answer: ToldAnswer) => string;
  readonly rarest: (answer: ToldAnswer) => string;
  /** Answers that are more common than in what it is held against; then those that are less common. */
  readonly more: (answers: readonly ToldAgainst[], base: NationBase) => string;
  readonly less: (answers: readonly ToldAgainst[], base: NationBase) => string;
};
