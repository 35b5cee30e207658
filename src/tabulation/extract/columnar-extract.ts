import type { Codebook } from "#codebook";
import type { Counter, CountRequest } from "../counting/counter.ts";
import type { Scope } from "../raw-table.ts";
import type { Population } from "../table-specification.ts";
import type { Relation } from "./relation.ts";

export type Chosen = Required<Pick<CountRequest, "flags" | "ranges">>;

/** Cases as columns of small integers, a unit's or the nation's; all that `tabulate` needs to know. */
export type ColumnarExtract = {
  readonly scope: Scope;
  readonly codebook: Codebook;
  /** By number: the same one first, then the earlier ones that cases may rest on. */
  readonly codebooks: readonly [Codebook, ...Codebook[]];
  readonly relations: readonly Relation[];
  /** The flags and ranges that choose each population; none: every row. */
  readonly populations: { readonly [population in Population]: Chosen };
  /** The flag by which a `within` is chosen; by `conditionKey`. */
  readonly conditions: ReadonlyMap<string, string>;
  readonly counter: Counter;
  readonly close: () => void;
};

/** What can be asked of an extract: known before a case is read. */
export type Askable = Omit<ColumnarExtract, "counter" | "close">;
