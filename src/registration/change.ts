import type { AnswerAddress, AnswerValue, Item, PhaseId } from "#codebook";
import type { AccountId, Instant, IsoDate, MunicipalityCode, UnitId } from "#kernel";
import type { Override, Share, SurveyState } from "./case-record.ts";

/** What one decision does to a case. A revision is a list of these, kept for ever. */
export type Change =
  | {
      readonly kind: "case-started";
      readonly startedOn: IsoDate;
      readonly assignee: AccountId | null;
      /** Left out: the own municipality. */
      readonly servedMunicipality?: MunicipalityCode;
      readonly isAnonymous?: true;
      readonly previousCode?: string;
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
  | {
      readonly kind: "phase-completed";
      readonly phase: PhaseId;
      /** The warnings that were let stand, each with its reason. */
      readonly overrides?: readonly Override[];
    }
  | { readonly kind: "phase-reopened"; readonly phase: PhaseId }
  | { readonly kind: "start-corrected"; readonly from: IsoDate; readonly to: IsoDate }
  | { readonly kind: "case-closed"; readonly closedOn: IsoDate }
  | { readonly kind: "case-reopened" }
  | { readonly kind: "survey-changed"; readonly from: SurveyState; readonly to: SurveyState }
  | {
      readonly kind: "case-assigned";
      readonly from: AccountId | null;
      readonly to: AccountId | null;
    }
  | { readonly kind: "case-shared"; readonly from: Share | null; readonly to: Share | null }
  | { readonly kind: "case-transferred"; readonly from: UnitId; readonly to: UnitId }
  | {
      readonly kind: "served-municipality-changed";
      readonly from: MunicipalityCode;
      readonly to: MunicipalityCode;
    }
  | {
      readonly kind: "previous-case-changed";
      readonly from: string | null;
      readonly to: string | null;
    }
  | {
      readonly kind: "readers-named";
      readonly from: readonly AccountId[] | null;
      readonly to: readonly AccountId[] | null;
    }
  | { readonly kind: "case-voided" }
  | { readonly kind: "case-restored" };

/** One decision, as it is stored: who, when, why, and what changed from what to what. */
export type Revision = {
  readonly revision: number;
  readonly by: AccountId;
  readonly at: Instant;
  /** Asked for where a finished phase or a closed case is corrected. */
  readonly reason?: string;
  readonly changes: readonly Change[];
};
