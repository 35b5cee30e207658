import type { AnswerSheet, PhaseId } from "#codebook";
import type { AccountId, CaseId, Instant, IsoDate, MunicipalityCode, UnitId } from "#kernel";

export type CaseState = "open" | "closed";

/** Why a warning was let stand when a phase was completed. */
export type Override = {
  /** The codebook's check. */
  readonly check: string;
  readonly reason: string;
};

export type Completion = Mark & { readonly overrides?: readonly Override[] };

/** The other unit that works on a case: an authority's case with its provider, or the reverse. */
export type Share = { readonly unit: UnitId; readonly assignee: AccountId | null };

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
  /** The owner, in whose figures the case is counted; another unit may share it. */
  readonly unit: UnitId;
  readonly assignee: AccountId | null;
  readonly sharedWith: Share | null;
  /** Whose inhabitant the client is: one reception may serve a whole county. */
  readonly servedMunicipality: MunicipalityCode;
  /** Nobody outside can be led to the person: no link to another case, and the code is written nowhere. */
  readonly isAnonymous: boolean;
  /** The code of the same person's earlier case, as the worker found it in the person's file. */
  readonly previousCode: string | null;
  /** A restricted case exists for these people alone; `null`: for all whom the policy lets in. */
  readonly readers: readonly AccountId[] | null;
  /** «Makulerat»: kept, and neither counted, delivered nor changed. */
  readonly voided: Mark | null;
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
  readonly completed: { readonly [phase in PhaseId]?: Completion };
};

/** Why there is no answer from the client; the answers themselves are kept apart and sealed. */
export type SurveyState =
  | { readonly kind: "not-yet-offered" }
  | Offered
  | { readonly kind: "answered"; readonly on: IsoDate }
  | { readonly kind: "declined"; readonly on: IsoDate }
  | { readonly kind: "not-offered"; readonly reason: NotOfferedReason };

/** Without a way (cases before the ways were recorded): on paper. */
export type Offered = {
  readonly kind: "offered";
  readonly on: IsoDate;
  readonly mode?: SurveyMode;
  /** Why no answer has come and none is waited for; one that comes after all is still taken in. */
  readonly unanswered?: UnansweredReason;
};

/** The ways in which a client can answer; kept with the answers. */
export const surveyModes = ["in-the-room", "own-device", "paper", "read-aloud"] as const;
export type SurveyMode = (typeof surveyModes)[number];

export const unansweredReasons = [
  "no-time",
  "too-hard",
  "language",
  "technical",
  "lost-contact",
  "other",
] as const;
export type UnansweredReason = (typeof unansweredReasons)[number];

export const notOfferedReasons = [
  "no-contact",
  "not-safe",
  "language",
  "ill-health",
  "other",
] as const;
export type NotOfferedReason = (typeof notOfferedReasons)[number];
