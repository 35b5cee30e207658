import type { FunnelPlace } from "#disclosure";
import type { Both, NationBase } from "../told-nation.ts";

/** By the published number of cases; `below`: the first number that belongs to the next. */
export type SizeGroup = { readonly from: number; readonly below: number | null };

/** One language for municipalities side by side. No place in an order, no word of better or worse. */
export type WordsOfComparison = {
  readonly nation: string;
  readonly municipality: string;
  /** What rows are. */
  readonly corner: Readonly<Record<"indicators" | "answers" | "places", string>>;
  readonly columns: Readonly<
    Record<
      "share" | "lowest" | "highest" | "count" | "valid" | "answered" | "eligible" | "mean" | "sum",
      string
    >
  >;
  /** The captions of tables: shares side by side, and what one side's rest on. */
  readonly shares: string;
  /** The caption of what chance alone makes of so many answers as the own. */
  readonly byChance: string;
  readonly everywhere: string;
  readonly unitAndNation: string;
  readonly inSizeGroup: (label: string, size: SizeGroup) => string;
  readonly restsOn: (place: string) => string;
  /** After a share's name, where the counts alone may be told: «(Xaby: 9 av 25)». */
  readonly countsWith: (label: string, place: string, own: Both) => string;
  /** «(ni)» after the own among others. */
  readonly ownAmong: (place: string) => string;

  /** Under the picture. */
  readonly axis: string;
  readonly axisOfAnswered: string;
  readonly whisker: (place: string) => string;
  readonly whiskers: string;
  readonly funnelAxis: string;

  /** Titles: a chapter or a question, and after it what is to be seen. */
  readonly differ: (labels: readonly string[], more: number) => string;
  readonly noneSure: (shares: number) => string;
  readonly noneShown: (place: string) => string;
  readonly nationAlone: string;
  /** After a key figure: where its own share lies among others of its size. */
  readonly ownInFunnel: (own: Both, place: string, where: FunnelPlace) => string;
  readonly placesShown: (shown: number, all: number) => string;
  readonly similarShown: (shown: number, all: number, size: SizeGroup) => string;

  readonly sure: string;
  readonly alsoSure: (labels: readonly string[]) => string;
  /** The one is told by itself, or after those that are sure. */
  readonly mayBeChance: (shares: number, isRest: boolean) => string;
  readonly alsoFew: (labels: readonly string[]) => string;
  /** «Riket: 66 procent (1 277 av 1 949).» */
  readonly otherSide: (place: string, told: Both) => string;
  readonly tooFew: (least: number) => string;
  readonly inFunnel: (own: Both, all: Both, base: NationBase, where: FunnelPlace) => string;
  readonly drawn: (shown: number, all: number, least: number) => string;
  readonly apart: string;
  readonly alphabetical: string;
  readonly chanceBetween: string;
  readonly sizeHidden: string;

  /** What there is to read at all, before the first picture. */
  readonly reading: {
    readonly nationOnly: string;
    readonly notTakingPart: (municipalities: number) => string;
    readonly shown: (told: {
      readonly place: string;
      readonly shown: number;
      readonly few: number;
      readonly hidden: number;
    }) => string;
    readonly noneShown: (place: string) => string;
    /** Where what is lacking can be read of more cases. */
    readonly instead: (area: string | null) => string;
    readonly manyCompared: (shares: number) => string;
  };

  /** A unit's own, exact, beside the nation. */
  readonly unit: {
    readonly otherCases: string;
    /** The page's other shares are of the valid answers. */
    readonly otherBase: string;
  };
};
