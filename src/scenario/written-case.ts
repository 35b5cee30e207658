import type { AnswerValue, PhaseId, Question } from "#codebook";
import { type AccountId, type IsoDate, isoDate } from "#kernel";
import type { NotOfferedReason, SurveyMode, UnansweredReason } from "#registration";

/**
 * An answer as one writes it by hand: an option's or a missing code, several codes, a year, or a day
 * such as `2023-03-12`. What it means is for the question to say.
 */
export type Written = number | readonly number[] | string;
export type WrittenAnswers = { readonly [name: string]: Written };

export type WrittenRow = {
  readonly group: string;
  readonly phase: PhaseId;
  readonly fields: WrittenAnswers;
};

/**
 * All that is to be registered of one case: an answer sheet, as far as the case has come. How it gets
 * there, decision by decision, is for `registerSheet`.
 */
export type WrittenCase = {
  readonly startedOn: IsoDate;
  readonly answers: WrittenAnswers;
  readonly rows: readonly WrittenRow[];
  /** Closing completes every phase. */
  readonly completed: readonly PhaseId[];
  readonly closedOn?: IsoDate;
  readonly survey?: WrittenSurvey;
  /** When each phase is sat down with; otherwise as soon as its own dates allow. */
  readonly satOn?: { readonly [phase in PhaseId]?: IsoDate };
  /** Wrong at first; put right, with a reason, when the next phase is registered. */
  readonly correction?: {
    readonly variable: string;
    readonly firstWritten: Written;
    readonly reason: string;
  };
  /** A colleague who had to open the case. */
  readonly openedBy?: {
    readonly account: AccountId;
    readonly on: IsoDate;
    readonly reason: string;
  };
};

export type WrittenSurvey =
  | {
      readonly kind: "offered";
      readonly on: IsoDate;
      /** Why no answer came, written on another day. */
      readonly unanswered?: { readonly reason: UnansweredReason; readonly settledOn: IsoDate };
    }
  /** Offered first, where it took a while. */
  | { readonly kind: "declined"; readonly on: IsoDate; readonly offeredOn?: IsoDate }
  | {
      readonly kind: "not-offered";
      readonly reason: NotOfferedReason;
      /** Left out: when the case is closed. */
      readonly settledOn?: IsoDate;
    }
  | {
      readonly kind: "answered";
      readonly offeredOn: IsoDate;
      readonly answeredOn: IsoDate;
      /** Who keys it in, where the client does not type herself. */
      readonly keyedInBy: AccountId;
      readonly keyedInOn: IsoDate;
      /** Left out: on paper. */
      readonly mode?: SurveyMode;
      readonly answers: WrittenAnswers;
    };

export function answerOf(question: Question, written: Written): AnswerValue {
  if (typeof written === "string") return { kind: "date", date: isoDate(written) };
  if (typeof written !== "number") {
    return { kind: "codes", codes: [...written].sort((a, b) => a - b) };
  }
  const missing = question.missing.find(({ code }) => code === written);
  if (missing) return { kind: "missing", code: missing.code };
  return question.type === "integer"
    ? { kind: "number", number: written }
    : { kind: "codes", codes: [written] };
}
