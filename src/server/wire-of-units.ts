/** What travels of a unit's work: caseloads, quality, guidance, registration sessions. Types only. */
import type { Text } from "#codebook";
import type { AccountId, Instant } from "#kernel";
import type { RegistrationQuality } from "#tabulation";

type Named = { readonly id: string; readonly name: string };

/** GET /api/units/:unit/caseloads: open cases to hand over · POST …/hand-over {from, to, reason} → HandedOver */
export type Caseloads = {
  readonly unassigned: number;
  /** In Swedish order. */
  readonly people: readonly {
    readonly account: AccountId;
    readonly name: string;
    readonly openCases: number;
  }[];
};
export type HandedOver = { readonly handedOver: number };

/**
 * GET /api/units/:unit/quality: how complete and how timely the unit's registration is. The state of
 * cases and never their values; never per worker.
 */
export type UnitQuality = {
  readonly unit: Named;
  readonly openCases: number;
  readonly unassigned: readonly string[];
  readonly stale: readonly { readonly code: string; readonly days: number }[];
  /** In the codebook's order: of the cases that have come to the question, how many have what. */
  readonly variables: RegistrationQuality["variables"];
  readonly goalDays: number;
  /** Days from the event until it was registered, of what was registered in the last year. */
  readonly timeliness: RegistrationQuality["timeliness"];
  /** What became of the client's survey in the closed cases: how many, never which, and never per worker. */
  readonly survey: RegistrationQuality["survey"];
  /** Cases with something missing in a phase that they have come past: which questions. */
  readonly incomplete: readonly {
    readonly code: string;
    readonly missing: readonly { readonly id: string; readonly label: Text }[];
  }[];
};

/** GET /api/units/:unit/look-alikes · POST …/dismissal {codes: [one, other]} */
export type LookAlikes = {
  readonly pairs: readonly { readonly codes: readonly [string, string] }[];
};

/** GET /api/units/:unit/guidance · PUT …/guidance/:concept {guidance}, empty takes it away */
export type UnitGuidance = {
  readonly guidance: readonly {
    readonly concept: string;
    readonly text: string;
    readonly by: string;
    readonly at: Instant;
  }[];
};

/** GET /api/units/:unit/sessions · POST …/sessions {name} → RegistrationSessionView */
export type SessionList = {
  readonly sessions: readonly {
    readonly id: string;
    readonly name: string;
    readonly openedAt: Instant;
    readonly closedAt: Instant | null;
  }[];
};

/**
 * GET …/sessions/:session, every few seconds · POST …/closing · POST …/participation ·
 * PUT …/outcome {code, outcome: "done"|"later"}, where "done" is "later" while something is left · PUT and DELETE …/hands/:concept (one's own; the
 * coordinator's and the manager's DELETE lowers all at the question) · each answers with it.
 */
export type RegistrationSessionView = {
  readonly id: string;
  readonly name: string;
  readonly unit: Named;
  readonly openedBy: string;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  /** Names, in the order they joined. */
  readonly participants: readonly string[];
  readonly isParticipant: boolean;
  /** Together, never per person. */
  readonly counter: {
    readonly done: number;
    readonly inWork: number;
    readonly later: number;
    /** Questions answered in the session, each once, and the cases they stand in. */
    readonly answers: number;
    readonly cases: number;
  };
  /** The asker's own queue. */
  readonly queue: {
    readonly waiting: number;
    readonly current: string | null;
    /** Whether the current one still has something left to register. */
    readonly hasLeft: boolean;
    /** Questions unanswered in two or more of the own cases, most first. */
    readonly variables: readonly { readonly id: string; readonly cases: number }[];
  };
  readonly hands: readonly {
    readonly concept: string;
    readonly raised: number;
    readonly isMine: boolean;
  }[];
};

/**
 * POST …/next-case → the case's code, or null when nothing waits. While one is in work it is that one
 * again, so that a double click or a lost answer takes no second.
 */
export type NextCase = { readonly code: string | null };

/** GET …/unanswered/:variable: the asker's own cases where it is asked and not answered. */
export type UnansweredCases = { readonly codes: readonly string[] };
