import type { Codebook, Condition } from "#codebook";
import { type Amount, difference } from "./amount.ts";
import { otherCells } from "./cells.ts";
import type { Partition } from "./partition.ts";
import { excludeEachOther, type Place } from "./places.ts";
import type { Tallies } from "./tallies.ts";
import { countIn, type Tally } from "./tally.ts";

export type SettledPlace = {
  readonly place: Place;
  readonly tally: Tally;
  readonly partition: Partition;
};

/**
 * Among all who have come to a phase, two questions may tell of cases that exclude each other: one of
 * men, and one that women alone are asked. What neither tells must be nobody or enough too. Each amount:
 * those who have come, less the cases that this question is for, and less what another tells already.
 * Added to a block with those who have not come, it is the rest.
 */
export function begunBeside(
  place: Place,
  others: readonly SettledPlace[],
  tallies: Tallies,
  codebook: Codebook,
): readonly Amount[] {
  const { eligible } = tallies.at(place).base;
  return others.flatMap((other) => {
    if (!areApart(place, other.place, codebook)) return [];
    const told = toldBy(other);
    if (told === undefined) return [];
    return tallies.begunAround(place, other.place).map((all) => difference(all, eligible, told));
  });
}

/** Those of whom it tells at least that they have come to its phase. */
function toldBy({ tally, partition }: SettledPlace): Amount | undefined {
  const { notBegun, notEligible } = otherCells;
  const waiting = partition.find((block) => block.includes(notBegun)) ?? [];
  if (waiting.includes(notEligible)) return undefined;
  const untold = countIn(tally, waiting);
  return untold && difference(tally.base.eligible, untold);
}

/** By their domains, or by what leads to the questions. */
function areApart(one: Place, other: Place, codebook: Codebook): boolean {
  return conditionsOf(one).some((mine) =>
    conditionsOf(other).some((yours) => excludeEachOther(mine, yours, codebook)),
  );
}

function conditionsOf({ domain, question }: Place): readonly Condition[] {
  return [...domain.values(), ...(question.condition ? [question.condition] : [])];
}
