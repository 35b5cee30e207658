import type { ColumnType, Generated } from "kysely";
import type { Role } from "#access";
import type { Codebook } from "#codebook";
import type {
  AccountId,
  CaseId,
  HalfYear,
  Instant,
  IsoDate,
  JsonValue,
  MunicipalityCode,
  UnitId,
} from "#kernel";
import type { CaseRecord, CaseState, Change, Mark, SurveyState } from "#registration";
import type { SurveyResponse } from "#survey";
import type { DisposalSchema } from "./schema-of-disposal.ts";
import type { LogReviewSchema } from "./schema-of-log-reviews.ts";
import type { RegistrationSessionSchema } from "./schema-of-registration-sessions.ts";
import type { ScreeningSchema } from "./schema-of-screening.ts";
import type { SignInMethod, SigningInSchema } from "./schema-of-signing-in.ts";
import type { SurveySchema } from "./schema-of-survey.ts";

/** Read as the value; written as its JSON text, since the driver would take a list for an SQL array. */
type Jsonb<Value> = ColumnType<Value, string, string>;

type OtherSchema = SurveySchema &
  RegistrationSessionSchema &
  LogReviewSchema &
  SigningInSchema &
  DisposalSchema &
  ScreeningSchema;

/** The tables of `migrations/`, with the types that `open/app-pool.ts` reads them as. */
export type Schema = OtherSchema & {
  database_stamp: { kind: StampKind; created_at: Instant };
  codebooks: {
    codebook_id: string;
    version: string;
    content: Jsonb<Codebook>;
    sha256: string;
    published_at: Instant;
  };
  municipalities: {
    municipality_code: MunicipalityCode;
    kind: OrganisationKind;
    name: string;
    county_code: string | null;
  };
  municipality_settings: { municipality_code: MunicipalityCode; contact: string };
  units: {
    municipality_code: MunicipalityCode;
    unit_id: UnitId;
    name: string;
    is_open_to_colleagues: boolean;
    kind: Generated<UnitKind>;
    serves: Generated<readonly MunicipalityCode[]>;
    survey_arrivals: Generated<number>;
  };
  accounts: {
    municipality_code: MunicipalityCode;
    account_id: AccountId;
    sign_in_name: string;
    sign_in_key: string;
    display_name: string;
    password_hash: string | null;
    created_at: Instant;
    disabled_at: Instant | null;
    totp_sealed: Generated<string | null>;
    totp_last_step: Generated<number | null>;
    last_sign_in_on: Generated<IsoDate | null>;
    known_devices_from: Generated<Instant | null>;
  };
  grants: {
    municipality_code: MunicipalityCode;
    account_id: AccountId;
    role: Role;
    unit_id: UnitId | null;
  };
  sessions: {
    municipality_code: MunicipalityCode;
    token_hash: string;
    account_id: AccountId;
    created_at: Instant;
    last_seen_at: Instant;
    expires_at: Instant;
    revoked_at: Instant | null;
    proved_at: Instant | null;
    method: Generated<SignInMethod>;
    device: Generated<string>;
  };
  sign_in_attempts: {
    municipality_code: MunicipalityCode;
    kind: AttemptKind;
    key: string;
    failures: number;
    last_failure_at: Instant;
  };
  cases: {
    municipality_code: MunicipalityCode;
    case_id: CaseId;
    case_code: string;
    unit_id: UnitId;
    assignee_account_id: AccountId | null;
    codebook_id: string;
    state: CaseState;
    started_on: IsoDate;
    closed_on: IsoDate | null;
    birth_year: number | null;
    revision: number;
    last_step_at: Instant;
    survey: Jsonb<SurveyState>;
    sheet: Jsonb<CaseRecord["sheet"]>;
    marks: Jsonb<CaseRecord["marks"]>;
    completed: Jsonb<CaseRecord["completed"]>;
    shared_unit_id: UnitId | null;
    shared_assignee_account_id: AccountId | null;
    served_municipality_code: MunicipalityCode;
    is_anonymous: boolean;
    previous_case_code: string | null;
    reader_account_ids: readonly AccountId[] | null;
    voided: Jsonb<Mark> | null;
  };
  case_revisions: {
    municipality_code: MunicipalityCode;
    case_id: CaseId;
    revision: number;
    at: Instant;
    account_id: AccountId;
    reason: string | null;
    changes: Jsonb<readonly Change[]>;
  };
  idempotency_keys: {
    municipality_code: MunicipalityCode;
    account_id: AccountId;
    key: string;
    request_sha256: string;
    subject: string;
    created_at: Instant;
  };
  access_reasons: {
    municipality_code: MunicipalityCode;
    access_reason_id: string;
    account_id: AccountId;
    case_id: CaseId;
    reason: string;
    at: Instant;
    until: Instant;
  };
  survey_answers: {
    municipality_code: MunicipalityCode;
    response_id: string;
    case_id: CaseId;
    unit_id: UnitId;
    arrival_number: number;
    mode: SurveyResponse["mode"];
    answered_on: IsoDate;
    answers: Jsonb<SurveyResponse["answers"]>;
  };
  audit_log: {
    municipality_code: MunicipalityCode;
    sequence: number;
    at: Instant;
    account_id: AccountId | null;
    action: string;
    case_id: CaseId | null;
    details: Jsonb<{ readonly [key: string]: JsonValue }>;
    previous_hash: string;
    hash: string;
  };
  audit_heads: { municipality_code: MunicipalityCode; sequence: number; hash: string };
  unit_guidance: {
    municipality_code: MunicipalityCode;
    unit_id: UnitId;
    concept: string;
    guidance: string;
    updated_by: AccountId;
    updated_at: Instant;
  };
  look_alike_dismissals: {
    municipality_code: MunicipalityCode;
    case_id: CaseId;
    other_case_id: CaseId;
    dismissed_by: AccountId;
    dismissed_at: Instant;
  };
  local_drafts: {
    municipality_code: MunicipalityCode;
    revision: number;
    content: ColumnType<unknown, string | null, string | null>;
    updated_by: AccountId;
    updated_at: Instant;
  };
  draft_comments: {
    municipality_code: MunicipalityCode;
    comment_id: string;
    variable_id: string;
    account_id: AccountId;
    at: Instant;
    comment: string;
    settled_at: Instant | null;
  };
  local_codebooks: {
    municipality_code: MunicipalityCode;
    codebook_id: string;
    version: string;
    number: number;
    overlay: Jsonb<Codebook>;
    note: string;
    published_by: AccountId;
    published_at: Instant;
  };
  local_releases: {
    municipality_code: MunicipalityCode;
    half_year: HalfYear;
    codebook_id: string;
    content: Jsonb<JsonValue>;
    sha256: string;
    frozen_by: AccountId;
    frozen_at: Instant;
  };
  document_words: {
    municipality_code: MunicipalityCode;
    kind: string;
    source: string;
    revision: number;
    comments: string;
    talk_about: string;
    updated_by: AccountId;
    updated_at: Instant;
  };
  saved_views: {
    municipality_code: MunicipalityCode;
    account_id: AccountId;
    view_id: string;
    name: string;
    question: Jsonb<JsonValue>;
    codebook_id: string;
    codebook_version: string;
    counted_from: string;
    saved_at: Instant;
  };
  rounds: {
    municipality_code: MunicipalityCode;
    round_id: string;
    invitation: Jsonb<JsonValue>;
    created_by: AccountId;
    created_at: Instant;
    ended_at: Instant | null;
  };
  round_participants: {
    municipality_code: MunicipalityCode;
    round_id: string;
    participant_code: MunicipalityCode;
    name: string;
    county_code: string;
    signing_keys: readonly string[];
    checked_at: Instant | null;
    reminded_at: Instant | null;
    left_at: Instant | null;
    participation: Jsonb<JsonValue> | null;
  };
  incoming_deliveries: {
    municipality_code: MunicipalityCode;
    round_id: string;
    delivery_id: string;
    participant_code: MunicipalityCode | null;
    way: DeliveryWay;
    arrived_at: Instant;
    package_bytes: number;
    state: IncomingState;
    heading: ColumnType<JsonValue, string | null, string | null>;
    case_count: number | null;
    problems: Jsonb<JsonValue>;
    differences: ColumnType<JsonValue, string | null, string | null>;
    decided_by: AccountId | null;
    decided_at: Instant | null;
  };
  incoming_pieces: {
    municipality_code: MunicipalityCode;
    round_id: string;
    delivery_id: string;
    piece_number: number;
    content: Uint8Array;
  };
  published_releases: {
    municipality_code: MunicipalityCode;
    round_id: string;
    publication: number;
    is_interim: boolean;
    folder: string;
    sha256: string;
    verdict: string;
    published_by: AccountId | null;
    published_at: Instant;
  };
  agreements: {
    municipality_code: MunicipalityCode;
    round_id: string;
    invitation: Jsonb<JsonValue>;
    level: LeavingLevel;
    decided_by: string;
    decided_on: IsoDate;
    reference: string;
    entered_by: AccountId;
    entered_at: Instant;
    ended_at: Instant | null;
  };
  made_deliveries: {
    municipality_code: MunicipalityCode;
    round_id: string;
    sequence: number;
    is_withdrawal: boolean;
    level: LeavingLevel;
    stated_cases: number | null;
    case_count: number;
    content: string;
    sha256: string;
    made_by: AccountId;
    made_at: Instant;
    way: DeliveryWay | null;
    sent_by: AccountId | null;
    sent_at: Instant | null;
    receipt: ColumnType<JsonValue, string | null, string | null>;
    content_disposed_at: Generated<Instant | null>;
  };
  made_delivery_cases: {
    municipality_code: MunicipalityCode;
    round_id: string;
    sequence: number;
    case_id: CaseId;
    digest: string;
  };
  actions: {
    municipality_code: MunicipalityCode;
    action_id: string;
    revision: number;
    round_id: string;
    about: string | null;
    intention: string;
    responsible: string;
    due_on: IsoDate | null;
    state: ActionState;
    outcome: string;
    is_shared: boolean;
    updated_by: AccountId;
    updated_at: Instant;
  };
  shared_actions: {
    municipality_code: MunicipalityCode;
    round_id: string;
    participant_code: MunicipalityCode;
    action_id: string;
    content: Jsonb<JsonValue>;
    arrived_at: Instant;
  };
};

/** Over the network, or as a file that somebody carried. */
export type DeliveryWay = "network" | "file";
/** `quarantined`: the program refused it; `waiting`: sound, and a person decides. */
export type IncomingState = "quarantined" | "waiting" | "accepted" | "declined";
/** How much leaves; as the delivery's own format names it. */
export type LeavingLevel = "rows" | "coarse-rows" | "counts";
export type ActionState = "planned" | "under-way" | "done" | "dropped";

/** What a unit does: decides on support, gives it, or both. */
export type UnitKind = "authority" | "provider" | "both";

/** Stamped when a database is made, for good: invented cases must never mix with true ones. */
export type StampKind = "demo" | "real";
export type OrganisationKind = "municipality" | "county" | "nation";
/** Of a name, of a network address, and of a browser that its owner has signed in by before. */
export type AttemptKind = "account" | "address" | "device";
