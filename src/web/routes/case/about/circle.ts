import type { CaseCircle } from "#server";

type Unit = CaseCircle["units"][number];
type Person = Unit["people"][number];

export function ownerOf({ units }: CaseCircle): Unit | undefined {
  return units.find(({ isOwner }) => isOwner);
}

/** The units that a case can be shared with, or moved to. */
export function otherUnits({ units }: CaseCircle): readonly Unit[] {
  return units.filter(({ isOwner }) => !isOwner);
}

/** Those who can have the case among theirs. */
export function workersIn(unit: Unit | undefined): readonly Person[] {
  return (unit?.people ?? []).filter(({ roles }) => roles.includes("caseWorker"));
}

/** Each person once, under the first unit that has her: the owner's, then the one that shares it. */
export function readersByUnit({ units }: CaseCircle): readonly Unit[] {
  const near = (unit: Unit) => (unit.isOwner ? 0 : unit.isSharing ? 1 : 2);
  const taken = new Set<string>();
  return units
    .toSorted((a, b) => near(a) - near(b))
    .map((unit) => {
      const people = unit.people.filter(({ account }) => !taken.has(account));
      for (const { account } of people) taken.add(account);
      return { ...unit, people };
    })
    .filter(({ people }) => people.length > 0);
}
