import type { Codebook } from "#codebook";
import type { CountableCase } from "#tabulation";
import { caseRules, isDeliveredCase } from "./check-case.ts";
import { countableCases } from "./countable-case.ts";
import { deliverableAt, type RowLevel } from "./deliverable-at.ts";
import { type DeliveredCase, type DeliveryHeading, limits } from "./delivery-format.ts";
import type { FaultList, Report } from "./faults.ts";

export type CaseLines = {
  readonly take: (text: string, json: unknown, report: Report) => void;
  /** Made anew each time they are gone through. */
  readonly cases: () => Iterable<CountableCase>;
};

/** Of whoever takes a delivery's cases as they pass, before its end tells whether they count. */
export type TakePassing = (counted: CountableCase) => void;

/**
 * The rows of a delivery: checked one by one, and held where nothing has been wrong yet.
 * @param pass takes them instead, and nothing is held.
 */
export function openCaseLines(
  heading: DeliveryHeading,
  codebook: Codebook,
  level: RowLevel,
  faults: FaultList,
  pass?: TakePassing,
): CaseLines {
  const deliverable = deliverableAt(codebook, level);
  const rules = caseRules(heading, deliverable);
  const countable = countableCases(heading, deliverable);
  let rows: (DeliveredCase | string)[] = [];
  let heldBytes = 0;
  let lastId = "";

  return {
    take(text, row, report) {
      if (!isDeliveredCase(row, rules, report)) return;
      if (row.id <= lastId) report("delivery-row-order");
      lastId = row.id;
      if (!faults.isEmpty()) rows = [];
      else if (pass) pass(countable(row));
      // Parsed once where there is room for it: an ordinary delivery is less than one megabyte.
      else rows.push(heldBytes > limits.parsedBytes ? text : row);
      heldBytes += text.length;
    },
    cases() {
      const checked: readonly (DeliveredCase | string)[] = rows;
      return {
        *[Symbol.iterator]() {
          for (const row of checked) {
            yield countable(typeof row === "string" ? (JSON.parse(row) as DeliveredCase) : row);
          }
        },
      };
    },
  };
}
