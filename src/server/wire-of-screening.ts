/** What travels between browser and server about campaigns of asking about violence. Types only. */
import type { Codebook } from "#codebook";
import type { Instant, IsoDate } from "#kernel";
import type { Results, RoundResults } from "#report";
import type { GuidePart } from "#screening";

/**
 * GET /api/campaigns: the municipality's, first the running ones that she may note in today, then the others
 * that run, then the latest.
 */
export type CampaignList = {
  readonly campaigns: readonly CampaignSummary[];
  /** Rounds of meetings that the municipality takes part in and has no campaign for yet. */
  readonly invitedTo: readonly {
    readonly round: string;
    readonly name: string;
    readonly firstDay: IsoDate;
    readonly lastDay: IsoDate;
  }[];
  readonly mayPlan: boolean;
  /** What a unit that takes part may be: the options of the meeting codebook's `kindOfUnit`. */
  readonly unitKinds: readonly { readonly code: number; readonly label: string }[];
};

export type CampaignSummary = {
  readonly id: string;
  readonly name: string;
  readonly firstDay: IsoDate;
  readonly lastDay: IsoDate;
  /** A half-year of «alltid fråga vid nybesök», which goes on in another one or ends with it; `null`: none. */
  readonly routine: "goes-on" | "ends" | null;
  readonly state: "planned" | "running" | "over" | "closed";
  /** Hers, in which she may note meetings: none whose meetings of today are counted in another campaign. */
  readonly units: readonly { readonly id: string; readonly name: string }[];
};

/** GET /api/campaigns/:campaign · and the answer to every change of one: PUT /api/campaigns/:campaign */
export type CampaignView = CampaignSummary & {
  readonly revision: number;
  /** Of a routine: the half-years before and after it. */
  readonly before: CampaignNamed | null;
  readonly next: CampaignNamed | null;
  /** Of a routine: the campaigns that hers of its units, by name, are counted in today instead. */
  readonly givesWay: readonly (CampaignNamed & { readonly units: readonly string[] })[];
  readonly round: string | null;
  readonly tellsReceiver: boolean;
  readonly instrument:
    | { readonly kind: "own" }
    | { readonly kind: "freda-short"; readonly version: string }
    | { readonly kind: "text-pack"; readonly pack: string };
  /** The words of the loaded pack, where the campaign uses one. */
  readonly textPack: TextPackView | null;
  readonly contacts: string;
  readonly goals: string;
  readonly guide: string;
  /** How to ask, in our own words: `guideParts` of the screening room, as they stand. */
  readonly guideParts: readonly GuidePart[];
  /** What a manager sees to before the first day: `preparationSteps` of the screening room. */
  readonly preparation: readonly string[];
  /** All that take part; `meetings`, `asked`: live, and never anybody's own. */
  readonly participation: readonly {
    readonly unit: string;
    readonly name: string;
    readonly kind: number;
    readonly expected: number | null;
    readonly meetings: number;
    readonly asked: number;
    readonly notAsked: number;
    readonly days: number;
    readonly workingDays: number;
  }[];
  /** What is asked: the meeting codebook. */
  readonly codebook: Codebook;
  readonly changedAt: Instant;
  readonly changedBy: string;
  readonly mayPlan: boolean;
  /** Past its last day, and nobody has closed it. */
  readonly mayClose: boolean;
  /** Days that meetings may be noted on, from and through; `null`: none today. */
  readonly openDays: { readonly from: IsoDate; readonly through: IsoDate } | null;
};

/** What it is called where others stand beside it. */
export type CampaignNamed = { readonly id: string; readonly title: string };

export type TextPackView = {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly introduction: string;
  readonly questions: readonly string[];
};

// POST /api/campaigns/:campaign/meetings        NoteMeeting  → MeetingNoted
// POST /api/campaigns/:campaign/meetings/undo   NoteMeeting  → MeetingNoted
// POST /api/campaigns/:campaign/piles           EnterPile    → MeetingNoted
/** `again`: it had come before, and nothing was changed. */
export type MeetingNoted = {
  readonly outcome: "noted" | "undone" | "again";
  /** Of the unit on that day, all told. */
  readonly ofTheDay: number;
};

