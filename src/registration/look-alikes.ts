import { birthYearOf, type Codebook } from "#codebook";
import { daysBetween } from "#kernel";
import type { CaseRecord } from "./case-record.ts";

/** Days between the starts of two cases that may be the same person's, at most. */
export const lookAlikeDays = 45;

/** What must agree beside the birth year, or anybody born that year would be alike. */
const leastAgreeing = 2;

export type ComparedCase = { readonly record: CaseRecord; readonly codebook: Codebook };
export type LookAlikePair = readonly [CaseRecord, CaseRecord];

/**
 * Pairs of cases that may be the same person's, registered twice: same unit and birth year, starts near
 * each other, and no background question that others know the answer to (`privacy: "known"`) tells
 * them apart. Only a hint: nothing here knows who anybody is, so a person must say. Left out are voided
 * and anonymous cases, those that are linked already, and pairs that somebody has said are two persons.
 * @param isDismissed about two cases, in either order.
 * @returns the latest start first; within a pair the earlier case first.
 */
export function lookAlikes(
  cases: readonly ComparedCase[],
  isDismissed: (one: CaseRecord, other: CaseRecord) => boolean,
): readonly LookAlikePair[] {
  const byYear = new Map<string, Portrait[]>();
  for (const compared of cases) {
    const portrait = portraitOf(compared);
    if (!portrait) continue;
    const key = `${portrait.record.unit} ${portrait.birthYear}`;
    byYear.set(key, [...(byYear.get(key) ?? []), portrait]);
  }
  const pairs = [...byYear.values()].flatMap((born) => pairsAmong(born, isDismissed));
  return pairs.toSorted(([, one], [, other]) => earlierFirst(other, one));
}

type Portrait = {
  readonly record: CaseRecord;
  readonly birthYear: number;
  /** By concept, so that cases under different codebooks can be compared. */
  readonly known: ReadonlyMap<string, number>;
};

function portraitOf({ record, codebook }: ComparedCase): Portrait | undefined {
  if (record.voided || record.isAnonymous) return undefined;
  const birthYear = birthYearOf(codebook, record.sheet);
  if (birthYear === null) return undefined;
  const known = codebook.variables.flatMap(({ id, concept, phase, type, privacy, view }) => {
    const isOfPerson = phase === "background" && privacy === "known" && type === "single" && !view;
    const value = isOfPerson ? record.sheet.answers[id] : undefined;
    return value?.kind === "codes" && value.codes[0] !== undefined
      ? [[concept, value.codes[0]] as const]
      : [];
  });
  return { record, birthYear, known: new Map(known) };
}

function pairsAmong(
  born: readonly Portrait[],
  isDismissed: (one: CaseRecord, other: CaseRecord) => boolean,
): readonly LookAlikePair[] {
  const inOrder = born.toSorted((one, other) => earlierFirst(one.record, other.record));
  return inOrder.flatMap((one, index) =>
    inOrder
      .slice(index + 1)
      .filter((other) => isAlike(one, other))
      .filter((other) => !isLinked(one.record, other.record))
      .filter((other) => !isDismissed(one.record, other.record))
      .map((other): LookAlikePair => [one.record, other.record]),
  );
}

/** Where only one of them has an answer, the question cannot tell them apart. */
function isAlike(one: Portrait, other: Portrait): boolean {
  if (daysBetween(one.record.startedOn, other.record.startedOn) > lookAlikeDays) return false;
  let agreeing = 0;
  for (const [concept, code] of one.known) {
    const told = other.known.get(concept);
    if (told === undefined) continue;
    if (told !== code) return false;
    agreeing++;
  }
  return agreeing >= leastAgreeing;
}

function isLinked(one: CaseRecord, other: CaseRecord): boolean {
  return one.previousCode === other.code || other.previousCode === one.code;
}

function earlierFirst(one: CaseRecord, other: CaseRecord): number {
  if (one.startedOn !== other.startedOn) return one.startedOn < other.startedOn ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}
