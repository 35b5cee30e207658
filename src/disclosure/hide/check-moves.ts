import type { Hiding } from "./hiding.ts";
import { type Ground, isUnseen, isWide } from "./move.ts";
import { outsider, shareOf } from "./onlookers.ts";

/**
 * Every guarded unknown, once more and from the beginning: each onlooker that it is guarded from has a
 * move among what is hidden.
 *
 * @throws when one has none: a fault here.
 */
export function checkMoves(guarded: readonly number[], hiding: Hiding, ground: Ground): void {
  const { fromAll, fromSome, sharesOf } = ground.onlookers;
  for (const each of guarded) {
    const moves = hiding
      .movesOf(each)
      .filter((move) => move.unknowns.every((unknown) => hiding.hidden[unknown] === 1))
      .filter((move) => isWide(move, each, ground));
    const onlookers = new Set(fromSome.get(each));
    if (fromAll[each] === 1) {
      onlookers.add(outsider);
      // Who holds nothing of what moves sees what the outsider sees.
      for (const { unknowns } of moves)
        for (const unknown of unknowns)
          for (const { participant } of sharesOf[unknown] ?? [])
            if (shareOf(ground.onlookers, participant, each) === undefined)
              onlookers.add(participant);
    }
    for (const onlooker of onlookers)
      if (!moves.some((move) => isUnseen(move, onlooker, ground)))
        throw new Error("A guarded number lost its moves.");
  }
}
