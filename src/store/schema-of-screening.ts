import type { ColumnType, Generated } from "kysely";
import type { AccountId, Instant, IsoDate, JsonValue, MunicipalityCode, UnitId } from "#kernel";
import type {
  CampaignId,
  CampaignUnit,
  Combination,
  Instrument,
  Moment,
  ObstacleAction,
  Routine,
} from "#screening";

/** Read as the value; written as its JSON text. */
type Jsonb<Value> = ColumnType<Value, string, string>;

/** What is planned and told has somebody's name; what is counted has nobody's, and no time but its day. */
export type ScreeningSchema = {
  campaigns: {
    municipality_code: MunicipalityCode;
    campaign_id: CampaignId;
    revision: number;
    name: string;
    first_day: IsoDate;
    last_day: IsoDate;
    routine: Routine | null;
    follows: string | null;
    units: Jsonb<readonly CampaignUnit[]>;
    instrument: Jsonb<Instrument>;
    contacts: string;
    goals: string;
    guide: string;
    round_id: string | null;
    tells_receiver: Generated<boolean>;
    closed_at: Generated<Instant | null>;
    updated_by: AccountId;
    updated_at: Instant;
  };
  meeting_days: {
    municipality_code: MunicipalityCode;
    campaign_id: CampaignId;
    unit_id: UnitId;
    day: IsoDate;
    meeting_count: number;
    first_answers: Jsonb<{ readonly [answer: Combination]: number }>;
    logged_count: Generated<number>;
    is_settled: Generated<boolean>;
  };
  meeting_tallies: {
    municipality_code: MunicipalityCode;
    campaign_id: CampaignId;
    unit_id: UnitId;
    day: IsoDate;
    combination: Combination;
    tally_count: number;
  };
  meeting_receipts: {
    municipality_code: MunicipalityCode;
    campaign_id: CampaignId;
    receipt_key: string;
    content: string;
    day: IsoDate;
    is_pile: boolean;
    is_undone: boolean;
  };
  confidence_tallies: {
    municipality_code: MunicipalityCode;
    campaign_id: CampaignId;
    moment: Moment;
    answer: string;
    tally_count: number;
  };
  obstacle_actions: {
    municipality_code: MunicipalityCode;
    action_id: string;
    revision: number;
    campaign_id: CampaignId;
    obstacle: number;
    intention: string;
    responsible: string;
    due_on: IsoDate | null;
    outcome: string;
    state: ObstacleAction["state"];
    carried_from: string | null;
    updated_by: AccountId;
    updated_at: Instant;
  };
  unit_checklists: {
    municipality_code: MunicipalityCode;
    unit_id: UnitId;
    revision: number;
    steps: string;
    contacts: string;
    updated_by: AccountId;
    updated_at: Instant;
  };
  text_packs: {
    municipality_code: MunicipalityCode;
    pack_id: string;
    name: string;
    version: string;
    licence: string;
    introduction: string;
    questions: readonly string[];
    loaded_by: AccountId;
    loaded_at: Instant;
  };
  campaign_results: {
    municipality_code: MunicipalityCode;
    campaign_id: CampaignId;
    codebook_id: string;
    content: Jsonb<JsonValue>;
    sha256: string;
    kept_at: Instant;
  };
};
