/** What travels between browser and server about what a county or the nation compiles. Types only. */
import type { DeliveryLevel, ToldParticipation } from "#delivery";
import type { Instant, IsoDate } from "#kernel";
import type { InvitationView } from "./wire-of-deliveries.ts";

/** GET /api/rounds */
export type RoundsView = {
  /** The latest first. */
  readonly rounds: readonly {
    readonly id: string;
    readonly name: string;
    readonly cutOff: Instant;
    readonly endedAt: Instant | null;
    readonly participants: number;
    /** How many of them have a delivery that is accepted, and how many wait for a decision. */
    readonly accepted: number;
    readonly waiting: number;
    readonly published: "nothing" | "interim" | "final";
  }[];
  /** What a new round may be asked by; the newest version first. */
  readonly codebooks: readonly {
    readonly id: string;
    readonly version: string;
    readonly label: string;
    /** Of meetings counts alone are ever asked for. */
    readonly counts: "cases" | "meetings";
  }[];
};

/**
 * POST /api/rounds {id, name, from, through, cutOff, codebook, level, interimDays, legalBasis, purpose} ·
 * GET /api/rounds/:round · and the answer to every change of a round.
 */
export type RoundView = InvitationView & {
  readonly endedAt: Instant | null;
  /** In Swedish order of their names. */
  readonly participants: readonly ParticipantView[];
  /** The latest first: also what was refused. */
  readonly deliveries: readonly IncomingView[];
  /** Days to keep in mind, in order. */
  readonly calendar: readonly { readonly day: IsoDate; readonly what: string }[];
  readonly published: readonly PublishedView[];
};

export type ParticipantView = {
  readonly code: string;
  readonly name: string;
  readonly county: string;
  readonly keys: readonly { readonly key: string; readonly fingerprint: string }[];
  /** The furthest that it has come. */
  readonly state: "named" | "registered" | "checked" | "delivered" | "accepted" | "left";
  /** Of the delivery that counts, or would; `null`: none. */
  readonly delivery: string | null;
  readonly cases: number | null;
  /** As the units say; `null`: nobody says, and coverage is unknown. */
  readonly statedCases: number | null;
  readonly remindedAt: Instant | null;
  /** Of a month of asking, as the municipality lets the receiver see it; `null`: it does not, or not yet. */
  readonly participation: (ToldParticipation & { readonly at: Instant }) | null;
};

export type IncomingView = {
  readonly id: string;
  /** Its name; `null`: nobody knows whose it is. */
  readonly participant: { readonly code: string; readonly name: string } | null;
  readonly way: "network" | "file";
  readonly arrivedAt: Instant;
  readonly kilobytes: number;
  readonly state: "quarantined" | "waiting" | "accepted" | "declined" | "replaced";
  readonly isWithdrawal: boolean;
  readonly sequence: number | null;
  readonly level: DeliveryLevel | null;
  readonly cases: number | null;
  readonly statedCases: number | null;
  readonly units: readonly string[];
  /** Why it was refused, or what whoever accepts it should know; each a sentence. */
  readonly sentences: readonly string[];
  /** From the one before it of the same municipality; `null`: it is the first. */
  readonly differences: readonly DifferenceView[] | null;
  readonly decided: { readonly by: string; readonly at: Instant } | null;
};

/** «Ärenden som räknas: 45 → 48». Nothing of a single case, and no answer. */
export type DifferenceView = {
  readonly label: string;
  readonly before: string;
  readonly now: string;
};

export type PublishedView = {
  readonly publication: number;
  readonly isInterim: boolean;
  readonly verdict: string;
  readonly by: string | null;
  readonly at: Instant;
};
// GET /api/rounds/:round/invitation → the invitation as a file
// GET /api/rounds/:round/calendar → text/calendar
// POST /api/rounds/:round/ending {ended: boolean}
// POST /api/rounds/:round/participants {participants: [{code, name, county}]}
// PUT /api/rounds/:round/participants/:participant {keys: [text], hasLeft: boolean}
// POST /api/rounds/:round/deliveries (the package's bytes) → RoundView
// POST /api/rounds/:round/deliveries/:delivery/decision {state: "accepted" | "declined" | "waiting"}

/** POST /api/rounds/:round/reminders {participants: codes}: marks them; a person sends them. */
export type RemindersView = {
  readonly subject: string;
  /** The same for all whose state is the same; no personal data, nothing of any case. */
  readonly letters: readonly { readonly participants: readonly string[]; readonly text: string }[];
};

/** GET /api/rounds/:round/release · POST {isInterim} begins · DELETE stops or discards */
export type CompilingView = {
  readonly state:
    | { readonly kind: "idle" }
    | {
        readonly kind: "running";
        readonly isInterim: boolean;
        readonly since: Instant;
        readonly step: "reading" | "counting" | "protecting" | "auditing" | "writing";
        /** 0–1 of the step; `null`: nobody knows. */
        readonly share: number | null;
      }
    | {
        readonly kind: "draft";
        readonly isInterim: boolean;
        readonly madeAt: Instant;
        readonly verdict: string;
        readonly municipalities: number;
        /** Cases that are counted, as the release tells them; `null`: it does not. */
        readonly cases: number | null;
        /** Those who take part and are not in it, and why, each a sentence. */
        readonly missing: readonly string[];
        /** How many cells are published, and how many of all: of each level. */
        readonly shown: readonly {
          readonly level: "nation" | "area" | "municipality";
          readonly shown: number;
          readonly of: number;
        }[];
        readonly coverage: CoverageView;
      }
    | {
        readonly kind: "refused";
        readonly isInterim: boolean;
        /** Each says what to do. */
        readonly sentences: readonly string[];
      };
  /** What would be compiled now: accepted, and neither replaced nor withdrawn. */
  readonly accepted: number;
  readonly participants: number;
};

/** Delivered of all that the units say that they had. */
export type CoverageView = {
  readonly delivered: number;
  /** Of those who say. */
  readonly stated: number;
  /** How many participants say nothing: of them coverage is unknown. */
  readonly unknown: number;
};
/** What came back from a receiver. POST /api/deliveries/:round/return · …/return/file */
export type ReturnedView = {
  /** Of the round from 1. */
  readonly publication: number;
  readonly isInterim: boolean;
  /** The auditor's. */
  readonly verdict: string;
  /** `false`: it was here already. */
  readonly isNew: boolean;
};
// POST /api/rounds/:round/release/publication → RoundView
// GET /api/rounds/:round/release/file → the release as one signed file, for those without a network
// POST /api/intake/:receiver/:round/deliveries (bytes) → ReceiptView (wire-of-deliveries)
// POST /api/intake/:receiver/:round/notes (a signed note) → as the note asks
// GET /api/intake/:receiver/:round/release → the release as one signed file; 404: none yet
// POST /api/deliveries/:round/return fetches it · POST /api/deliveries/:round/return/file (its bytes) → ReturnedView
