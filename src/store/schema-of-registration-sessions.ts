import type { AccountId, CaseId, Instant, MunicipalityCode, UnitId } from "#kernel";

export type RegistrationSessionSchema = {
  registration_sessions: {
    municipality_code: MunicipalityCode;
    session_id: string;
    unit_id: UnitId;
    name: string;
    opened_by: AccountId;
    opened_at: Instant;
    closed_at: Instant | null;
  };
  session_participants: {
    municipality_code: MunicipalityCode;
    session_id: string;
    account_id: AccountId;
    joined_at: Instant;
  };
  session_cases: {
    municipality_code: MunicipalityCode;
    session_id: string;
    case_id: CaseId;
    account_id: AccountId;
    taken_at: Instant;
    outcome: "done" | "later" | null;
    settled_at: Instant | null;
  };
  session_questions: {
    municipality_code: MunicipalityCode;
    session_id: string;
    account_id: AccountId;
    variable_id: string;
    opened_at: Instant;
  };
  session_hands: {
    municipality_code: MunicipalityCode;
    session_id: string;
    concept: string;
    account_id: AccountId;
    raised_at: Instant;
  };
};
