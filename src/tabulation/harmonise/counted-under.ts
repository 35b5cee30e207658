import type { Codebook, Condition, Question } from "#codebook";
import { type Carry, carries } from "./carry.ts";
import { conditionUnder } from "./condition-under.ts";

/** How cases that rest on one codebook are counted under the newest. */
export type CountedUnder = {
  /** In the extract's column: the newest is 0. */
  readonly number: number;
  /** What a case was asked by; it decides what was asked, and what the answers meant. */
  readonly codebook: Codebook;
  /** By the newest's question; `undefined`: answers are those of the newest itself. */
  readonly carries: ReadonlyMap<Question, Carry> | undefined;
  /** True of the case's own answers where the condition about the newest's surely holds. */
  readonly conditionOf: (condition: Condition) => Condition;
};

/** By the id of the codebook that a case rests on; the newest for one that is not told. */
export type CountedUnders = (codebook: string | undefined) => CountedUnder;

/**
 * Cases keep the version that they were registered under; all are counted under the newest one. Each is
 * evaluated by its own, and its answers are carried over as `carriedOver` says: to another code, or to
 * none, and never to one that says something else. What only the newest has was never asked there, nor
 * what it asks in a way that cannot be compared.
 * @param codebooks in the order of `codebooksOf`. What it gives throws for a codebook that is not among
 * them: nothing is known of what it asked.
 */
export function countedUnders(codebooks: readonly [Codebook, ...Codebook[]]): CountedUnders {
  const [newest] = codebooks;
  const made = new Map(
    codebooks.map((codebook, number) => [codebook.id, countedUnder(newest, codebook, number)]),
  );
  return (id) => {
    const found = made.get(id ?? newest.id);
    if (!found) throw new Error(`a case of a codebook that is not counted here: ${id}`);
    return found;
  };
}

/** The newest first, then the others from the latest to the earliest, each once. */
export function codebooksOf(
  newest: Codebook,
  versions: readonly Codebook[],
): readonly [Codebook, ...Codebook[]] {
  const others = versions.filter(
    ({ id }, index) => id !== newest.id && versions.findIndex((each) => each.id === id) === index,
  );
  return [newest, ...others.toSorted(latestFirst)];
}

/** Of two that began on one day the later in the list is the later one. */
function latestFirst(one: Codebook, other: Codebook): number {
  return one.validFrom < other.validFrom ? 1 : one.validFrom > other.validFrom ? -1 : 0;
}

function countedUnder(newest: Codebook, codebook: Codebook, number: number): CountedUnder {
  if (number === 0) return { number, codebook, carries: undefined, conditionOf: (same) => same };
  const known = new Map<Condition, Condition>();
  const ofQuestions = carries(newest, codebook);
  return {
    number,
    codebook,
    carries: ofQuestions,
    conditionOf: (condition) => {
      const before = known.get(condition);
      if (before) return before;
      const made = conditionUnder(condition, newest, codebook, ofQuestions);
      known.set(condition, made);
      return made;
    },
  };
}
