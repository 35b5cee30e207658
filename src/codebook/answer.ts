import type { IsoDate, ItemId } from "#kernel";
import type { MissingCode, PhaseId } from "./codebook.ts";

/** A single choice is a list of one code. Absence of an answer means «not yet registered». */
export type AnswerValue =
  | { readonly kind: "codes"; readonly codes: readonly number[] }
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "date"; readonly date: IsoDate }
  | { readonly kind: "missing"; readonly code: MissingCode };

/** Values by variable (of a case) or by field (of one row of a repeat group). */
export type Answers = { readonly [name: string]: AnswerValue };

/** One row of a repeat group. */
export type Item = {
  readonly id: ItemId;
  readonly group: string;
  /** The phase it was added in: the «moment» of a risk assessment. */
  readonly phase: PhaseId;
  readonly answers: Answers;
};

/** All that is answered in one case: plain data, the same in browser, server and store. */
export type AnswerSheet = {
  readonly answers: Answers;
  /** In order of entry. */
  readonly items: readonly Item[];
};

/** Where one answer belongs: a variable of the case, or a field of one row. */
export type AnswerAddress = { readonly variable: string; readonly item?: ItemId };
