import type { AnswerSheet, PhaseId } from "#codebook";
import type { AccountId, CaseId, Instant, IsoDate, MunicipalityCode, UnitId } from "#kernel";

export type CaseState = "open" | "closed";

/** Who set an answer, when, and in which revision of the case. */
export type Mark = {
  readonly revision: number;
  readonly by: AccountId;
  readonly at: Instant;
};

/**
 * One case as it stands after its latest revision. Holds nothing that names a person: the code is
 * random, and who it concerns stands in the municipality's own case system.
 */
export type CaseRecord = {
  readonly municipality: MunicipalityCode;
  readonly id: CaseId;
  /** `M-7F3K-2`: random, with a check character. */
  readonly code: string;
  readonly unit: UnitId;
  readonly assignee: AccountId | null;
  readonly codebook: string;
  readonly state: CaseState;
  readonly startedOn: IsoDate;
  readonly closedOn: IsoDate | null;
  readonly survey: SurveyState;
  /** Counts the decisions taken about this case, from 1. */
  readonly revision: number;
  /** When the latest of them was taken. */
  readonly lastStepAt: Instant;
  readonly sheet: AnswerSheet;
  /** By `addressKey`; an answer set in revision 7 is edited «based on 7». */
  readonly marks: { readonly [address: string]: Mark };
  readonly completed: { readonly [phase in PhaseId]?: Mark };
};

/** Why there is no answer from the client; the answers themselves are kept apart and sealed. */
export type SurveyState =
  | { readonly kind: "not-yet-offered" }
  | { readonly kind: "offered"; readonly on: IsoDate }
  | { readonly kind: "answered"; readonly on: IsoDate }
  | { readonly kind: "declined"; readonly on: IsoDate }
  | { readonly kind: "not-offered"; readonly reason: NotOfferedReason };

export const notOfferedReasons = [
  "no-contact",
  "not-safe",
  "language",
  "ill-health",
  "other",
] as const;
export type NotOfferedReason = (typeof notOfferedReasons)[number];
