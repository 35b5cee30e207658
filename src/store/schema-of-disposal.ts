import type { ColumnType, Generated } from "kysely";
import type { AccountId, CaseId, Instant, IsoDate, MunicipalityCode, UnitId } from "#kernel";

/** What was taken away: counts, and no case. */
export type DisposalProtocol = {
  /** By the name of the unit and the year in which what the case is about ended, in that order. */
  readonly cases: readonly {
    readonly unit: string;
    readonly year: number;
    readonly cases: number;
  }[];
  /** That were due and stayed. */
  readonly kept: {
    readonly held: number;
    readonly inRound: number;
    /** Opened since the log was last reviewed; absent in protocols from before this was looked at. */
    readonly notReviewed?: number;
  };
  /** Rows that went, beside the cases themselves. */
  readonly steps: number;
  readonly surveys: number;
  readonly deliveriesEmptied: number;
  /** Nobody else there could have executed it. */
  readonly isAlone: boolean;
};

export type DisposalSchema = {
  disposal_rules: {
    municipality_code: MunicipalityCode;
    rule_number: number;
    years: number;
    decided_by: string;
    decided_on: IsoDate;
    reference: string;
    set_by: AccountId;
    set_at: Instant;
  };
  disposal_holds: {
    municipality_code: MunicipalityCode;
    case_id: CaseId;
    reason: string;
    held_by: AccountId;
    held_at: Instant;
  };
  disposals: {
    municipality_code: MunicipalityCode;
    disposal_number: number;
    rule_number: number;
    case_count: number;
    list_sha256: string;
    proposed_by: AccountId;
    proposed_at: Instant;
    withdrawn_at: Generated<Instant | null>;
    executed_by: Generated<AccountId | null>;
    executed_at: Generated<Instant | null>;
    protocol: ColumnType<DisposalProtocol | null, string | undefined, string>;
    keys_erased_at: Generated<Instant | null>;
  };
  disposal_cases: {
    municipality_code: MunicipalityCode;
    disposal_number: number;
    case_id: CaseId;
  };
  disposed_code_marks: { municipality_code: MunicipalityCode; mark: number };
  survey_gaps: {
    municipality_code: MunicipalityCode;
    unit_id: UnitId;
    arrival_number: number;
    codebook_id: string;
    questions: readonly string[];
  };
};
