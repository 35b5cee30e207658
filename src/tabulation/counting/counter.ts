/** Columns of small whole numbers; nothing else is ever counted. */
export type Column = { readonly name: string; readonly type: "utinyint" | "uinteger" };

/** Takes rows one by one, in the order of the columns. */
export type RowIntake = {
  readonly add: (row: readonly number[]) => void | Promise<void>;
  /** Must be called once, after the last row. */
  readonly finish: () => void;
};

/** How many rows there are of each combination of values, among those whose flags are all 1. */
export type CountRequest = {
  readonly relation: string;
  /** The first holds at most 255; the others anything that fits into 32 bits. */
  readonly columns: readonly string[];
  readonly flags: readonly string[];
};

/** One combination and its number of rows; combinations without rows are left out. */
export type Bar = {
  readonly code: number;
  /** Of the other columns, in the order of the request. */
  readonly words: readonly number[];
  readonly count: number;
};

/**
 * Relations that are filled, asked and thrown away. Only the finest cells are counted: margins are
 * sums, folded where they are needed.
 */
export type Counter = {
  readonly createRelation: (name: string, columns: readonly Column[]) => Promise<RowIntake>;
  /** In the order of the requests; the bars of one request in any order. */
  readonly count: (requests: readonly CountRequest[]) => Promise<readonly (readonly Bar[])[]>;
  readonly close: () => void;
};
