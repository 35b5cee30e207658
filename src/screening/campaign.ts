import type { AccountId, Instant, IsoDate, UnitId } from "#kernel";

/** A campaign's own id: a random one, or that of the round it belongs to. */
export type CampaignId = string;

/** Of the meeting codebook's `kindOfUnit`. */
export type UnitKind = number;

/** A unit that takes part, what it is, and how many meetings it expects; `null`: it has not said. */
export type CampaignUnit = {
  readonly unit: UnitId;
  readonly kind: UnitKind;
  readonly expected: number | null;
};

/**
 * How the question is put: in our own neutral words; by FREDA-kortfrågor, of which only name and version
 * are kept; or in the words of a text pack that the municipality has loaded.
 */
export type Instrument =
  | { readonly kind: "own" }
  | { readonly kind: "freda-short"; readonly version: string }
  | { readonly kind: "text-pack"; readonly pack: string };

/**
 * «Alltid fråga vid nybesök» goes on half-year by half-year, each a campaign of its own: `goes-on`, and the
 * next one takes its place; `ends` with its last day.
 */
export type Routine = "goes-on" | "ends";

/** What is decided before a campaign starts. */
export type CampaignPlan = {
  readonly name: string;
  readonly firstDay: IsoDate;
  /** The last day itself is in it; of a routine that goes on it is the last of a half-year. */
  readonly lastDay: IsoDate;
  /** `null`: it is none, and a routine gives way to it. */
  readonly routine: Routine | null;
  readonly units: readonly CampaignUnit[];
  readonly instrument: Instrument;
  /** Whom to ask, in the municipality: names or posts, free text. */
  readonly contacts: string;
  /** One goal per line. */
  readonly goals: string;
  /** What the municipality adds to the guide. */
  readonly guide: string;
  /** The county's round that its figures are delivered to; `null`: none. */
  readonly round: string | null;
  /** Whether its receiver sees, roughly, how many meetings are noted while it goes on. Of no round: `false`. */
  readonly tellsReceiver: boolean;
};

export type Campaign = CampaignPlan & {
  readonly id: CampaignId;
  /** The half-year before it, of the same routine; `null`: none. */
  readonly follows: CampaignId | null;
  /** 1, 2, 3 … */
  readonly revision: number;
  /** No more tallies, and the results are told. */
  readonly closedAt: Instant | null;
  readonly by: AccountId;
  readonly at: Instant;
};

/** Tallies may be noted so many days after the last one; then the campaign may be closed. */
export const graceDays = 14;
