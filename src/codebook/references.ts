import type { Condition } from "./condition.ts";

/** One name used in a condition, with the place of it as JSON pointer. */
export type Reference =
  | {
      readonly kind: "answer";
      readonly variable: string;
      readonly codes: readonly number[];
      readonly at: string;
    }
  | {
      readonly kind: "field";
      /** The group whose row is looked at; `undefined` where there is no row to look at. */
      readonly group: string | undefined;
      readonly field: string;
      readonly codes: readonly number[];
      readonly at: string;
    }
  | {
      readonly kind: "group";
      readonly group: string;
      readonly phases: readonly string[];
      readonly at: string;
    };

/**
 * All names in a condition. `group` is the repeat group that the condition stands in; within
 * `someItem … where` a `field` belongs to the group named there instead.
 */
export function referencesIn(
  condition: Condition | undefined,
  at = "",
  group?: string,
): readonly Reference[] {
  if (condition === undefined) return [];
  if ("answer" in condition) {
    return [{ kind: "answer", variable: condition.answer, codes: condition.in, at }];
  }
  if ("field" in condition) {
    return [{ kind: "field", group, field: condition.field, codes: condition.in, at }];
  }
  if ("all" in condition) {
    return condition.all.flatMap((part, index) => referencesIn(part, `${at}/all/${index}`, group));
  }
  if ("any" in condition) {
    return condition.any.flatMap((part, index) => referencesIn(part, `${at}/any/${index}`, group));
  }
  if ("not" in condition) return referencesIn(condition.not, `${at}/not`, group);
  const { someItem, phases = [], where } = condition;
  return [
    { kind: "group", group: someItem, phases, at },
    ...referencesIn(where, `${at}/where`, someItem),
  ];
}
