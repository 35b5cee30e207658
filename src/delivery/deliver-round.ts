import { createHash } from "node:crypto";
import type { Codebook } from "#codebook";
import { addDays, type MunicipalityCode, type Randomness, type Round } from "#kernel";
import { nationSpecifications } from "#tabulation";
import { countCases } from "./count-cases.ts";
import { type DeliverySource, deliveredCases } from "./delivered-case.ts";
import { deliveredTable } from "./delivered-table.ts";
import {
  type DeliveredCase,
  type DeliveredTable,
  type DeliveryEnd,
  type DeliveryHeading,
  type DeliveryLevel,
  deliveryFormat,
} from "./delivery-format.ts";
import { withoutAdditions } from "./without-additions.ts";

export type DeliveryOfRound = {
  readonly kind: DeliveryHeading["kind"];
  readonly municipality: {
    readonly code: MunicipalityCode;
    readonly name: string;
    readonly county: string;
  };
  /** The names of the units whose cases these are. */
  readonly units: readonly string[];
  readonly statedCases: number | null;
  readonly sequence: number;
  readonly level: DeliveryLevel;
  readonly round: Round;
  /** With the municipality's overlay, where it has one. */
  readonly codebook: Codebook;
  /**
   * The municipality's others upon the same common codebook: their cases are delivered too. What
   * leaves is common to all of them, and rests on common answers alone.
   */
  readonly versions?: readonly Codebook[];
  readonly cases: AsyncIterable<DeliverySource> | Iterable<DeliverySource>;
  readonly randomness: Randomness;
  /** Sees each case beside what leaves of it (or is counted of it): it alone can tell whose a line is. */
  readonly witness?: (source: DeliverySource, delivered: DeliveredCase) => void;
};

/** A first delivery of rows, of which nobody has said anything more. */
export const firstRows = { units: [], statedCases: null, sequence: 1, level: "rows" } as const;

/**
 * The lines of a delivery, each without its line feed: the round so far, whole. Cases that neither
 * started nor were closed in it are left out. Two deliveries of the same cases share no id; of counts alone
 * they are the same.
 * @throws for a case of another municipality or codebook.
 */
export async function* deliverRound(delivery: DeliveryOfRound): AsyncGenerator<string> {
  const heading = headingOf(delivery);
  const hash = createHash("sha256");
  let told = 0;
  const hashed = (line: string) => {
    hash.update(`${line}\n`);
    return line;
  };
  yield hashed(JSON.stringify(heading));
  const lines = delivery.level === "counts" ? countedLines(delivery, heading) : caseLines(delivery);
  for (const line of await lines) {
    yield hashed(line);
    told++;
  }
  const count = delivery.level === "counts" ? { tables: told } : { cases: told };
  const end: DeliveryEnd = { end: { ...count, hash: hash.digest("hex") } };
  yield JSON.stringify(end);
}

async function caseLines(delivery: DeliveryOfRound): Promise<readonly string[]> {
  const lines: { readonly id: string; readonly line: string }[] = [];
  const level = delivery.level === "rows" ? "rows" : "coarse-rows";
  for await (const delivered of casesOf(delivery, level)) {
    lines.push({ id: delivered.id, line: JSON.stringify(delivered) });
  }
  lines.sort((one, other) => (one.id < other.id ? -1 : 1));
  return lines.map(({ line }) => line);
}

async function countedLines(
  delivery: DeliveryOfRound,
  heading: DeliveryHeading,
): Promise<readonly string[]> {
  const common = withoutAdditions(delivery.codebook);
  const cases = await Array.fromAsync(casesOf(delivery, "rows"));
  const counted = await countCases(cases, heading, common);
  const found = new Map(counted.map((raw) => [raw.specification.id, raw]));
  return nationSpecifications(common).map(({ id }) => {
    const raw = found.get(id);
    const table: DeliveredTable = raw ? deliveredTable(raw) : { table: id, counts: null };
    return JSON.stringify(table);
  });
}

/** What leaves of the cases, in the order that they come. */
async function* casesOf(
  delivery: DeliveryOfRound,
  level: "rows" | "coarse-rows",
): AsyncGenerator<DeliveredCase> {
  const { municipality, codebook, witness } = delivery;
  const deliver = deliveredCases(delivery, level);
  const isDelivered = deliveredCodebooks(delivery);
  for await (const source of delivery.cases) {
    const { record } = source;
    if (record.municipality !== municipality.code) {
      throw new Error(`a case of ${record.municipality} in the delivery of ${municipality.code}`);
    }
    if (!isDelivered(record.codebook)) {
      throw new Error(`a case of ${record.codebook} in a delivery by ${codebook.id}`);
    }
    const delivered = deliver(source);
    if (!delivered) continue;
    witness?.(source, delivered);
    yield delivered;
  }
}

function headingOf(delivery: DeliveryOfRound): DeliveryHeading {
  const { kind, municipality, units, statedCases, sequence, level, round, codebook } = delivery;
  const { code, name, county } = municipality;
  const { id, period, cutOff } = round;
  const base = codebook.extends;
  return {
    format: deliveryFormat,
    kind,
    municipality: { code, name, county },
    units: units.toSorted(),
    statedCases,
    sequence,
    level,
    round: { id, from: period.from, through: addDays(period.until, -1), cutOff },
    codebook: { id: base?.codebook ?? codebook.id, version: base?.version ?? codebook.version },
    overlay: base ? { id: codebook.id, version: codebook.version } : null,
  };
}

/** Whether cases of a codebook belong to the delivery: the common one, and what extends it. */
export function deliveredCodebooks({
  codebook,
  versions = [],
}: Pick<DeliveryOfRound, "codebook" | "versions">): (id: string) => boolean {
  const common = codebook.extends?.codebook ?? codebook.id;
  const extending = versions.filter((version) => version.extends?.codebook === common);
  const ids = new Set([common, codebook.id, ...extending.map(({ id }) => id)]);
  return (id) => ids.has(id);
}
