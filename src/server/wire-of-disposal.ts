import type { Instant, IsoDate } from "#kernel";

export type DisposalRuleView = {
  readonly number: number;
  readonly years: number;
  readonly decidedBy: string;
  readonly decidedOn: IsoDate;
  readonly reference: string;
  readonly by: string;
  readonly at: Instant;
};

/**
 * GET /api/disposal · PUT /api/disposal/rule {years, decidedBy, decidedOn, reference} ·
 * POST /api/disposal/proposals {listSha256} · DELETE /api/disposal/proposals/:number
 */
export type DisposalView = {
  readonly municipality: string;
  /** `null`: nobody has entered one. */
  readonly rule: DisposalRuleView | null;
  /** Coordinates or manages all units: else only what stands is shown. */
  readonly mayAct: boolean;
  /** By name, those who may; without whoever asks. */
  readonly others: readonly string[];
  readonly proposal: DisposalProposalView | null;
  /** The latest first. */
  readonly protocols: readonly DisposalLine[];
};

export type DisposalProposalView = {
  readonly number: number;
  readonly cases: number;
  readonly listSha256: string;
  readonly by: string;
  readonly at: Instant;
  /** Whoever asks has proposed it herself. */
  readonly isOwn: boolean;
};

export type DisposalLine = {
  readonly number: number;
  readonly cases: number;
  readonly executedAt: Instant;
  readonly keysErasedAt: Instant | null;
};

/** GET /api/disposal/preview: what is due by the rule today, without a word of what was answered. */
export type DisposalPreview = {
  readonly cutOff: IsoDate;
  readonly listSha256: string;
  /** Also those that are not listed. */
  readonly total: number;
  /** By when the oldest has to be gone, as the old law said; `null`: nothing is due. */
  readonly lastDay: IsoDate | null;
  readonly cases: readonly DueCaseView[];
  /** Due, and with named readers of whom whoever asks is none. */
  readonly restricted: number;
  readonly kept: readonly (DueCaseView & { readonly why: string; readonly isHeld: boolean })[];
  /** Kept, and not for her to see. */
  readonly keptRestricted: number;
  /** The years whose own figures change. */
  readonly years: { readonly from: number; readonly through: number } | null;
  /** Cases that are kept although they are not due yet. */
  readonly heldAhead: readonly (DueCaseView & { readonly why: string })[];
};

export type DueCaseView = {
  readonly code: string;
  readonly unit: string;
  readonly endedOn: IsoDate;
  /** Nobody has closed it: it has lain since. */
  readonly isOpen: boolean;
  readonly isVoided: boolean;
};

/** PUT · DELETE /api/disposal/holds/:code {reason}: the preview as it then is. */

/** POST /api/disposal/executions {number, listSha256} · GET /api/disposal/protocols/:number */
export type DisposalProtocolView = {
  readonly number: number;
  readonly municipality: string;
  readonly rule: DisposalRuleView;
  readonly listSha256: string;
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly executedBy: string;
  readonly executedAt: Instant;
  readonly isAlone: boolean;
  readonly total: number;
  readonly cases: readonly {
    readonly unit: string;
    readonly year: number;
    readonly cases: number;
  }[];
  readonly kept: {
    readonly held: number;
    readonly inRound: number;
    /** Opened since the log was last reviewed; absent in protocols from before this was looked at. */
    readonly notReviewed?: number;
  };
  readonly steps: number;
  readonly surveys: number;
  readonly deliveriesEmptied: number;
  readonly keysErasedAt: Instant | null;
};
