import type { Codebook } from "#codebook";
import type { Counter } from "../counting/counter.ts";
import type { Scope } from "../raw-table.ts";
import type { Relation } from "./relation.ts";

/** Cases as columns of small integers, a unit's or the nation's; all that `tabulate` needs to know. */
export type ColumnarExtract = {
  readonly scope: Scope;
  readonly codebook: Codebook;
  readonly relations: readonly Relation[];
  /** The flags that choose each population; none: every row. */
  readonly populations: {
    readonly started: readonly string[];
    readonly closed: readonly string[];
  };
  /** The flag by which a `within` is chosen; by `conditionKey`. */
  readonly conditions: ReadonlyMap<string, string>;
  readonly counter: Counter;
  readonly close: () => void;
};
