/** What travels between browser and server, as JSON. Types only: the web room imports them. */
import type { Role } from "#access";
import type { AnswerSheet, PhaseId, Text } from "#codebook";
import type { AccountId, Instant, IsoDate, Problem } from "#kernel";
import type { CaseState, Change, SurveyState } from "#registration";
import type { Figure, NationChapter } from "#report";

/** Every refusal, of any route: all problems at once, each with its Swedish sentence. */
export type Refusal = {
  readonly problems: readonly (Problem & { readonly sentence: string })[];
  /** With `changed-meanwhile`: the case as it is now. */
  readonly case?: CaseView;
};

/** GET /api/sign-in (public) */
export type SignInOptions = {
  readonly kind: "demo" | "real";
  readonly municipalities: readonly { readonly code: string; readonly name: string }[];
  /** In the demo only: one sign-in per role, by one click. */
  readonly demoAccounts: readonly {
    readonly account: AccountId;
    readonly name: string;
    readonly role: Role;
    readonly unit: string | null;
    readonly municipality: { readonly code: string; readonly name: string };
  }[];
};

/** POST /api/session {municipality, name, password} · POST /api/demo-session {municipality, account} · GET /api/session */
export type SessionView = {
  readonly kind: "demo" | "real";
  readonly account: AccountId;
  readonly name: string;
  readonly municipality: { readonly code: string; readonly name: string };
  readonly grants: readonly {
    readonly role: Role;
    readonly unit: { readonly id: string; readonly name: string } | null;
  }[];
  /** The local coordinator to turn to, shown in «Hjälp»; empty where there is none. */
  readonly contact: string;
};

/** GET /api/start */
export type StartView = {
  readonly todo: readonly Todo[];
  /** In brief: the indicators without pictures, and no variables. */
  readonly figures: UnitFigures | null;
};
export type Todo = {
  readonly kind: "continue" | "close-out" | "offer-survey" | "stale" | "key-in" | "notice";
  readonly caseCode: string | null;
  /** «Avsluta registreringen i M-7F3K-2» */
  readonly sentence: string;
};

/** GET /api/cases?text=&state=open|closed|all&from=0 */
export type CaseList = {
  readonly total: number;
  readonly cases: readonly CaseLine[];
};
export type CaseLine = {
  readonly code: string;
  readonly state: CaseState;
  readonly startedOn: IsoDate;
  readonly birthYear: number | null;
  readonly lastStepAt: Instant;
  readonly completed: readonly PhaseId[];
  readonly assignee: string | null;
  readonly unit: string;
  /** `false`: a colleague's; opening it asks for a reason. */
  readonly mine: boolean;
};

/**
 * POST /api/cases {startedOn, unit} · GET /api/cases/:code · every change below answers with it.
 *
 * Changes carry `Idempotency-Key` (header, a random id; a repeat gives the first answer again).
 * PUT    /api/cases/:code/answers/:variable              {value, basedOn}
 * POST   /api/cases/:code/items                          {group, phase, id}   id: random, by the browser
 * PUT    /api/cases/:code/items/:item/answers/:field     {value, basedOn}
 * DELETE /api/cases/:code/items/:item
 * POST   /api/cases/:code/phases/:phase/completion       {closedOn?}     «after» closes the case
 * POST   /api/cases/:code/phases/:phase/reopening        {reason}
 * POST   /api/cases/:code/reopening                      {reason}
 * PUT    /api/cases/:code/start                          {startedOn}
 * PUT    /api/cases/:code/survey                         {survey}
 * POST   /api/cases/:code/access-reasons                 {reason}        a colleague's case
 * `value` is an AnswerValue or null (take back); `basedOn` the mark's revision that the browser saw,
 * 0 where there was none.
 */
export type CaseView = {
  readonly code: string;
  readonly unit: { readonly id: string; readonly name: string };
  readonly assignee: string | null;
  readonly mine: boolean;
  readonly codebook: string;
  readonly state: CaseState;
  readonly startedOn: IsoDate;
  readonly closedOn: IsoDate | null;
  readonly survey: SurveyState;
  readonly revision: number;
  readonly savedAt: Instant;
  readonly sheet: AnswerSheet;
  readonly marks: { readonly [address: string]: { revision: number; by: string; at: Instant } };
  readonly completed: { readonly [phase in PhaseId]?: { by: string; at: Instant } };
};

/** GET /api/cases/:code/history */
export type CaseHistory = {
  readonly revisions: readonly {
    readonly revision: number;
    readonly at: Instant;
    readonly by: string;
    readonly reason: string | null;
    readonly changes: readonly Change[];
  }[];
};

/** POST /api/survey-answers/:code {answeredOn, answers}: keyed in by the coordinator, never read back. */
export type SurveyReceipt = { readonly caseCode: string; readonly receivedAt: Instant };

/** GET /api/units/:unit/figures: exact, for those who may open the unit's cases; «får ej spridas». */
export type UnitFigures = {
  readonly unit: { readonly id: string; readonly name: string };
  readonly codebook: string;
  readonly cases: number;
  readonly closed: number;
  readonly countedAt: Instant;
  /** In the order of the codebook: first the indicators, then every variable. */
  readonly indicators: readonly Figure[];
  readonly variables: readonly Figure[];
};

/**
 * GET /api/nation: what the latest release says of the nation, from protected tables alone; the same
 * for everybody who is signed in. `null` until something is published.
 */
export type NationView = { readonly nation: Nation | null };
export type Nation = {
  readonly codebook: string;
  readonly round: { readonly id: string; readonly from: IsoDate; readonly through: IsoDate };
  /** How many delivered, and how many deliveries could not be used. */
  readonly municipalities: number;
  readonly unusable: number;
  readonly cases: number | null;
  readonly closed: number | null;
  /** In the codebook's order. A figure of a subgroup's chapter has all cases `beside`. */
  readonly chapters: readonly NationChapter[];
};

/** GET /api/codebooks · GET /api/codebooks/:id */
export type CodebookList = {
  /** The one that new cases are registered under. */
  readonly current: string;
  readonly codebooks: readonly {
    readonly id: string;
    readonly version: string;
    readonly label: Text;
  }[];
};

/** GET /api/notices: who opened a colleague's case, and why (unit manager). */
export type NoticeList = {
  readonly notices: readonly {
    readonly at: Instant;
    readonly by: string;
    readonly caseCode: string;
    readonly reason: string;
  }[];
};

/** GET /api/log?from=0: the municipality's audit chain, newest first (log reviewer). */
export type LogView = {
  readonly intact: boolean;
  readonly brokenAt: number | null;
  readonly entries: readonly {
    readonly sequence: number;
    readonly at: Instant;
    readonly by: string;
    readonly action: string;
    readonly caseCode: string | null;
    readonly details: string;
  }[];
};
