import type { ToldParticipation } from "#delivery";
import type { IsoDate } from "#kernel";
import type { Participation } from "#screening";

/**
 * What a county is told of a municipality while a month goes on: no unit, no unit's day, no answer, and not
 * whether the question was put. Rounded down to whole tens, so that from one telling to the next nobody sees a
 * single meeting. How many meetings there were it is told exactly with the delivery, so that the tens help
 * nobody against what is published.
 */
export function participationTold(
  units: readonly Participation[],
  day: IsoDate,
): ToldParticipation {
  const sumOf = (count: (unit: Participation) => number) =>
    units.reduce((sum, unit) => sum + count(unit), 0);
  const isExpected = units.every(({ expected }) => expected !== null);
  return {
    day,
    units: units.length,
    noted: units.filter(({ meetings }) => meetings > 0).length,
    expected: isExpected ? sumOf(({ expected }) => expected ?? 0) : null,
    meetings: Math.floor(sumOf(({ meetings }) => meetings) / 10) * 10,
  };
}
