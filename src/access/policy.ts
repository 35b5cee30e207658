import type { Role } from "./role.ts";

/**
 * Who may use a route. `municipality` asks for the role anywhere in the own municipality; `unit` for
 * the role in the unit that the address names; the case scopes look at the case itself:
 * `case-read` — its assignee, its unit's manager, or a colleague in the unit who has given a reason;
 * `case-write` — its assignee, or a colleague who has given a reason;
 * `case-open` — a colleague who may give that reason (and the assignee, harmlessly);
 * `case-manage` — its unit's manager; with the role caseWorker in the line also its assignee;
 * `case-survey` — a coordinator of its unit, who never sees the case's answers.
 * Of a shared case both units count as its own, but only the owner's manager manages it. A restricted
 * case exists for its named readers alone, whatever the scope.
 */
export type Scope =
  | "anyone"
  | "signed-in"
  | "municipality"
  | "unit"
  | "case-read"
  | "case-write"
  | "case-open"
  | "case-manage"
  | "case-survey";

export type PolicyLine = {
  readonly scope: Scope;
  /** Empty for `anyone` and `signed-in`. */
  readonly roles: readonly Role[];
  /** Exists in data folders stamped demo only. */
  readonly demoOnly?: true;
  /** Asks for a proof of who she is that is at most ten minutes old: for exports, keys, accounts, backups. */
  readonly stepUp?: true;
  /** No log of the program tells when it was asked: the moment would say who did what is counted. */
  readonly untold?: true;
};

const anyone = { scope: "anyone", roles: [] } as const;
const signedIn = { scope: "signed-in", roles: [] } as const;

function only<Held extends Exclude<Scope, "anyone" | "signed-in">>(
  scope: Held,
  ...roles: readonly Role[]
): { readonly scope: Held; readonly roles: readonly Role[] } {
  return { scope, roles };
}

/** For rows that leave and to whom, and for keys, accounts and backups: she has just proved who she is. */
function proved<Line extends PolicyLine>(line: Line): Line & { readonly stepUp: true } {
  return { ...line, stepUp: true };
}

/** For what is counted without a trace of who counted it: no row and no line is written of the request. */
function untold<Line extends PolicyLine>(line: Line): Line & { readonly untold: true } {
  return { ...line, untold: true };
}

/** Those who read the municipality's own figures. */
const readers = ["caseWorker", "unitManager", "coordinator", "analyst", "committeeReader"] as const;

/** Those of them who prepare what others read. */
const writers = ["caseWorker", "unitManager", "coordinator", "analyst"] as const;

/** Those who meet clients, and lead those who do. */
const meeting = ["caseWorker", "unitManager", "coordinator"] as const;

/** Those who receive what municipalities deliver. */
const receivers = ["regionalLead", "nationalAnalyst"] as const;

