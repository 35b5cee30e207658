import type { Condition } from "#codebook";
import { canonicalJson } from "#kernel";
import type { TableSpecification } from "../table-specification.ts";

/**
 * Conditions that populations are chosen by. They are evaluated while a case's answers are at hand,
 * and stored as flags; afterwards nothing else can be asked.
 */
export type FlaggedConditions = {
  /** The flag by which a `within` is chosen; by `conditionKey`. */
  readonly flags: ReadonlyMap<string, string>;
  /** In the order of the flags. */
  readonly conditions: readonly Condition[];
};

export function flaggedConditions(
  specifications: readonly Pick<TableSpecification, "within">[],
): FlaggedConditions {
  const found = new Map<string, Condition>();
  for (const { within } of specifications) if (within) found.set(conditionKey(within), within);
  const flags = new Map([...found.keys()].map((key, index) => [key, `within_${index + 1}`]));
  return { flags, conditions: [...found.values()] };
}

/** The same condition, written in another order of keys, is the same population. */
export function conditionKey(condition: Condition): string {
  return canonicalJson(JSON.parse(JSON.stringify(condition)));
}
