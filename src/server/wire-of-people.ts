/** What travels of people, units and the first start. Types only. */
import type { Role } from "#access";
import type { AccountId, Instant, IsoDate } from "#kernel";
import type { UnitKind } from "#store";

/** A role in one unit, or (`null`) in the whole municipality. */
export type HeldRole = { readonly role: Role; readonly unit: string | null };

/** `invited`: has no way in yet; `left`: may not come in. */
export type PersonState = "invited" | "active" | "left";

/** GET /api/people?text= */
export type PeopleView = {
  /** In Swedish order. */
  readonly people: readonly PersonLine[];
  readonly units: readonly { readonly id: string; readonly name: string }[];
  /** Roles that this organisation has use for, and whether each is held in units. */
  readonly roles: readonly { readonly role: Role; readonly place: RolePlace }[];
  readonly recoveries: readonly RecoveryView[];
};

/** Where a role may be held: in units, in the whole municipality, or in either. */
export type RolePlace = "units" | "municipality" | "either";

export type PersonLine = {
  readonly account: AccountId;
  readonly name: string;
  readonly signInName: string;
  readonly state: PersonState;
  readonly roles: readonly HeldRole[];
  readonly lastSignInOn: IsoDate | null;
};

/** GET /api/people/:account · PUT {name, roles, seen} · POST …/leave · POST …/return (of whoever `takesTwo`) · DELETE …/sessions */
export type PersonView = PersonLine & {
  readonly isSelf: boolean;
  readonly waysIn: {
    readonly password: boolean;
    readonly passkeys: number;
    readonly providers: number;
  };
  /** One that waits to be used. */
  readonly link: {
    readonly purpose: "invitation" | "recovery";
    readonly expiresAt: Instant;
    readonly isTooOld: boolean;
  } | null;
  readonly recovery: RecoveryView | null;
  /** Has been in: another way in is asked for by one administrator and allowed by another. */
  readonly takesTwo: boolean;
  /** Administrators beside the one who asks, who could allow that today. */
  readonly otherAdministrators: number;
  readonly sees: SightView;
  /** Open cases that are hers where she is no case worker any more: how many, and never which. */
  readonly toHandOver: readonly { readonly unit: string; readonly cases: number }[];
  /** Units that have no manager because she has left. */
  readonly withoutManager: readonly string[];
};

/** «Vad får hen se?»: from the policy table, in words. */
export type SightView = {
  readonly lines: readonly { readonly what: string; readonly where: string }[];
  /** What she has nothing to do with. */
  readonly nothingOf: readonly string[];
};

export type RecoveryView = {
  readonly id: string;
  readonly account: AccountId;
  readonly name: string;
  readonly askedBy: string;
  readonly askedAt: Instant;
  /** Whether the one who looks may allow it: she is known, and another than the one who asked. */
  readonly mayAllow: boolean;
  /** She has left, and is to come back. */
  readonly isReturn: boolean;
};

/** POST /api/people {name, signInName, roles} · POST …/link · POST …/return (of whoever has never been in) · PUT /api/recoveries/:recovery {isAllowed: true} */
export type MadeLink = {
  readonly account: AccountId;
  readonly name: string;
  /** `9071.…`, to be put after `/valkommen#`. Told once, and known to nobody afterwards. */
  readonly link: string;
  readonly expiresAt: Instant;
};

/** GET /api/units · POST /api/units · PUT /api/units/:unit {name, kind, isOpenToColleagues, serves} */
export type UnitsView = {
  /** In Swedish order. */
  readonly units: readonly UnitView[];
};

export type UnitView = {
  readonly id: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly isOpenToColleagues: boolean;
  /** The municipalities beside its own that people come from; sent as their codes alone. */
  readonly serves: readonly { readonly code: string; readonly name: string }[];
};

/**
 * POST /api/first-run {secret, act: "look"} → FirstRunBeginning; {…, act: "begin", municipality, administrator}
 * and {…, act: "continue"} → MadeLink.
 */
export type FirstRunBeginning = {
  /** Somebody began before, and nobody has come in: who was to. */
  readonly begun: { readonly municipality: string; readonly administrator: string } | null;
};

/** GET /api/first-run · PUT /api/first-run/codebook · PUT /api/first-run/end */
export type FirstRunView = {
  readonly municipality: { readonly code: string; readonly name: string };
  readonly units: readonly UnitView[];
  readonly codebook: {
    readonly id: string;
    readonly version: string;
    readonly label: string;
    readonly questions: number;
    readonly reconstructed: number;
    readonly isSeen: boolean;
  };
  /** Beside the one who asks. */
  readonly people: number;
  readonly caseWorkers: number;
  readonly isCaseWorker: boolean;
  /** `false` also where no first run was begun: the organisation came to be in another way. */
  readonly isUnderWay: boolean;
};
