import type { SignKind } from "#access";
import type { AccountId, Instant, IsoDate, MunicipalityCode } from "#kernel";

export type LogReviewSchema = {
  log_reviews: {
    municipality_code: MunicipalityCode;
    review_number: number;
    from_sequence: number;
    through_sequence: number;
    from_at: Instant;
    through_at: Instant;
    read_count: number;
    seed: number;
    begun_by: AccountId;
    begun_at: Instant;
    signed_by: AccountId | null;
    signed_at: Instant | null;
  };
  log_review_marks: {
    municipality_code: MunicipalityCode;
    review_number: number;
    mark_number: number;
    kind: SignKind | "sample";
    account_id: AccountId | null;
    day: IsoDate;
    sequences: readonly number[];
    case_count: number;
    verdict: "in-order" | "follow-up" | null;
    note: string | null;
    settled_by: AccountId | null;
    settled_at: Instant | null;
  };
};
