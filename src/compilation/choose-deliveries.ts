import type { Codebook } from "#codebook";
import { type DeliveryFile, type DeliveryHeading, readHeading } from "#delivery";
import { canonicalJson, type Problem, problem } from "#kernel";

/** A file with what it says of itself, and what is wrong before its rows have been looked at. */
export type ChosenDelivery = {
  readonly file: DeliveryFile;
  readonly heading: DeliveryHeading | undefined;
  readonly problems: readonly Problem[];
};

/** What the release will be of. */
export type ReleaseAim = Pick<DeliveryHeading, "kind" | "round" | "codebook">;

/**
 * By the headings alone: what most deliveries are of, those that are of something else, and those that
 * are there twice. In the order of the municipalities' codes, whatever the files are called.
 */
export async function chooseDeliveries(
  files: readonly DeliveryFile[],
  codebooks: readonly Codebook[],
): Promise<{
  readonly aim: ReleaseAim | undefined;
  readonly deliveries: readonly ChosenDelivery[];
}> {
  const read: ChosenDelivery[] = [];
  for (const file of files) {
    const outcome = await readHeading(file, codebooks);
    read.push(
      outcome.kind === "done"
        ? { file, heading: outcome.value, problems: [] }
        : { file, heading: undefined, problems: outcome.problems },
    );
  }
  const headings = read.flatMap(({ heading }) => heading ?? []);
  const aim = mostCommon(headings);
  const deliveries = read
    .map((each) => ({ ...each, problems: [...each.problems, ...problemsOf(each, read, aim)] }))
    .sort((one, other) => compare(placeOf(one), placeOf(other)));
  return { aim, deliveries };
}

export function isOf(heading: DeliveryHeading, aim: ReleaseAim): boolean {
  return aimKey(heading) === aimKey(aim);
}

function problemsOf(
  { file, heading }: ChosenDelivery,
  all: readonly ChosenDelivery[],
  aim: ReleaseAim | undefined,
): readonly Problem[] {
  if (!heading || !aim) return [];
  if (!isOf(heading, aim)) {
    const details = { found: describe(heading), wanted: describe(aim) };
    return [problem("delivery-other-round", file.name, details)];
  }
  const { code, name } = heading.municipality;
  const twins = all.filter(
    (other) =>
      other.file !== file && other.heading?.municipality.code === code && isOf(other.heading, aim),
  );
  if (twins.length === 0) return [];
  const others = twins.map((twin) => twin.file.name).join(", ");
  return [problem("delivery-municipality-twice", file.name, { municipality: name, others })];
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
  return `${kind}, ${id} (${from}–${through}, ${cutOff}), ${codebook.id} ${codebook.version}`;
}

function placeOf({ heading, file }: ChosenDelivery): string {
  return `${heading?.municipality.code ?? "-"} ${file.name}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
