import type { LinkedSet } from "../linked/linked-cells.ts";
import type { Group } from "./patterns.ts";

/** How many of its parts a region's numbers are moved through, and those of another region. */
const mostOwn = 4;
const mostTheirs = 3;
/** How many groups there may be that reach beyond what a region is in. */
const mostElsewhere = 30;

/**
 * The small groups of regions in which a number of one can move: what one has more, another has less, and
 * with them what they are in and what is in them.
 */
export class ShiftGroups {
  readonly #set: LinkedSet;
  readonly #parent: Int32Array;
  readonly #children: readonly (readonly number[])[];

  constructor(set: LinkedSet) {
    this.#set = set;
    const places = new Map(set.regions.map(({ id }, at) => [id, at]));
    this.#parent = Int32Array.from(
      set.regions,
      ({ parents }) => places.get(parents[0] ?? "") ?? -1,
    );
    const children = set.regions.map((): number[] => []);
    for (const [at, above] of this.#parent.entries()) children[above]?.push(at);
    this.#children = children;
  }

  /** @param size of a region: those that have most come first. */
  *of(region: number, size: (region: number) => number): Generator<Group> {
    const level = this.#set.regions[region]?.level ?? "";
    if ((this.#children[region] ?? []).length > 0) {
      // Where its parts tell more coarsely, nothing in them need move.
      yield { regions: [region], shape: `${level} bare` };
      for (const sibling of this.#siblingsOf(region))
        yield { regions: [region, sibling], shape: `${level} bare beside` };
    }
    for (const own of this.#lineages(region, mostOwn, size)) {
      let [at, line, steps] = [region, own, 0];
      yield { regions: own, shape: `${level} alone` };
      for (let above = this.#parent[at] ?? -1; above >= 0; above = this.#parent[at] ?? -1) {
        const siblings = this.#siblingsOf(at);
        const share = Math.floor(mostElsewhere / siblings.length);
        const most = steps === 0 ? mostTheirs : Math.max(1, Math.min(mostTheirs, share));
        for (const sibling of siblings)
          for (const theirs of this.#lineages(sibling, most, size))
            yield { regions: [...line, ...theirs], shape: `${level} beside ${steps}` };
        line = [...line, above];
        yield { regions: line, shape: `${level} up ${steps}` };
        at = above;
        steps++;
      }
    }
  }

  #siblingsOf(region: number): readonly number[] {
    const siblings = this.#children[this.#parent[region] ?? -1] ?? [];
    return siblings.filter((each) => each !== region);
  }

  /** A region with one of its parts, and one of that one's; by size so many of the first. */
  #lineages(from: number, most: number, size: (region: number) => number): number[][] {
    const below = [...(this.#children[from] ?? [])].sort((a, b) => size(b) - size(a) || a - b);
    if (below.length === 0) return [[from]];
    return below
      .slice(0, most)
      .flatMap((each) => this.#lineages(each, 1, size).map((line) => [from, ...line]));
  }
}
