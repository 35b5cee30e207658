import type { Instant } from "#kernel";
import type { Exploration, Figure } from "#report";
import type { Refusal } from "./wire.ts";

/**
 * GET /api/units/:unit/exploration?show=&by=&time=&period=&group=&codebook= : a unit's own, exact; for those
 * who may open its cases, never stored, every answer logged, «får ej spridas».
 * GET /api/published/exploration?set=&show=&by=&group=&codebook= : slices of frozen sets, for everybody;
 * those of a municipality's half-years for its own people.
 */
export type ExplorationView<Lane extends Figure["lane"] = Figure["lane"]> = {
  readonly set: {
    /** As in `ExploredQuestion`. */
    readonly id: string;
    readonly kind: "unit" | "local" | "nation" | "area" | "municipality";
    readonly name: string;
  };
  readonly codebook: string;
  readonly countedAt: Instant | null;
  readonly choices: ExplorationChoices;
  readonly chosen: ExploredQuestion;
  /** `null`: what is in the way, and what can be done, stands in `problems`. */
  readonly answer: Exploration<Lane> | null;
  readonly problems: Refusal["problems"];
};

/** What somebody asks of the figures; `null`: not divided, the whole time, all cases. */
export type ExploredQuestion = {
  /** `unit:…`, `local:2026-H1`, `nation`, or the id of an area or a municipality of the release. */
  readonly set: string;
  /** An indicator's or a variable's id. */
  readonly show: string;
  /** A variable's id. */
  readonly by: string | null;
  readonly time: string | null;
  readonly period: string | null;
  readonly group: string | null;
};

/**
 * What there is to choose among. It follows from what was specified, before anything was counted: nothing
 * here tells of a count, nor whether anything may be shown.
 */
export type ExplorationChoices = {
  readonly sets: readonly ChoiceGroup[];
  readonly shows: readonly ChoiceGroup[];
  readonly divisions: readonly ChoiceGroup[];
  readonly times: readonly Choice[];
  readonly periods: readonly Choice[];
  readonly groups: readonly Choice[];
};

export type ChoiceGroup = { readonly label: string; readonly choices: readonly Choice[] };
export type Choice = { readonly id: string; readonly label: string };

/** GET /api/saved-views · POST /api/saved-views {name, question, codebook?} · DELETE /api/saved-views/:view */
export type SavedViews = {
  readonly most: number;
  /** The latest first. */
  readonly views: readonly SavedViewLine[];
};

export type SavedViewLine = {
  readonly id: string;
  readonly name: string;
  readonly savedAt: Instant;
  readonly question: ExploredQuestion;
  /** The one that it was asked by. */
  readonly codebook: { readonly id: string; readonly version: string };
  /**
   * `same`: counted from the very same data, by the same codebook. `changed`: something has been
   * registered or published since. `gone`: what it asks, or of whom, is not there any more.
   */
  readonly state: "same" | "changed" | "gone";
  /** The state in words, with what can be done. */
  readonly sentence: string;
};
