/** Columns of small whole numbers; nothing else is ever counted. */
export type Column = {
  readonly name: string;
  /** One byte, two or four: a nation has many rows. */
  readonly type: "utinyint" | "usmallint" | "uinteger";
};

/** Takes rows one by one, in the order of the columns. */
export type RowIntake = {
  readonly add: (row: readonly number[]) => void | Promise<void>;
  /** Must be called once, after the last row. */
  readonly finish: () => void;
};

/** Rows whose value in the column is one of these; both ends are included. */
export type Range = { readonly column: string; readonly from: number; readonly to: number };

/**
 * How many rows there are of each combination of values, among those whose flags are all 1 and whose
 * values lie in all ranges.
 */
export type CountRequest = {
  readonly relation: string;
  readonly columns: readonly string[];
  readonly flags: readonly string[];
  readonly ranges?: readonly Range[];
};

/**
 * The combinations that have rows, as columns: an object for each would cost more than the counting.
 * Without a column there is one combination, or none.
 */
export type Cells = {
  /** How many combinations. */
  readonly size: number;
  /** In the order of the request's columns. */
  readonly values: readonly Uint32Array[];
  /** Rows of each combination. */
  readonly rows: Uint32Array;
};

/**
 * Relations that are filled, asked and thrown away. Only the finest cells are counted: margins are
 * sums, folded where they are needed.
 */
export type Counter = {
  readonly createRelation: (name: string, columns: readonly Column[]) => Promise<RowIntake>;
  /** In the order of the requests; the cells of one request in any order. */
  readonly count: (requests: readonly CountRequest[]) => Promise<readonly Cells[]>;
  readonly close: () => void;
};
