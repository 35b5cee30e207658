import type { TableSpecification } from "#tabulation";

declare const protectedTable: unique symbol;

/** A count that may be published, or the one mark that stands for all that may not. */
export type SafeCell = { readonly code: number; readonly count: number | ".." };

/**
 * Lane 2: a table from a frozen, audited set. Exports, prints, reports, the public interface and all
 * pages for people outside the unit take this type and no other.
 *
 * The key of its private member is not exported, so nothing but this room can make one. The function
 * that will is `protect`, over a whole linked set of tables at once; until it exists, nothing does.
 */
export type SafeTable = {
  readonly specification: TableSpecification;
  readonly cells: readonly SafeCell[];
  readonly [protectedTable]: "SafeTable";
};