/** Deny by default: a route that has no line here cannot be written, and the suite fails. */
export const policy = {
  // Pages and files of the program itself: the same for everybody, without data.
  "GET /assets/*": anyone,
  "GET /health": anyone,
  // Numbers about the program's work: whoever asks from this machine, or knows the token.
  "GET /metrics": anyone,
  // What has been published: for everybody, and nobody is asked who she is.
  "GET /publicerat": anyone,
  "GET /publicerat/stil.css": anyone,
  "GET /publicerat/data/:file": anyone,
  "GET /publicerat/:place": anyone,
  "GET /publicerat/:place/:chapter": anyone,
  "GET /publicerat/:place/:chapter/:table": anyone,
  // The client's survey: nobody signs in; what lets her in is a link or a code, and four digits.
  "GET /e": anyone,
  "GET /e/lamna": anyone,
  "GET /e/klart": anyone,
  "GET /e/:way": anyone,
  "POST /e/oppna": anyone,
  "POST /e/svar": anyone,
  "GET /*": anyone,

  "GET /api/sign-in": anyone,
  "POST /api/session": anyone,
  "POST /api/demo-session": { ...anyone, demoOnly: true },
  "GET /api/session": signedIn,
  "DELETE /api/session": signedIn,
  // Proving it once more, and with what: her own ways in, and where she is signed in.
  "POST /api/session/proof": signedIn,
  "GET /api/own-account": signedIn,
  "DELETE /api/own-account/sessions/:handle": signedIn,
  "POST /api/own-account/password": proved(signedIn),
  "POST /api/own-account/passkeys/challenge": proved(signedIn),
  "POST /api/own-account/passkeys": proved(signedIn),
  "DELETE /api/own-account/passkeys/:passkey": proved(signedIn),
  "POST /api/passkey-challenge": anyone,
  "POST /api/passkey-session": anyone,
  "GET /logga-in/via/:provider": anyone,
  "GET /logga-in/klar": anyone,
  // A one-time link: opened to see whose it is, and used to choose how to come in.
  "POST /api/account-link": anyone,
  "POST /api/account-link/passkey-challenge": anyone,
  "POST /api/account-link/way-in": anyone,

  // The first start of an empty installation: by the secret that the terminal showed, and then by the
  // administrator who came of it.
  "POST /api/first-run": anyone,
  "GET /api/first-run": only("municipality", "administrator"),
  "PUT /api/first-run/codebook": only("municipality", "administrator"),
  "PUT /api/first-run/end": only("municipality", "administrator"),

  // People and units.
  "GET /api/people": only("municipality", "administrator"),
  "POST /api/people": proved(only("municipality", "administrator")),
  "GET /api/people/:account": only("municipality", "administrator"),
  "PUT /api/people/:account": proved(only("municipality", "administrator")),
  "POST /api/people/:account/link": proved(only("municipality", "administrator")),
  "POST /api/people/:account/leave": proved(only("municipality", "administrator")),
  "POST /api/people/:account/return": proved(only("municipality", "administrator")),
  "DELETE /api/people/:account/sessions": only("municipality", "administrator"),
  "POST /api/people/:account/recovery": proved(only("municipality", "administrator")),
  "PUT /api/recoveries/:recovery": proved(only("municipality", "administrator")),
  "GET /api/units": only("municipality", "administrator"),
  "POST /api/units": proved(only("municipality", "administrator")),
  "PUT /api/units/:unit": proved(only("municipality", "administrator")),

  "GET /api/codebooks": signedIn,
  "GET /api/codebooks/:id": signedIn,
  "GET /api/start": signedIn,
  "GET /api/nation": signedIn,
  "GET /api/nation/table": signedIn,
  "GET /api/nation/regions/:region": signedIn,
  "GET /api/nation/regions/:region/table": signedIn,
  "GET /api/comparison": signedIn,
  "GET /api/comparison/table": signedIn,
  // Parts of frozen sets; a municipality's own half-years are for those who may read them whole.
  "GET /api/published/exploration": signedIn,
  "GET /api/published/exploration/table": signedIn,
  "GET /api/saved-views": signedIn,
  "POST /api/saved-views": signedIn,
  "DELETE /api/saved-views/:view": signedIn,

  // The municipality's own frozen figures: for everybody there, also who may not open a unit's cases.
  "GET /api/local-releases": only("municipality", ...readers),
  "GET /api/local-releases/:halfYear": only("municipality", ...readers),
  "GET /api/local-releases/:halfYear/table": only("municipality", ...readers),
  "GET /api/local-releases/:halfYear/results": only("municipality", ...readers),
  "GET /api/local-releases/:halfYear/results/table": only("municipality", ...readers),
  "GET /api/documents": only("municipality", ...readers),
  "GET /api/documents/:kind/:source": only("municipality", ...readers),
  "GET /api/documents/:kind/:source/pdf": only("municipality", ...readers),
  "PUT /api/documents/:kind/:source/words": only("municipality", ...writers),
  "POST /api/local-releases": only("municipality", "coordinator", "unitManager"),

  "GET /api/cases": only("municipality", "caseWorker", "unitManager"),
  "POST /api/cases": only("municipality", "caseWorker"),
  "GET /api/cases/:code": only("case-read", "caseWorker", "unitManager"),
  "GET /api/cases/:code/history": only("case-read", "caseWorker", "unitManager"),
  "POST /api/cases/:code/access-reasons": only("case-open", "caseWorker"),
  "PUT /api/cases/:code/start": only("case-write", "caseWorker"),
  "PUT /api/cases/:code/survey": only("case-write", "caseWorker"),
  "POST /api/cases/:code/reopening": only("case-write", "caseWorker"),
  "PUT /api/cases/:code/answers/:variable": only("case-write", "caseWorker"),
  "POST /api/cases/:code/items": only("case-write", "caseWorker"),
  "PUT /api/cases/:code/items/:item/answers/:variable": only("case-write", "caseWorker"),
  "DELETE /api/cases/:code/items/:item": only("case-write", "caseWorker"),
  "POST /api/cases/:code/phases/:phase/completion": only("case-write", "caseWorker"),
  "POST /api/cases/:code/phases/:phase/reopening": only("case-write", "caseWorker"),

  // The case's life: whose it is, who shares it, who may see it at all.
  "GET /api/cases/:code/lookers": only("case-manage", "unitManager", "caseWorker"),
  // What the client has a right to see: of the case, and apart from it her own answers.
  "GET /api/cases/:code/extract": proved(only("case-manage", "unitManager", "caseWorker")),
  "GET /api/survey-answers/:code/extract": proved(only("case-survey", "coordinator")),
  "GET /api/cases/:code/circle": only("case-read", "caseWorker", "unitManager"),
  "PUT /api/cases/:code/assignee": only("case-manage", "unitManager"),
  "PUT /api/cases/:code/share": only("case-manage", "unitManager", "caseWorker"),
  "PUT /api/cases/:code/unit": only("case-manage", "unitManager"),
  "PUT /api/cases/:code/served-municipality": only("case-write", "caseWorker"),
  "PUT /api/cases/:code/previous-case": only("case-write", "caseWorker"),
  "PUT /api/cases/:code/readers": only("case-manage", "unitManager"),
  "POST /api/cases/:code/voiding": only("case-manage", "unitManager"),
  "POST /api/cases/:code/restoring": only("case-manage", "unitManager"),
  "GET /api/cases/:code/look-alikes": only("case-read", "caseWorker", "unitManager"),
  "GET /api/cases/:code/survey-invitations": only("case-read", "caseWorker", "unitManager"),
  "POST /api/cases/:code/survey-invitations": only("case-write", "caseWorker"),
  "DELETE /api/cases/:code/survey-invitations": only("case-write", "caseWorker"),
  "POST /api/survey-answers/:code": only("case-survey", "coordinator"),
  "GET /api/waiting-surveys": only("municipality", "coordinator"),

  // What clients are given to read, and in which languages: printed by all who meet them.
  "GET /papper/enkat/:language": only("municipality", ...meeting),
  "GET /papper/information/:language": only("municipality", ...meeting),
  "GET /api/survey-languages": only("municipality", ...meeting),
  "PUT /api/survey-languages/:language/approval": only(
    "municipality",
    "coordinator",
    "unitManager",
  ),
  "DELETE /api/survey-languages/:language/approval": only(
    "municipality",
    "coordinator",
    "unitManager",
  ),
  "GET /api/client-contacts": only("municipality", ...meeting),
  "PUT /api/client-contacts": only("municipality", "coordinator", "unitManager"),

  // A unit's work. Nothing here is told per worker but how many open cases there are to hand over.
  "GET /api/units/:unit/figures": only("unit", "caseWorker", "unitManager"),
  "GET /api/units/:unit/results": only("unit", "caseWorker", "unitManager"),
  "GET /api/units/:unit/comparison": only("unit", "caseWorker", "unitManager"),
  "GET /api/units/:unit/exploration": only("unit", "caseWorker", "unitManager"),
  "GET /api/units/:unit/caseloads": only("unit", "unitManager"),
  "POST /api/units/:unit/hand-over": only("unit", "unitManager"),
  "GET /api/units/:unit/quality": only("unit", "coordinator", "unitManager"),
  "GET /api/units/:unit/look-alikes": only("unit", "coordinator", "unitManager"),
  "POST /api/units/:unit/look-alikes/dismissal": only("unit", "coordinator", "unitManager"),
  "GET /api/units/:unit/guidance": only("unit", "caseWorker", "coordinator", "unitManager"),
  "PUT /api/units/:unit/guidance/:concept": only("unit", "coordinator", "unitManager"),

  "GET /api/units/:unit/sessions": only("unit", "caseWorker", "coordinator", "unitManager"),
  "POST /api/units/:unit/sessions": only("unit", "coordinator", "unitManager"),
  "GET /api/units/:unit/sessions/:session": only(
    "unit",
    "caseWorker",
    "coordinator",
    "unitManager",
  ),
  "POST /api/units/:unit/sessions/:session/closing": only("unit", "coordinator", "unitManager"),
  "POST /api/units/:unit/sessions/:session/participation": only("unit", "caseWorker"),
  "POST /api/units/:unit/sessions/:session/next-case": only("unit", "caseWorker"),
  "PUT /api/units/:unit/sessions/:session/outcome": only("unit", "caseWorker"),
  "GET /api/units/:unit/sessions/:session/unanswered/:variable": only("unit", "caseWorker"),
  "PUT /api/units/:unit/sessions/:session/hands/:concept": only(
    "unit",
    "caseWorker",
    "coordinator",
    "unitManager",
  ),
  "DELETE /api/units/:unit/sessions/:session/hands/:concept": only(
    "unit",
    "caseWorker",
    "coordinator",
    "unitManager",
  ),

  // A municipality's own variables: talked over by those who register, published by those who lead.
  "GET /api/local-codebook": only("municipality", "caseWorker", "coordinator", "unitManager"),
  "PUT /api/local-codebook/draft": only("municipality", "coordinator", "unitManager"),
  "DELETE /api/local-codebook/draft": only("municipality", "coordinator", "unitManager"),
  "POST /api/local-codebook/comments": only(
    "municipality",
    "caseWorker",
    "coordinator",
    "unitManager",
  ),
  "POST /api/local-codebook/comments/:comment/settlement": only(
    "municipality",
    "coordinator",
    "unitManager",
  ),
  "POST /api/local-codebook/publication": only("municipality", "coordinator", "unitManager"),

  // Campaigns of asking about violence. Those who meet people note what came of it, each in her own unit.
  "GET /api/campaigns": only("municipality", ...readers),
  "GET /api/campaigns/:campaign": only("municipality", ...readers),
  "PUT /api/campaigns/:campaign": only("municipality", "coordinator", "unitManager"),
  "POST /api/campaigns/:campaign/meetings": untold(only("municipality", ...meeting)),
  "POST /api/campaigns/:campaign/meetings/undo": untold(only("municipality", ...meeting)),
  "POST /api/campaigns/:campaign/piles": untold(only("municipality", ...meeting)),
  "GET /api/campaigns/:campaign/confidence": only("municipality", ...readers),
  "POST /api/campaigns/:campaign/confidence": untold(only("municipality", ...meeting)),
  "GET /api/campaigns/:campaign/obstacles": only("municipality", ...readers),
  "PUT /api/campaigns/:campaign/obstacles/:action": only(
    "municipality",
    "coordinator",
    "unitManager",
  ),
  // Its ended days become figures: protected for everybody there, exact for the unit's own people.
  "POST /api/campaigns/:campaign/closing": only("municipality", "coordinator", "unitManager"),
  "GET /api/campaigns/:campaign/results": only("municipality", ...readers),
  "GET /api/campaigns/:campaign/results/table": only("municipality", ...readers),
  // What was published of the municipalities together: for the county that compiled it, and all who took part.
  "GET /api/campaign-rounds/:round/results": only("municipality", ...readers, ...receivers),
  "GET /api/units/:unit/campaigns/:campaign/results": only("unit", "caseWorker", "unitManager"),
  "GET /api/units/:unit/checklist": only("unit", ...meeting),
  "PUT /api/units/:unit/checklist": only("unit", "coordinator", "unitManager"),
  "GET /api/text-packs": only("municipality", ...meeting),
  "POST /api/text-packs": only("municipality", "coordinator", "unitManager"),
  "DELETE /api/text-packs/:pack": only("municipality", "coordinator", "unitManager"),

  // What a municipality delivers: seen by those who lead, sent by whoever coordinates.
  "GET /api/deliveries": only("municipality", "coordinator", "unitManager"),
  "GET /api/deliveries/:round/check": only("municipality", "coordinator", "unitManager"),
  "GET /api/deliveries/:round/:sequence": only("municipality", "coordinator"),
  "POST /api/invitations": only("municipality", "coordinator"),
  "POST /api/agreements": proved(only("municipality", "coordinator")),
  "PUT /api/agreements/:round": proved(only("municipality", "coordinator")),
  "POST /api/deliveries/:round/preparation": only("municipality", "coordinator"),
  "POST /api/deliveries/:round/withdrawal": only("municipality", "coordinator"),
  "POST /api/deliveries/:round/return": only("municipality", "coordinator"),
  "POST /api/deliveries/:round/return/file": only("municipality", "coordinator"),
  "POST /api/deliveries/:round/:sequence/sending": proved(only("municipality", "coordinator")),
  "POST /api/deliveries/:round/:sequence/package": proved(only("municipality", "coordinator")),
  "POST /api/deliveries/:round/:sequence/receipt": only("municipality", "coordinator"),

  // What a county or the nation compiles: packages, participants and releases, and no row of anybody's.
  "GET /api/rounds": only("municipality", ...receivers),
  "POST /api/rounds": only("municipality", ...receivers),
  "GET /api/rounds/:round": only("municipality", ...receivers),
  "GET /api/rounds/:round/invitation": only("municipality", ...receivers),
  "GET /api/rounds/:round/calendar": only("municipality", ...receivers),
  "GET /api/rounds/:round/actions": only("municipality", ...receivers),
  "POST /api/rounds/:round/ending": only("municipality", ...receivers),
  "POST /api/rounds/:round/participants": proved(only("municipality", ...receivers)),
  "PUT /api/rounds/:round/participants/:participant": proved(only("municipality", ...receivers)),
  "POST /api/rounds/:round/reminders": only("municipality", ...receivers),
  "POST /api/rounds/:round/deliveries": only("municipality", ...receivers),
  "POST /api/rounds/:round/deliveries/:delivery/decision": only("municipality", ...receivers),
  "GET /api/rounds/:round/release": only("municipality", ...receivers),
  "POST /api/rounds/:round/release": only("municipality", ...receivers),
  "DELETE /api/rounds/:round/release": only("municipality", ...receivers),
  "POST /api/rounds/:round/release/publication": proved(only("municipality", ...receivers)),
  "GET /api/rounds/:round/release/file": proved(only("municipality", ...receivers)),

  // Of strangers nothing is believed but a signature that the receiver knows; what comes back is public.
  "POST /api/intake/:receiver/:round/deliveries": anyone,
  "POST /api/intake/:receiver/:round/notes": anyone,
  "GET /api/intake/:receiver/:round/release": anyone,

  // What a municipality changes because of its figures.
  "GET /api/actions": only("municipality", ...readers),
  "PUT /api/actions/:action": only("municipality", "coordinator", "unitManager", "analyst"),
  "DELETE /api/actions/:action": only("municipality", "coordinator", "unitManager", "analyst"),

  // Disposal takes all of a municipality's cases together: the handler asks for the role in every unit.
  // The machine's backups, of everything on it: whoever has the administrator's role and is alone here.
  "GET /api/backups": only("municipality", "administrator"),
  "PUT /api/backups/plan": proved(only("municipality", "administrator")),
  "POST /api/backups/runs": proved(only("municipality", "administrator")),
  "POST /api/backups/drills": proved(only("municipality", "administrator")),
  "POST /api/backups/key": proved(only("municipality", "administrator")),

  "GET /api/disposal": only("municipality", "coordinator", "unitManager"),
  "PUT /api/disposal/rule": proved(only("municipality", "coordinator", "unitManager")),
  "GET /api/disposal/preview": only("municipality", "coordinator", "unitManager"),
  "PUT /api/disposal/holds/:code": only("municipality", "coordinator", "unitManager"),
  "DELETE /api/disposal/holds/:code": only("municipality", "coordinator", "unitManager"),
  "POST /api/disposal/proposals": only("municipality", "coordinator", "unitManager"),
  "DELETE /api/disposal/proposals/:number": only("municipality", "coordinator", "unitManager"),
  "POST /api/disposal/executions": proved(only("municipality", "coordinator", "unitManager")),
  "GET /api/disposal/protocols/:number": only("municipality", "coordinator", "unitManager"),

  "GET /api/notices": only("municipality", "unitManager"),
  "GET /api/log": only("municipality", "logReviewer"),
  "GET /api/log-reviews": only("municipality", "logReviewer"),
  "POST /api/log-reviews": only("municipality", "logReviewer"),
  "GET /api/log-reviews/:review": only("municipality", "logReviewer"),
  "GET /api/log-reviews/:review/marks/:mark": only("municipality", "logReviewer"),
  "PUT /api/log-reviews/:review/marks/:mark": only("municipality", "logReviewer"),
  "POST /api/log-reviews/:review/signature": only("municipality", "logReviewer"),
} as const satisfies { readonly [route: string]: PolicyLine };

export type RouteKey = keyof typeof policy;

/** Routes of one or more scopes: what a handler may rely on depends on it. */
export type RouteKeyOf<Held extends Scope> = {
  [Key in RouteKey]: (typeof policy)[Key]["scope"] extends Held ? Key : never;
}[RouteKey];
