import type { Answers } from "#codebook";
import type { MeetingsOfUnit } from "#compilation";
import type { UnitId } from "#kernel";
import { type Campaign, type Combination, meetingCodebook, readCombination } from "#screening";

/** What the store has summed: so many meetings of a unit were noted like this. */
export type MeetingSum = {
  readonly unit: UnitId;
  readonly combination: Combination;
  readonly count: number;
};

/**
 * The answers that the combinations stand for, each read once, with the kind of unit that the plan gives.
 * @throws for a combination that could not have been noted.
 */
export function countedMeetings(
  { units }: Pick<Campaign, "units">,
  sums: readonly MeetingSum[],
): readonly MeetingsOfUnit[] {
  const { id: kindOfUnit = "" } =
    meetingCodebook().variables.find(({ concept }) => concept === "kindOfUnit") ?? {};
  const kinds = new Map(units.map(({ unit, kind }) => [unit, kind]));
  const known = new Map<Combination, Answers>();
  const answersOf = (combination: Combination): Answers => {
    const found = known.get(combination) ?? read(combination);
    known.set(combination, found);
    return found;
  };
  return sums.map(({ unit, combination, count }) => {
    const kind = kinds.get(unit);
    const answers = answersOf(combination);
    if (kind === undefined) return { unit, count, answers };
    const ofKind = { [kindOfUnit]: { kind: "codes", codes: [kind] } } as const;
    return { unit, count, answers: { ...answers, ...ofKind } };
  });
}

function read(combination: Combination): Answers {
  const outcome = readCombination(combination);
  if (outcome.kind === "done") return outcome.value;
  throw new Error(`no meeting was noted like this: ${combination}`);
}
