/** What travels between browser and server, as JSON. Types only: the web room imports them. */
import type { Role } from "#access";
import type { AnswerSheet, PhaseId, Text } from "#codebook";
import type { AccountId, Instant, IsoDate, Problem } from "#kernel";
import type { CaseState, Change, Override, SurveyState } from "#registration";
import type { Figure } from "#report";
import type { UnitQuality } from "./wire-of-units.ts";

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
  /** Nobody is here yet: whoever has the secret that the terminal showed makes the first account. */
  readonly isFirstRun: boolean;
  /** Providers of identities, each for one municipality. */
  readonly providers: readonly {
    readonly id: string;
    readonly name: string;
    readonly municipality: string;
  }[];
  /** As in `SessionView`. */
  readonly practiceAt?: string;
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
    readonly unit: {
      readonly id: string;
      readonly name: string;
      /** The municipalities beside its own that it receives people from; left out: none. */
      readonly serves?: readonly { readonly code: string; readonly name: string }[];
    } | null;
  }[];
  /** All the municipality's units: a role may be held in every one of them. */
  readonly units: readonly { readonly id: string; readonly name: string }[];
  /** The local coordinator to turn to, shown in «Hjälp»; empty where there is none. */
  readonly contact: string;
  /** Where people practise with invented cases, apart from these; left out: nowhere. */
  readonly practiceAt?: string;
};

/** GET /api/start */
export type StartView = {
  readonly todo: readonly Todo[];
  /** The lines after those, the most urgent first: unfolded on Start. */
  readonly more: readonly Todo[];
  /** How many lines there are besides; 0 for nearly everybody. */
  readonly unsent: number;
  /** The unit has not registered anything for a while: how to catch up; `null` otherwise. */
  readonly pause: Pause | null;
  /** Registration sessions that are open in the units of the one who asks. */
  readonly sessions: readonly {
    readonly id: string;
    readonly name: string;
    readonly unit: { readonly id: string; readonly name: string };
  }[];
  /** In brief: the indicators without pictures, and no variables. */
  readonly figures: UnitFigures | null;
  /** The state of registration in the units of a coordinator or manager; the first few of them. */
  readonly quality: readonly UnitQuality[];
  /** To whoever delivers: the round whose cut-off comes within thirty days; `null`: none does. */
  readonly delivery: DeliveryDue | null;
};

export type DeliveryDue = {
  readonly round: string;
  readonly name: string;
  readonly cutOff: Instant;
  /** Something has left, and has not been taken back. */
  readonly hasDelivered: boolean;
};

/** «Välkommen tillbaka»: never a reproach. Counted for the unit, never for a person. */
export type Pause = {
  readonly days: number;
  readonly steps: readonly { readonly sentence: string; readonly path: string }[];
};

export type Todo = {
  readonly kind:
    | "continue"
    | "missing"
    | "reassess"
    | "close-out"
    | "offer-survey"
    | "stale"
    | "key-in"
    | "notice"
    | "hand-over"
    | "recovery"
    | "power"
    | "first-run"
    | "unassigned"
    | "log-review"
    | "look-alike"
    | "backup"
    | "delivery"
    | "campaign";
  readonly caseCode: string | null;
  /** «Avsluta registreringen i M-7F3K-2» */
  readonly sentence: string;
  /** The page where it is done: `/arenden/M-7F3K-2?fas=before&fraga=V07`. */
  readonly path: string;
};

/** GET /api/cases?text=&state=open|closed|voided|all&assignee=none&from=0; `assignee=none`: only those without one. */
export type CaseList = {
  /** Counted up to a thousand, or to the page that is asked for. */
  readonly total: number;
  /** There are more than `total`. */
  readonly isMore: boolean;
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
  /** The other unit that works on it. */
  readonly sharedWith: string | null;
  readonly isRestricted: boolean;
  readonly isVoided: boolean;
  /** `false`: a colleague's; opening it asks for a reason. */
  readonly mine: boolean;
};

