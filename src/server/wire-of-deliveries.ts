/** What travels between browser and server about what a municipality delivers. Types only. */
import type { AnonymityReport, DeliveryLevel, ReadableDelivery, WhatLeaves } from "#delivery";
import type { Instant, IsoDate } from "#kernel";

/** GET /api/deliveries */
export type DeliveriesView = {
  /** The latest first. */
  readonly rounds: readonly DeliveryRound[];
  /** The municipality's own signing key, public part: whoever receives must have it. */
  readonly key: SigningKeyView;
  /** Whoever looks may send; others see how it stands. */
  readonly mayDeliver: boolean;
};

export type SigningKeyView = {
  /** What the receiver is given: a line of JSON (`publicKeyText`). */
  readonly text: string;
  /** In groups of four, to be read aloud: of its SHA-256. */
  readonly fingerprint: string;
};

/** A round that the municipality takes part in. */
export type DeliveryRound = InvitationView & {
  readonly agreement: {
    readonly level: DeliveryLevel;
    readonly decidedBy: string;
    readonly decidedOn: IsoDate;
    readonly reference: string;
    readonly endedAt: Instant | null;
  };
  /** The latest first; what is prepared and has not left stands first. */
  readonly deliveries: readonly MadeDeliveryView[];
  /** What the latest one that left says otherwise than a delivery of today would; `null`: nothing left. */
  readonly since: DifferencesSince | null;
};

/** POST /api/invitations {text}: what a receiver's file asks, to be read before anybody agrees. */
export type InvitationView = {
  readonly receiver: {
    readonly name: string;
    readonly code: string;
    readonly address: string | null;
    readonly fingerprint: string;
  };
  readonly round: {
    readonly id: string;
    readonly name: string;
    readonly from: IsoDate;
    readonly through: IsoDate;
    readonly cutOff: Instant;
  };
  readonly codebook: {
    readonly id: string;
    readonly version: string;
    readonly label: string;
    readonly counts: "cases" | "meetings";
  };
  readonly level: DeliveryLevel;
  readonly interimDays: readonly IsoDate[];
  readonly legalBasis: string;
  readonly purpose: string;
};

export type MadeDeliveryView = {
  readonly sequence: number;
  readonly isWithdrawal: boolean;
  readonly level: DeliveryLevel;
  readonly cases: number;
  readonly statedCases: number | null;
  readonly sha256: string;
  readonly madeAt: Instant;
  readonly madeBy: string;
  readonly sent: {
    readonly way: "network" | "file";
    readonly at: Instant;
    readonly by: string;
  } | null;
  readonly receipt: ReceiptView | null;
};

/** What a receiver says of a delivery. */
export type ReceiptView = {
  /** `arrived`: sound, and a person has not decided yet. */
  readonly state: "arrived" | "accepted" | "declined" | "refused";
  /** When it came to the receiver. */
  readonly at: Instant;
  /** Why it was refused or declined; each a sentence. */
  readonly sentences: readonly string[];
};

/** Cases that a delivery of today would tell otherwise. Those whom the viewer may not know of are counted only. */
export type DifferencesSince = {
  readonly sequence: number;
  readonly changed: number;
  readonly added: number;
  /** In it, and not delivered any more: moved, voided, or no longer in the round. */
  readonly gone: number;
  readonly cases: readonly { readonly code: string; readonly kind: "changed" | "added" | "gone" }[];
};

/** GET /api/deliveries/:round/check: by the receiver's own rules. */
export type CheckView = {
  /** How many cases would leave. */
  readonly cases: number;
  /** Faults: with any of them nothing can be sent. Then what may be sent as it is. */
  readonly stops: readonly ToMend[];
  readonly remarks: readonly ToMend[];
  /** As many again as are not listed. */
  readonly more: number;
};

export type ToMend = {
  /** `null`: of no single case, or of one whom the viewer may not know of. */
  readonly code: string | null;
  readonly unit: string | null;
  /** The phase and the variable, for the address in the case; `null`: the case as a whole. */
  readonly place: { readonly phase: string; readonly variable: string | null } | null;
  /** «Mål uppnått: svaret saknas.» */
  readonly sentence: string;
};

/**
 * POST /api/deliveries/:round/preparation {statedCases: number | null} ·
 * POST /api/deliveries/:round/withdrawal · GET /api/deliveries/:round/:sequence
 */
export type PreparedView = {
  readonly delivery: MadeDeliveryView;
  readonly whatLeaves: WhatLeaves;
  /** The lines themselves, in words; the first thousand cases. */
  readonly readable: ReadableDelivery;
  readonly unread: number;
  /** `null`: of a withdrawal. */
  readonly anonymity: AnonymityReport | null;
};
// POST /api/deliveries/:round/:sequence/sending → MadeDeliveryView (over the network)
// POST /api/deliveries/:round/:sequence/package → the sealed package's bytes (as a file)
// POST /api/deliveries/:round/:sequence/receipt → MadeDeliveryView (asks the receiver anew)
// POST /api/agreements {text, level, decidedBy, decidedOn, reference} → DeliveriesView
// PUT /api/agreements/:round {level?, ended?} → DeliveriesView
