import type {
  CountedSet,
  LinkedCell,
  Participant,
  Region,
  Relation,
} from "../linked/linked-cells.ts";

/** What a stranger can read: a release, and what the same round has told before. */
export type PublishedSet = {
  readonly regions: readonly Region[];
  /** Cells are named by their place here. */
  readonly cells: readonly PublishedCell[];
  readonly relations: readonly Relation[];
  /** Of each cell its count, or `null` for the mark. */
  readonly shown: readonly (number | null)[];
  /** Rounded numbers that stand beside the counts. */
  readonly beside: readonly RoundedNumber[];
  /** Of the same round, the oldest first. */
  readonly earlier: readonly EarlierPublication[];
};

export type PublishedCell = Pick<LinkedCell, "id" | "region">;

/** Rounded to so many decimals, half up or half to even: both are tried. Cells by their place. */
export type RoundedNumber =
  /** 100 × part / base: shares, and coverage. */
  | {
      readonly kind: "percent";
      readonly part: number;
      readonly base: number;
      readonly value: number;
      readonly decimals: number;
    }
  /** part / base. */
  | {
      readonly kind: "mean";
      readonly part: number;
      readonly base: number;
      readonly value: number;
      readonly decimals: number;
    }
  /** Wilson 95 % of part / base, in percent. */
  | {
      readonly kind: "interval";
      readonly part: number;
      readonly base: number;
      readonly low: number;
      readonly high: number;
      readonly decimals: number;
    };

/** Its own cells and relations; `now` is each cell's place in this release, where it has one. */
export type EarlierPublication = {
  readonly release: string;
  readonly cells: readonly (PublishedCell & { readonly now: number | null })[];
  readonly relations: readonly Relation[];
  readonly shown: readonly (number | null)[];
};

/** What only the compiler knows: which counts are guarded, what they are, and whose. */
export type PrivateNumbers = {
  readonly counts: ArrayLike<number>;
  readonly guards: readonly GuardOfCell[];
  readonly participants: readonly Participant[];
  /** Of each earlier publication, in the same order. */
  readonly earlier: readonly EarlierNumbers[];
};

export type GuardOfCell = Pick<LinkedCell, "guard" | "whole">;

export type EarlierNumbers = {
  readonly counts: ArrayLike<number>;
  readonly guards: readonly GuardOfCell[];
  /** Of each participant its own cases then, by the earlier publication's places. */
  readonly own: readonly ReadonlyMap<number, number>[];
};

/** A counted set as it would leave, with these cells hidden; what no table tells is hidden anyway. */
export function asPublished(
  { set, counts, participants }: CountedSet,
  hidden: ReadonlySet<number>,
): { readonly published: PublishedSet; readonly numbers: PrivateNumbers } {
  const shown = set.cells.map(({ role }, place) =>
    role === "never" || hidden.has(place) ? null : (counts[place] ?? null),
  );
  const { regions, cells, relations } = set;
  return {
    published: { regions, cells, relations, shown, beside: [], earlier: [] },
    numbers: { counts, guards: cells, participants, earlier: [] },
  };
}
