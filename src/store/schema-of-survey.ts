import type { Generated } from "kysely";
import type { AccountId, CaseId, Instant, MunicipalityCode, UnitId } from "#kernel";
import type { InvitedMode } from "#survey";

/** What lets a client answer by herself; her answers stand with the cases, in `schema.ts`. */
export type SurveySchema = {
  survey_invitations: {
    municipality_code: MunicipalityCode;
    invitation_id: string;
    case_id: CaseId;
    unit_id: UnitId;
    mode: InvitedMode;
    language: string;
    invited_by_account_id: AccountId;
    invited_at: Instant;
    expires_at: Instant;
    link_hash: string;
    link_pin_hash: string;
    code_hash: string | null;
    code_pin_hash: string | null;
    pin_tries: Generated<number>;
    opened_at: Generated<Instant | null>;
    answer_key_hash: Generated<string | null>;
    closed_at: Generated<Instant | null>;
    is_answered: Generated<boolean>;
  };
  language_approvals: {
    municipality_code: MunicipalityCode;
    language: string;
    text_hash: string;
    approved_by: string;
    approved_at: Instant;
  };
  client_contacts: {
    municipality_code: MunicipalityCode;
    contact: string;
    data_protection: string;
  };
};
