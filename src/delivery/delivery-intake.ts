import { createHash } from "node:crypto";
import type { Codebook } from "#codebook";
import type { CountableCase, RawTable } from "#tabulation";
import { type CaseLines, openCaseLines, type TakePassing } from "./case-lines.ts";
import { checkHeading } from "./check-heading.ts";
import { type DeliveryHeading, deliveryFormat } from "./delivery-format.ts";
import { doubledNameIn } from "./doubled-name.ts";
import { asShown, type FaultList, type Report } from "./faults.ts";
import type { Line } from "./lines.ts";
import { openTableLines, type TableLines } from "./table-lines.ts";

/**
 * A delivery in which everything has been checked. Holds its rows, the text of those that are very many, or
 * where only counts left the tables.
 */
export type Delivery = {
  readonly heading: DeliveryHeading;
  readonly codebook: Codebook;
  /** SHA-256 over heading and cases, as its last line tells. */
  readonly hash: string;
  /** Of its lines: cases, or tables where only counts left. */
  readonly count: number;
  /** Made anew each time they are gone through. None where only counts left, or where they were passed on. */
  readonly cases: Iterable<CountableCase>;
  /** Of the municipality, where only counts left; a table that is about none of its cases is not there. */
  readonly tables: readonly RawTable[];
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
  pass?: TakePassing,
): DeliveryIntake {
  const hash = createHash("sha256");
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let about: { readonly heading: DeliveryHeading; readonly codebook: Codebook } | undefined;
  let content: Content | undefined;
  let count = 0;
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
    if (content === undefined) {
      if (parsed) about = checkHeading(parsed.json, codebooks, report);
      if (!about) return false;
      content = openContent(about.heading, about.codebook, faults, pass);
    } else if (parsed && isObjectWith(parsed.json, "end")) {
      end = checkEnd(parsed.json.end, content.kind, inLine(faults.ofFile));
      if (content.kind === "tables") content.finish(inLine(faults.ofFile));
      return true;
    } else {
      count++;
      if (about?.heading.withdrawn) report("delivery-withdrawn-with-cases");
      if (parsed && content.kind === "cases") content.take(parsed.text, parsed.json, report);
      else if (content.kind === "tables") content.take(number, parsed, report);
    }
    hash.update(bytes).update(lineFeed);
    return true;
  }

  /** The hash that the end tells, after comparing it and the number of lines with what came. */
  function checkEnd(said: unknown, kind: Content["kind"], report: Report): string {
    const found = hash.digest("hex");
    const known = isObjectWith(said, kind) && isObjectWith(said, "hash") ? said : undefined;
    if (!known || Object.keys(known).length !== 2)
      report("delivery-row-malformed", { place: "end" });
    else {
      if (known[kind] !== count) {
        const code = kind === "cases" ? "delivery-miscounted" : "delivery-tables-miscounted";
        report(code, { said: asShown(known[kind]), found: count });
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
      if (end === undefined || !about || !content || !faults.isEmpty()) return undefined;
      return {
        ...about,
        hash: end,
        count,
        cases: content.kind === "cases" ? content.cases() : [],
        tables: content.kind === "tables" ? content.tables() : [],
      };
    },
  };
}

type Content =
  | ({ readonly kind: "cases" } & CaseLines)
  | ({ readonly kind: "tables" } & TableLines);

function openContent(
  heading: DeliveryHeading,
  codebook: Codebook,
  faults: FaultList,
  pass: TakePassing | undefined,
): Content {
  const { level } = heading;
  return level === "counts"
    ? { kind: "tables", ...openTableLines(heading, codebook, faults) }
    : { kind: "cases", ...openCaseLines(heading, codebook, level, faults, pass) };
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
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    report("delivery-not-json");
    return undefined;
  }
  const doubled = doubledNameIn({ bytes, text, json });
  if (doubled === undefined) return { text, json };
  report("delivery-name-doubled", { place: asShown(doubled) });
  return undefined;
}

function isObjectWith<Name extends string>(
  input: unknown,
  name: Name,
): input is { readonly [key in Name]: unknown } {
  return typeof input === "object" && input !== null && Object.hasOwn(input, name);
}
