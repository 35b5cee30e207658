import type { Codebook } from "#codebook";
import {
  type DeliveryFile,
  type DeliveryHeading,
  openIncoming,
  type Receiving,
  readHeading,
} from "#delivery";
import { canonicalJson, type Problem, problem } from "#kernel";
import {
  type ChosenDelivery,
  latestDeliveries,
  type ReplacedDelivery,
} from "./latest-deliveries.ts";

/** What the release will be of. */
export type ReleaseAim = Pick<DeliveryHeading, "kind" | "round" | "codebook">;

/**
 * By the headings alone: which delivery of each municipality is the latest, what most of these are of, and
 * those that are of something else. In the order of the municipalities' codes, whatever the files are called.
 */
export async function chooseDeliveries(
  files: readonly DeliveryFile[],
  codebooks: readonly Codebook[],
  receiving?: Receiving,
): Promise<{
  readonly aim: ReleaseAim | undefined;
  readonly deliveries: readonly ChosenDelivery[];
  readonly replaced: readonly ReplacedDelivery[];
}> {
  const read: ChosenDelivery[] = [];
  for (const came of files) {
    const opened = await openIncoming(came, receiving);
    const file = opened.kind === "done" ? opened.value : came;
    const outcome = opened.kind === "done" ? await readHeading(file, codebooks) : opened;
    read.push(
      outcome.kind === "done"
        ? { file, heading: outcome.value, problems: [] }
        : { file, heading: undefined, problems: outcome.problems },
    );
  }
  const { latest, replaced } = await latestDeliveries(read);
  const aim = mostCommon(latest.flatMap(({ heading }) => heading ?? []));
  const deliveries = latest
    .map((each) => ({ ...each, problems: [...each.problems, ...problemsOf(each, aim)] }))
    .sort((one, other) => compare(placeOf(one), placeOf(other)));
  return { aim, deliveries, replaced };
}

export function isOf(heading: DeliveryHeading, aim: ReleaseAim): boolean {
  return aimKey(heading) === aimKey(aim);
}

function problemsOf(
  { file, heading }: ChosenDelivery,
  aim: ReleaseAim | undefined,
): readonly Problem[] {
  if (!heading || !aim || isOf(heading, aim)) return [];
  if (isOf({ ...heading, codebook: aim.codebook }, aim)) {
    const details = { found: nameOf(heading.codebook), wanted: nameOf(aim.codebook) };
    return [problem("delivery-other-codebook", file.name, details)];
  }
  const details = { found: describe(heading), wanted: describe(aim) };
  return [problem("delivery-other-round", file.name, details)];
}

/** Of equally many the last in order, which is the later round. */
function mostCommon(headings: readonly DeliveryHeading[]): ReleaseAim | undefined {
  const found = new Map<string, { readonly aim: ReleaseAim; count: number }>();
  for (const { kind, round, codebook } of headings) {
    const aim = { kind, round, codebook };
    const before = found.get(aimKey(aim));
    if (before) before.count++;
    else found.set(aimKey(aim), { aim, count: 1 });
  }
  const ranked = [...found].sort(
    ([oneKey, one], [otherKey, other]) => other.count - one.count || compare(otherKey, oneKey),
  );
  return ranked[0]?.[1].aim;
}

/** The round first: of two the later one comes last. */
function aimKey({ kind, round, codebook }: ReleaseAim): string {
  return canonicalJson([round.from, round, codebook, kind]);
}

function describe({ kind, round, codebook }: ReleaseAim): string {
  const { id, from, through, cutOff } = round;
  return `${kind}, ${id} (${from}–${through}, ${cutOff}), ${nameOf(codebook)}`;
}

function nameOf({ id, version }: ReleaseAim["codebook"]): string {
  return `${id} ${version}`;
}

function placeOf({ heading, file }: ChosenDelivery): string {
  return `${heading?.municipality.code ?? "-"} ${file.name}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