/** POST /api/campaigns/:campaign/closing → CampaignView: no more meetings; the results are counted, protected and kept. */

/** GET /api/campaigns/:campaign/confidence · POST the same with AnswerConfidence → the same view */
export type ConfidenceView = {
  readonly questions: readonly { readonly id: string; readonly text: string }[];
  readonly moments: readonly {
    readonly moment: "before" | "after";
    /** May be answered now. */
    readonly isOpen: boolean;
    readonly answers: number;
    /** Means, 1 to 5, one per question; `null`: fewer than five answers, or more may still come. */
    readonly means: readonly number[] | null;
  }[];
};

/** GET /api/campaigns/:campaign/obstacles · PUT /api/campaigns/:campaign/obstacles/:action → the same view */
export type ObstaclesView = {
  readonly actions: readonly ObstacleActionView[];
  /** Of the campaign before this one: what was planned then and not carried on yet. */
  readonly earlier: readonly ObstacleActionView[];
  readonly mayChange: boolean;
};
export type ObstacleActionView = {
  readonly id: string;
  readonly revision: number;
  readonly obstacle: { readonly code: number; readonly label: string };
  readonly intention: string;
  readonly responsible: string;
  readonly dueOn: IsoDate | null;
  readonly outcome: string;
  readonly state: "planned" | "done" | "dropped";
  readonly carriedFrom: string | null;
  readonly changedAt: Instant;
  readonly changedBy: string;
};

/** GET /api/units/:unit/checklist · PUT the same with SaveChecklist → the same view: «när våld upptäcks» */
export type ChecklistView = {
  readonly unit: { readonly id: string; readonly name: string };
  readonly revision: number;
  /** One step per line; the unit's own, or ours while it has none. */
  readonly steps: string;
  readonly contacts: string;
  readonly isOwn: boolean;
  readonly mayChange: boolean;
};

/** GET /api/text-packs · POST with LoadTextPack · DELETE /api/text-packs/:pack → each the same view */
export type TextPackList = { readonly packs: readonly TextPackView[]; readonly mayLoad: boolean };

/** GET /api/campaigns/:campaign/results : the municipality's, frozen and protected at the closing. */
export type CampaignResultsView = {
  readonly campaign: { readonly id: string; readonly name: string };
  readonly municipality: { readonly code: string; readonly name: string };
  readonly closedAt: Instant;
  /** `null`: may not be shown. */
  readonly meetings: number | null;
  readonly results: Results<"safe">;
  /** The closed campaign before it, if there is one: the same figures, for «år mot år». */
  readonly before: { readonly id: string; readonly name: string } | null;
  readonly resultsBefore: Results<"safe"> | null;
};

/** GET /api/units/:unit/campaigns/:campaign/results : a unit's own, exact, once the campaign is closed. */
export type UnitCampaignResultsView = {
  readonly campaign: { readonly id: string; readonly name: string };
  readonly unit: { readonly id: string; readonly name: string };
  readonly meetings: number;
  readonly results: Results<"internal">;
};

/** GET /api/campaign-rounds/:round/results : what was published of several municipalities together. */
export type RoundResultsView = RoundResults & {
  readonly round: {
    readonly id: string;
    readonly name: string;
    readonly from: IsoDate;
    readonly through: IsoDate;
  };
  readonly receiver: { readonly code: string; readonly name: string };
  readonly isInterim: boolean;
  /** The auditor's, in Swedish. */
  readonly verdict: string;
  readonly municipalities: number;
  /** `null`: may not be shown. */
  readonly meetings: number | null;
  /** Names of those who were to be in it and are not. */
  readonly absent: readonly string[];
  /** The round before it that stands beside; `null`: none is here. */
  readonly before: { readonly id: string; readonly name: string } | null;
  readonly codebook: Codebook;
};
