import type { CampaignView } from "#server";

type Unit = CampaignView["participation"][number];

export type Taken = Pick<Unit, "meetings" | "asked" | "notAsked" | "expected"> & {
  /** `null` of several units together: their days are not the same. */
  readonly days: number | null;
  readonly workingDays: number | null;
};

/** All units together; what is expected only where each of them has said how many. */
export function sumOf(units: readonly Unit[]): Taken {
  const sum = (of: (unit: Unit) => number) => units.reduce((all, unit) => all + of(unit), 0);
  const haveSaid = units.length > 0 && units.every(({ expected }) => expected !== null);
  return {
    meetings: sum(({ meetings }) => meetings),
    asked: sum(({ asked }) => asked),
    notAsked: sum(({ notAsked }) => notAsked),
    expected: haveSaid ? sum(({ expected }) => expected ?? 0) : null,
    days: null,
    workingDays: null,
  };
}
