import type { AnswerAddress, AnswerValue, Item, PhaseId } from "#codebook";
import type { AccountId, Instant, IsoDate } from "#kernel";
import type { SurveyState } from "./case-record.ts";

/** What one decision does to a case. A revision is a list of these, kept for ever. */
export type Change =
  | {
      readonly kind: "case-started";
      readonly startedOn: IsoDate;
      readonly assignee: AccountId | null;
    }
  | {
      readonly kind: "answer-set";
      readonly address: AnswerAddress;
      readonly from: AnswerValue | null;
      /** `null`: the answer was taken back, or dropped because its question is no longer asked. */
      readonly to: AnswerValue | null;
      readonly why?: "hidden";
    }
  | { readonly kind: "item-added"; readonly item: Omit<Item, "answers"> }
  | { readonly kind: "item-removed"; readonly item: Item; readonly why?: "hidden" }
  | { readonly kind: "phase-completed"; readonly phase: PhaseId }
  | { readonly kind: "phase-reopened"; readonly phase: PhaseId }
  | { readonly kind: "start-corrected"; readonly from: IsoDate; readonly to: IsoDate }
  | { readonly kind: "case-closed"; readonly closedOn: IsoDate }
  | { readonly kind: "case-reopened" }
  | { readonly kind: "survey-changed"; readonly from: SurveyState; readonly to: SurveyState }
  | {
      readonly kind: "case-assigned";
      readonly from: AccountId | null;
      readonly to: AccountId | null;
    };

/** One decision, as it is stored: who, when, why, and what changed from what to what. */
export type Revision = {
  readonly revision: number;
  readonly by: AccountId;
  readonly at: Instant;
  /** Asked for where a finished phase or a closed case is corrected. */
  readonly reason?: string;
  readonly changes: readonly Change[];
};
