import { createHash } from "node:crypto";
import type { Codebook } from "#codebook";
import type { CountableCase } from "#tabulation";
import { type CaseRules, caseRules, isDeliveredCase } from "./check-case.ts";
import { checkHeading } from "./check-heading.ts";
import { countableCases } from "./countable-case.ts";
import { deliverableOf } from "./deliverable.ts";
import {
  type DeliveredCase,
  type DeliveryHeading,
  deliveryFormat,
  limits,
} from "./delivery-format.ts";
import { asShown, type FaultList, type Report } from "./faults.ts";
import type { Line } from "./lines.ts";

/** A delivery in which everything has been checked. Holds its rows, the text of those that are very many. */
export type Delivery = {
  readonly heading: DeliveryHeading;
  readonly codebook: Codebook;
  /** SHA-256 over heading and cases, as its last line tells. */
  readonly hash: string;
  readonly count: number;
  /** Made anew each time they are gone through. */
  readonly cases: Iterable<CountableCase>;
};

export type DeliveryIntake = {
  /** `false`: no more lines are wanted. */
  readonly take: (line: Line) => boolean;
  readonly heading: () => DeliveryHeading | undefined;
  /** `undefined` when something was reported. */
  readonly finish: () => Delivery | undefined;
};

const lineFeed = new Uint8Array([10]);

/** Takes a delivery line by line, and believes none of them. */
export function openDeliveryIntake(
  codebooks: readonly Codebook[],
  faults: FaultList,
): DeliveryIntake {
  const hash = createHash("sha256");
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let about: { readonly heading: DeliveryHeading; readonly codebook: Codebook } | undefined;
  let rules: CaseRules | undefined;
  let rows: (DeliveredCase | string)[] = [];
  let heldBytes = 0;
  let count = 0;
  let lastId = "";
  let lastLine = 0;
  let end: string | undefined;

  function take(line: Line): boolean {
    const { number, bytes, isComplete } = line;
    const inLine =
      (report: Report): Report =>
      (code, details = {}) =>
        report(code, { line: number, ...details });
    if (end !== undefined) {
      inLine(faults.ofFile)("delivery-after-end");
      return false;
    }
    // What was cut off in the middle of a line is told as that, and not by what is missing in it.
    if (!isComplete && (number > 1 || beginsAsDelivery(bytes))) return true;
    lastLine = number;
    const report = inLine(number === 1 ? faults.ofFile : faults.ofRow);
    const parsed = parseLine(bytes, decoder, report);
    if (rules === undefined) {
      if (parsed) about = checkHeading(parsed.json, codebooks, report);
      if (!about) return false;
      rules = caseRules(about.heading, deliverableOf(about.codebook));
    } else if (parsed && isObjectWith(parsed.json, "end")) {
      end = checkEnd(parsed.json.end, inLine(faults.ofFile));
      return true;
    } else {
      count++;
      if (parsed) takeRow(parsed.text, parsed.json, rules, report);
    }
    hash.update(bytes).update(lineFeed);
    return true;
  }

  function takeRow(text: string, row: unknown, known: CaseRules, report: Report): void {
    if (!isDeliveredCase(row, known, report)) return;
    if (row.id <= lastId) report("delivery-row-order");
    lastId = row.id;
    if (!faults.isEmpty()) rows = [];
    // Parsed once where there is room for it: an ordinary delivery is less than one megabyte.
    else rows.push(heldBytes > limits.parsedBytes ? text : row);
    heldBytes += text.length;
  }

  /** The hash that the end tells, after comparing it and the number of cases with what came. */
  function checkEnd(said: unknown, report: Report): string {
    const found = hash.digest("hex");
    const known = isObjectWith(said, "cases") && isObjectWith(said, "hash") ? said : undefined;
    if (!known || Object.keys(known).length !== 2)
      report("delivery-row-malformed", { place: "end" });
    else {
      if (known.cases !== count) {
        report("delivery-miscounted", { said: asShown(known.cases), found: count });
      }
      if (known.hash !== found) report("delivery-altered");
    }
    return found;
  }

  return {
    take,
    heading: () => about?.heading,
    finish() {
      if (end === undefined) faults.ofFile("delivery-truncated", { line: Math.max(lastLine, 1) });
      if (end === undefined || !about || !rules || !faults.isEmpty()) return undefined;
      const countable = countableCases(about.heading, rules.deliverable);
      const checked: readonly (DeliveredCase | string)[] = rows;
      return {
        ...about,
        hash: end,
        count,
        cases: {
          *[Symbol.iterator]() {
            for (const row of checked) {
              yield countable(typeof row === "string" ? (JSON.parse(row) as DeliveredCase) : row);
            }
          },
        },
      };
    },
  };
}

function beginsAsDelivery(bytes: Uint8Array): boolean {
  const beginning = `{"format":"${deliveryFormat}"`;
  const found = Buffer.from(bytes.subarray(0, beginning.length)).toString("latin1");
  return beginning.startsWith(found);
}

function parseLine(
  bytes: Uint8Array,
  decoder: TextDecoder,
  report: Report,
): { readonly text: string; readonly json: unknown } | undefined {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    report("delivery-not-text");
    return undefined;
  }
  try {
    return { text, json: JSON.parse(text) };
  } catch {
    report("delivery-not-json");
    return undefined;
  }
}

function isObjectWith<Name extends string>(
  input: unknown,
  name: Name,
): input is { readonly [key in Name]: unknown } {
  return typeof input === "object" && input !== null && Object.hasOwn(input, name);
}
