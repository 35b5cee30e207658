/**
 * What the counter of this folder reads and writes, as it stands in the files. Nothing here comes from the
 * program: another road to the same numbers, starting from the delivered bytes.
 */
export type Condition =
  | { readonly answer: string; readonly in: readonly number[] }
  | { readonly field: string; readonly in: readonly number[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | {
      readonly someItem: string;
      readonly phases?: readonly string[];
      readonly where?: Condition;
    };

export type Labelled = { readonly code: number; readonly label: { readonly sv: string } };

export type PlainQuestion = {
  readonly id: string;
  readonly label: { readonly sv: string };
  readonly condition?: Condition;
  readonly options?: readonly Labelled[];
  readonly missing?: readonly Labelled[];
  readonly ageBandCuts?: readonly number[];
  readonly exportLevel: string;
};

export type PlainView = {
  readonly group: string;
  readonly field: string;
  readonly phases?: readonly string[];
  readonly take: "set" | "first" | "last";
  readonly orderBy?: string;
  readonly notAskedAs?: number;
};

export type PlainVariable = PlainQuestion & { readonly phase: string; readonly view?: PlainView };

export type PlainIndicator = {
  readonly id: string;
  readonly label: { readonly sv: string };
  readonly variable: string;
  readonly measure:
    | { readonly kind: "share"; readonly codes: readonly number[] }
    | { readonly kind: "mean-distinct" };
  readonly base: "answered" | "valid";
  readonly within?: Condition;
  readonly population: Population;
  readonly besideChange?: "goal" | "client";
};

/** The codebook's file, as far as counting needs it. */
export type PlainCodebook = {
  readonly id: string;
  readonly version: string;
  readonly variables: readonly PlainVariable[];
  readonly groups: readonly {
    readonly id: string;
    readonly phases: readonly string[];
    readonly condition?: Condition;
    readonly fields: readonly PlainQuestion[];
  }[];
  readonly indicators: readonly PlainIndicator[];
  readonly subgroups: readonly {
    readonly id: string;
    readonly label: { readonly sv: string };
    readonly variable: string;
    readonly codes: readonly number[];
  }[];
  readonly chapters: readonly {
    readonly indicators: readonly string[];
    readonly variables: readonly string[];
    readonly subgroup?: string;
  }[];
};

export type PlainAnswer = number | readonly number[] | string | { readonly number: number };
export type PlainAnswers = { readonly [name: string]: PlainAnswer };

export type PlainRow = {
  readonly group: string;
  readonly phase: string;
  readonly answers: PlainAnswers;
};

/** One line of a delivery. */
export type PlainCase = {
  readonly id: string;
  readonly started: string;
  readonly closed: string | null;
  readonly counts: { readonly started: boolean; readonly closed: boolean };
  readonly begun: readonly string[];
  readonly answers: PlainAnswers;
  readonly items: readonly PlainRow[];
};

export type Population = "started" | "closed";
