/**
 * The staff's own confidence in asking: three questions before the campaign and the same after it, answered
 * anonymously, counted by campaign and moment alone. Fewer than five answers are not told.
 */
export type Moment = "before" | "after";
export const moments: readonly Moment[] = ["before", "after"];

export type ConfidenceQuestion = {
  readonly id: string;
  readonly text: { readonly sv: string; readonly en: string };
};

/** 1 (not at all) to 5 (wholly) for each question, in their order. */
export type ConfidenceAnswer = readonly number[];

/** So many have answered alike. */
export type CountedConfidence = {
  readonly moment: Moment;
  /** Such as `4,3,5`. */
  readonly answer: string;
  readonly count: number;
};
