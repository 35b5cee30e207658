import type { Participant, Region } from "../linked/linked-cells.ts";
import type { Knowing } from "./sight.ts";

/** Reported, not required to hold: so not all of them need be tried. */
const mostPairs = 200;

/** Neighbours first of all tell each other: two of one area, in the order of the participants. */
export function pairsOfParticipants(
  regions: readonly Region[],
  participants: readonly Participant[],
  own: readonly ReadonlyMap<number, number>[],
): readonly Knowing[] {
  const areaOf = new Map(regions.map(({ id, parents }) => [id, parents[0]]));
  const pairs: Knowing[] = [];
  for (const [one, { region }] of participants.entries()) {
    for (let other = one + 1; other < participants.length; other++) {
      if (pairs.length === mostPairs) return pairs;
      const second = participants[other]?.region ?? "";
      if (areaOf.get(region) !== areaOf.get(second)) continue;
      const both = new Map(own[one]);
      for (const [cell, share] of own[other] ?? []) both.set(cell, (both.get(cell) ?? 0) + share);
      pairs.push({ regions: [region, second], own: both });
    }
  }
  return pairs;
}