/**
 * POST /api/cases {startedOn, unit, servedMunicipality?, isAnonymous?, previousCode?} · GET /api/cases/:code · every change below answers with it.
 *
 * Changes carry `Idempotency-Key` (header, a random id; a repeat gives the first answer again).
 * PUT    /api/cases/:code/answers/:variable              {value, basedOn}
 * POST   /api/cases/:code/items                          {group, phase, id}   id: random, by the browser
 * PUT    /api/cases/:code/items/:item/answers/:field     {value, basedOn}
 * DELETE /api/cases/:code/items/:item
 * POST   /api/cases/:code/phases/:phase/completion       {closedOn?, overrides?}  «after» closes it
 * POST   /api/cases/:code/phases/:phase/reopening        {reason}
 * POST   /api/cases/:code/reopening                      {reason}
 * PUT    /api/cases/:code/start                          {startedOn}
 * PUT    /api/cases/:code/survey                         {survey}
 * POST   /api/cases/:code/access-reasons                 {reason}        a colleague's case
 * PUT    /api/cases/:code/assignee                       {assignee}      an account id, or null
 * PUT    /api/cases/:code/share                          {share}         {unit, assignee|null}, or null
 * PUT    /api/cases/:code/unit                           {unit, reason}  transfers it, with its history
 * PUT    /api/cases/:code/served-municipality            {servedMunicipality}
 * PUT    /api/cases/:code/previous-case                  {previousCode}  or null
 * PUT    /api/cases/:code/readers                        {readers, seen} account ids, or null
 * POST   /api/cases/:code/voiding                        {reason}
 * POST   /api/cases/:code/restoring                      {reason}
 * `value` is an AnswerValue or null (take back); `basedOn` the mark's revision that the browser saw,
 * 0 where there was none.
 */
export type CaseView = {
  readonly code: string;
  readonly unit: { readonly id: string; readonly name: string };
  readonly assignee: string | null;
  readonly mine: boolean;
  /** Whether the one who asks manages it: hands it over, shares, transfers, voids. */
  readonly managed: boolean;
  readonly sharedWith: {
    readonly unit: { readonly id: string; readonly name: string };
    readonly assignee: string | null;
  } | null;
  /** Whose inhabitant the client is; `null`: the own municipality's. */
  readonly servedMunicipality: { readonly code: string; readonly name: string } | null;
  readonly isAnonymous: boolean;
  readonly previousCode: string | null;
  /** Names; `null`: not restricted. */
  readonly readers: readonly string[] | null;
  /** With the reason that stands in the history. */
  readonly voided: {
    readonly by: string;
    readonly at: Instant;
    readonly reason: string | null;
  } | null;
  readonly codebook: string;
  readonly state: CaseState;
  readonly startedOn: IsoDate;
  readonly closedOn: IsoDate | null;
  readonly survey: SurveyState;
  readonly revision: number;
  readonly savedAt: Instant;
  readonly sheet: AnswerSheet;
  readonly marks: { readonly [address: string]: { revision: number; by: string; at: Instant } };
  readonly completed: {
    readonly [phase in PhaseId]?: { by: string; at: Instant; overrides?: readonly Override[] };
  };
};

/** GET /api/cases/:code/circle: who there is to choose among; ids and names, nothing of the case. */
export type CaseCircle = {
  readonly assignee: AccountId | null;
  readonly shareAssignee: AccountId | null;
  readonly readers: readonly AccountId[] | null;
  /** In Swedish order, as the people in them. */
  readonly units: readonly {
    readonly id: string;
    readonly name: string;
    readonly isOwner: boolean;
    readonly isSharing: boolean;
    /** Case workers, and who else may be named as readers. */
    readonly people: readonly {
      readonly account: AccountId;
      readonly name: string;
      readonly roles: readonly Role[];
    }[];
  }[];
  /** The own one, and those that the unit receives people from. */
  readonly municipalities: readonly { readonly code: string; readonly name: string }[];
};

/** GET /api/cases/:code/look-alikes: cases that she may open without giving a reason. */
export type CaseLookAlikes = { readonly codes: readonly string[] };

/** GET /api/cases/:code/history */
export type CaseHistory = {
  readonly revisions: readonly {
    readonly revision: number;
    readonly at: Instant;
    readonly by: string;
    readonly reason: string | null;
    readonly changes: readonly Change[];
  }[];
  /** Of the people, units and municipalities that the changes name by their ids. */
  readonly names: { readonly [id: string]: string };
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
  /** Who has been given a role that opens cases in the manager's units; the latest first. */
  readonly newcomers: readonly {
    readonly at: Instant;
    readonly name: string;
    readonly role: Role;
    /** `null`: all units. */
    readonly unit: string | null;
    readonly by: string;
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
