import { createHash } from "node:crypto";
import type { DeliveryFile, DeliveryHeading } from "#delivery";
import { canonicalJson, type Problem, problem } from "#kernel";

/** A file with what it says of itself, and what is wrong before its rows have been looked at. */
export type ChosenDelivery = {
  readonly file: DeliveryFile;
  readonly heading: DeliveryHeading | undefined;
  readonly problems: readonly Problem[];
};

/** A delivery that no longer counts, and the one that counts instead. Both are names of files. */
export type ReplacedDelivery = { readonly file: string; readonly by: string };

export type LatestDeliveries = {
  readonly latest: readonly ChosenDelivery[];
  readonly replaced: readonly ReplacedDelivery[];
};

/**
 * Of each municipality and round the delivery with the highest sequence: it replaces those before it,
 * also when it turns out that it cannot be used, since whoever sent it wants the former counted no more.
 * The same bytes twice are the same delivery. Other bytes with the same sequence are refused, all of them:
 * nobody can tell which is meant.
 */
export async function latestDeliveries(read: readonly ChosenDelivery[]): Promise<LatestDeliveries> {
  // What says nothing of itself is nobody's, and replaces nothing.
  const latest = read.filter(({ heading }) => heading === undefined);
  const known = read.filter(({ heading }) => heading !== undefined);
  const replaced: ReplacedDelivery[] = [];
  for (const ofOne of Map.groupBy(known, whoseAndWhen).values()) {
    const highest = Math.max(...ofOne.map(sequenceOf));
    const standing = ofOne.filter((each) => sequenceOf(each) === highest);
    const [first, ...others] = await withoutCopies(standing);
    if (first === undefined) continue;
    if (others.length === 0) latest.push(first);
    else latest.push(...contradicting([first, ...others]));
    const kept = new Set([first, ...others]);
    for (const { file } of ofOne.filter((each) => !kept.has(each))) {
      replaced.push({ file: file.name, by: first.file.name });
    }
  }
  return { latest, replaced: replaced.sort((one, other) => (one.file < other.file ? -1 : 1)) };
}

function whoseAndWhen({ heading }: ChosenDelivery): string {
  return canonicalJson([
    heading?.kind ?? "",
    heading?.round.id ?? "",
    heading?.municipality.code ?? "",
  ]);
}

function sequenceOf({ heading }: ChosenDelivery): number {
  return heading?.sequence ?? 0;
}

/** By name the first of those that are alike to the byte. */
async function withoutCopies(
  deliveries: readonly ChosenDelivery[],
): Promise<readonly ChosenDelivery[]> {
  if (deliveries.length < 2) return deliveries;
  const found = new Map<string, ChosenDelivery>();
  const byName = deliveries.toSorted((one, other) => (one.file.name < other.file.name ? -1 : 1));
  for (const each of byName) {
    const bytes = await hashOf(each.file);
    if (!found.has(bytes)) found.set(bytes, each);
  }
  return [...found.values()];
}

/** A file that cannot be read is like no other: what is wrong with it is told when it is taken in. */
async function hashOf({ name, open }: DeliveryFile): Promise<string> {
  const hash = createHash("sha256");
  try {
    for await (const piece of open()) hash.update(piece);
  } catch {
    return name;
  }
  return hash.digest("hex");
}

function contradicting(deliveries: readonly ChosenDelivery[]): readonly ChosenDelivery[] {
  return deliveries.map((each) => {
    const { file, heading, problems } = each;
    const others = deliveries.filter((other) => other !== each).map((other) => other.file.name);
    const details = {
      municipality: heading?.municipality.name ?? "",
      sequence: heading?.sequence ?? 0,
      others: others.join(", "),
    };
    return {
      ...each,
      problems: [...problems, problem("delivery-municipality-twice", file.name, details)],
    };
  });
}
