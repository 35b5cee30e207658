import type { LinkedSet } from "../linked/linked-cells.ts";
import type { Unknowns } from "./unknowns.ts";

/** How many others a region is paired with. */
const mostPartners = 8;
/** Up to the nation and down again. */
const farthest = 4;

/**
 * The small groups of regions that a move of an unknown is looked for in: what one region has more,
 * another has less, and their areas with them. Those first that have most of the same to give.
 */
export class RegionGroups {
  readonly #unknowns: Unknowns;
  readonly #parent: readonly number[];
  readonly #children: readonly (readonly number[])[];
  /** By equation, 1: it adds up regions. */
  readonly #across: Uint8Array;

  constructor({ regions }: LinkedSet, unknowns: Unknowns) {
    this.#unknowns = unknowns;
    const places = new Map(regions.map(({ id }, at) => [id, at]));
    this.#parent = regions.map(({ parents }) => places.get(parents[0] ?? "") ?? -1);
    const children = regions.map((): number[] => []);
    for (const [at, above] of this.#parent.entries()) children[above]?.push(at);
    this.#children = children;
    const { start, items } = unknowns.equations;
    this.#across = Uint8Array.from({ length: start.length - 1 }, (_, row) => {
      const first = unknowns.region[items[start[row] ?? 0] ?? 0];
      for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at++)
        if (unknowns.region[items[at] ?? 0] !== first) return 1;
      return 0;
    });
  }

  /**
   * @param left by unknown: what is left of it.
   * @param fixed by unknown, 1: it cannot move.
   * @returns each group as marks by region.
   */
  *around(guarded: number, left: Int32Array, fixed: Uint8Array): Generator<Uint8Array> {
    const region = this.#unknowns.region[guarded] ?? 0;
    const strength = this.#strengths(guarded, left, fixed);
    const byStrength = (a: number, b: number) =>
      (strength.get(b) ?? -1) - (strength.get(a) ?? -1) || a - b;
    const downwards = (from: number): readonly number[] => {
      const [child] = [...(this.#children[from] ?? [])].sort(byStrength);
      return child === undefined ? [from] : [from, ...downwards(child)];
    };
    const own = [...(this.#children[region] ?? [])].sort(byStrength).slice(0, 2);
    const lineages = own.length === 0 ? [[region]] : own.map((at) => [region, ...downwards(at)]);
    for (const lineage of lineages) {
      yield this.#marks(lineage);
      let [at, line] = [region, lineage];
      for (let above = this.#parent[at] ?? -1; above >= 0; above = this.#parent[at] ?? -1) {
        const siblings = (this.#children[above] ?? []).filter((each) => each !== at);
        for (const sibling of [...siblings].sort(byStrength).slice(0, mostPartners))
          yield this.#marks([...line, ...downwards(sibling)]);
        line = [...line, above];
        at = above;
      }
    }
  }

  /** By region, how much it has of what the guarded one counts; less than nothing where it cannot give. */
  #strengths(guarded: number, left: Int32Array, fixed: Uint8Array): ReadonlyMap<number, number> {
    const { equations, within, region } = this.#unknowns;
    const strengths = new Map<number, number>();
    const depth = new Map([[guarded, 0]]);
    for (const [unknown, steps] of depth) {
      const at = region[unknown] ?? 0;
      if (fixed[unknown] === 0)
        strengths.set(at, Math.max(strengths.get(at) ?? 0, left[unknown] ?? 0));
      if (steps === farthest) continue;
      for (let to = within.start[unknown] ?? 0; to < (within.start[unknown + 1] ?? 0); to++) {
        const row = within.items[to] ?? 0;
        if (this.#across[row] === 0) continue;
        for (let of = equations.start[row] ?? 0; of < (equations.start[row + 1] ?? 0); of++) {
          const other = equations.items[of] ?? 0;
          if (!depth.has(other)) depth.set(other, steps + 1);
        }
      }
    }
    return strengths;
  }

  #marks(group: readonly number[]): Uint8Array {
    const marks = new Uint8Array(this.#unknowns.regions);
    for (const region of group) marks[region] = 1;
    return marks;
  }
}
