import type { Role } from "./role.ts";

/**
 * Who may use a route. `municipality` asks for the role anywhere in the own municipality; `unit` for
 * the role in the unit that the address names; the case scopes look at the case itself:
 * `case-read` — its assignee, its unit's manager, or a colleague in the unit who has given a reason;
 * `case-write` — its assignee, or a colleague who has given a reason;
 * `case-open` — a colleague who may give that reason (and the assignee, harmlessly);
 * `case-survey` — a coordinator of its unit, who never sees the case's answers.
 */
export type Scope =
  | "anyone"
  | "signed-in"
  | "municipality"
  | "unit"
  | "case-read"
  | "case-write"
  | "case-open"
  | "case-survey";

export type PolicyLine = {
  readonly scope: Scope;
  /** Empty for `anyone` and `signed-in`. */
  readonly roles: readonly Role[];
  /** Exists in data folders stamped demo only. */
  readonly demoOnly?: true;
};

const anyone = { scope: "anyone", roles: [] } as const;
const signedIn = { scope: "signed-in", roles: [] } as const;

function only<Held extends Exclude<Scope, "anyone" | "signed-in">>(
  scope: Held,
  ...roles: readonly Role[]
): { readonly scope: Held; readonly roles: readonly Role[] } {
  return { scope, roles };
}

/** Deny by default: a route that has no line here cannot be written, and the suite fails. */
export const policy = {
  // Pages and files of the program itself: the same for everybody, without data.
  "GET /assets/*": anyone,
  "GET /health": anyone,
  "GET /*": anyone,

  "GET /api/sign-in": anyone,
  "POST /api/session": anyone,
  "POST /api/demo-session": { ...anyone, demoOnly: true },
  "GET /api/session": signedIn,
  "DELETE /api/session": signedIn,

  "GET /api/codebooks": signedIn,
  "GET /api/codebooks/:id": signedIn,
  "GET /api/start": signedIn,
  "GET /api/nation": signedIn,

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

  "POST /api/survey-answers/:code": only("case-survey", "coordinator"),

  "GET /api/units/:unit/figures": only("unit", "caseWorker", "unitManager"),
  "GET /api/notices": only("municipality", "unitManager"),
  "GET /api/log": only("municipality", "logReviewer"),
} as const satisfies { readonly [route: string]: PolicyLine };

export type RouteKey = keyof typeof policy;

/** Routes of one or more scopes: what a handler may rely on depends on it. */
export type RouteKeyOf<Held extends Scope> = {
  [Key in RouteKey]: (typeof policy)[Key]["scope"] extends Held ? Key : never;
}[RouteKey];
