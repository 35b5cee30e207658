/**
 * The linked set: every number that could leave in one release, and every equation between them. It is
 * all that `hide`, `audit` and a stranger's attacker need to know; none of them knows what a question is.
 */
export type LinkedSet = {
  readonly regions: readonly Region[];
  /** Cells are named by their place here. */
  readonly cells: readonly LinkedCell[];
  readonly relations: readonly Relation[];
};

export type RegionLevel = "nation" | "area" | "municipality";

/** In a local release the municipality stands where the nation does, and units are its participants. */
export type Region = {
  /** `nation`, an area's id, or a municipality's code. */
  readonly id: string;
  readonly level: RegionLevel;
  readonly name: string;
  /** From the nearest. */
  readonly parents: readonly string[];
};

export type LinkedCell = {
  /** Unique and stable: made of region, table and subject, and of no count. */
  readonly id: string;
  readonly region: string;
  /** The specification, or the slice of a crossing, that would tell it; of a difference the nearest. */
  readonly table: string;
  readonly population: "started" | "closed";
  /** The cases that it is among: «» for all, else what narrows them. */
  readonly among: string;
  readonly subject: CellSubject;
  /**
   * `told`: decided already, and stays. `may`: told if nothing has to hide it. `never`: told by no table,
   * and here because it is the difference of others.
   */
  readonly role: "told" | "may" | "never";
  /**
   * Which of its counts must not be known: 1–4, those and 0, or none. A sensitive answer below the
   * nation is guarded at 0 too: «nobody said no» tells of everybody.
   */
  readonly guard: "none" | "few" | "few-or-none";
  /** Its group, where all but one in a single answer would tell of everybody: that cell's place. */
  readonly whole?: number;
  /** What hiding it takes from the reader: more than 0. */
  readonly worth: number;
};

/** Steps of the chain of denominators, and what lies between them. */
export type ChainStep = "eligible" | "asked" | "answered" | "valid";

export type CellSubject =
  | { readonly kind: "cases" }
  | { readonly kind: "chain"; readonly variable: string; readonly step: ChainStep }
  /** Come to a phase: *asked* of every question of that phase that is for all cases. */
  | { readonly kind: "begun"; readonly phase: string }
  /** Cases with one of the codes, missing codes among them. */
  | { readonly kind: "answer"; readonly variable: string; readonly codes: readonly number[] }
  /** Several choices: of the valid, those with none of the codes. */
  | { readonly kind: "no-answer"; readonly variable: string; readonly codes: readonly number[] }
  /** All distinct options of all cases together: the sum behind a mean. */
  | { readonly kind: "total"; readonly variable: string }
  /** What is left of something else: said in words of the rooms' own. */
  | { readonly kind: "left"; readonly variable?: string; readonly of: string };

export type RelationKind =
  /** Options and missing codes add up. */
  | "options"
  /** Each step of the chain is a part of the one before. */
  | "chain"
  /** Municipalities add up to their area, areas to the nation. */
  | "regions"
  /** An indicator's cases are those of its options. */
  | "indicator"
  /** The cases that a question is for are those with an answer to another. */
  | "route"
  /** A number that two questions share: the cases that have come to a phase. */
  | "phase"
  /** A subgroup and the others; the columns of a crossing and those in none. */
  | "among"
  /** Of several choices: what an «or» leaves over, or the sum behind a mean. */
  | "choices"
  /** Two publications of one round, and what came between. */
  | "round";

/** The counts of its cells, each times its factor, add up to nought. */
export type Relation = {
  readonly kind: RelationKind;
  readonly terms: readonly Term[];
};

/** `factor`: a whole number, not 0. */
export type Term = { readonly cell: number; readonly factor: number };

/** A linked set with what was counted: shown to nobody. */
export type CountedSet = {
  readonly set: LinkedSet;
  /** Of each cell, by its place; whole and never less than 0, also of what is only a difference. */
  readonly counts: Int32Array;
  /** The participants, each with what it knows: its own share of every cell. */
  readonly participants: readonly Participant[];
};

export type Participant = {
  /** Its region, where it has one of its own in the set; the id of a unit in a local release. */
  readonly region: string;
  /** Its own cases in each of these cells: its region's, its area's, the nation's. Absent: none. */
  readonly own: ReadonlyMap<number, number>;
};

/**
 * One who attacks: an outsider knows what is told, a participant also its own share. What it sees of the
 * others is the same set with its own share subtracted everywhere; that share's cells are no longer
 * unknown. A cell is guarded by what is left of it.
 */
export type Attacker =
  | { readonly kind: "outsider" }
  | ({ readonly kind: "participant" } & Participant);

/** How far apart the least and the greatest that a guarded count could be must lie. */
export const leastWidth = 5;

/** A count from 1 up to and without this could be somebody. */
export const leastCount = 5;
