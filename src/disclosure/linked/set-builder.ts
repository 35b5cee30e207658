import type { CountedSet, LinkedCell, Relation, RelationKind, Term } from "./linked-cells.ts";
import type { PlacedRegion } from "./placed-region.ts";

/** How many cases of a number each member of its region has, in the members' order. */
export type Shares = Int32Array;

/**
 * Cells and relations as they are found. What is put down is held against every member's own share: a
 * relation that the data do not keep to somewhere is no fact that anybody could count on, and is left out.
 */
export class SetBuilder {
  readonly #regions: readonly PlacedRegion[];
  readonly #membersOf: ReadonlyMap<string, readonly number[]>;
  readonly #cells: LinkedCell[] = [];
  readonly #shares: Shares[] = [];
  readonly #relations: Relation[] = [];
  readonly #byId = new Map<string, number>();
  /** Of the regions: the ends of the ids of cells that are known to be empty. */
  #nobody: ReadonlySet<string> = new Set();

  constructor(regions: readonly PlacedRegion[]) {
    this.#regions = regions;
    this.#membersOf = new Map(regions.map(({ region, members }) => [region.id, members]));
  }

  /** From here on: what is left over and known to be nobody is no cell of its own. */
  letGoOf(nobody: ReadonlySet<string>): void {
    this.#nobody = nobody;
  }

  isNobody({ id, region, subject }: LinkedCell): boolean {
    const end = id.slice(region.length);
    if (this.#nobody.has(end)) return true;
    if (subject.kind !== "answer" && subject.kind !== "left") return false;
    const at = end.lastIndexOf(":=");
    const parts = at < 0 ? [] : end.slice(at + 2).split(",");
    return (
      parts.length > 1 && parts.every((each) => this.#nobody.has(`${end.slice(0, at)}:=${each}`))
    );
  }

  /** The place of a new cell, or of the one that has its id already. */
  cell(cell: LinkedCell, shares: Shares): number {
    const known = this.#byId.get(cell.id);
    if (known !== undefined) return known;
    if (shares.some((each) => each < 0)) throw new Error(`fewer than none: ${cell.id}`);
    const at = this.#cells.push(this.isNobody(cell) ? unguarded(cell) : cell) - 1;
    this.#shares.push(shares);
    this.#byId.set(cell.id, at);
    return at;
  }

  at(cell: number): LinkedCell {
    const found = this.#cells[cell];
    if (found === undefined) throw new Error(`no cell ${cell}`);
    return found;
  }

  sharesOf(cell: number): Shares {
    const found = this.#shares[cell];
    if (found === undefined) throw new Error(`no cell ${cell}`);
    return found;
  }

  countOf(cell: number): number {
    return this.sharesOf(cell).reduce((sum, each) => sum + each, 0);
  }

  /** Its id stays. */
  replace(cell: number, by: LinkedCell): void {
    this.#cells[cell] = by;
  }

  /** The whole is its parts. @returns whether it is so everywhere. */
  adds(kind: RelationKind, whole: number, parts: readonly number[]): boolean {
    if (parts.length === 1 && parts[0] === whole) return true;
    return this.relate(kind, [
      { cell: whole, factor: 1 },
      ...parts.map((cell) => ({ cell, factor: -1 })),
    ]);
  }

  relate(kind: RelationKind, terms: readonly Term[]): boolean {
    const sums = new Map<number, number>();
    for (const { cell, factor } of terms) {
      const members = this.#membersOf.get(this.at(cell).region) ?? [];
      const shares = this.sharesOf(cell);
      for (const [index, member] of members.entries()) {
        sums.set(member, (sums.get(member) ?? 0) + factor * (shares[index] ?? 0));
      }
    }
    const isFact = [...sums.values()].every((sum) => sum === 0);
    if (isFact) this.#relations.push({ kind, terms });
    return isFact;
  }

  /** What is left of the whole without the parts; `undefined` as for `makesUp`. */
  leaves(
    kind: RelationKind,
    whole: number,
    parts: readonly number[],
    left: LinkedCell,
  ): number | undefined {
    return this.makesUp(
      kind,
      [{ cell: whole, factor: 1 }, ...parts.map((cell) => ({ cell, factor: -1 }))],
      left,
    );
  }

  /**
   * The cell that these terms of one region amount to. `undefined` where that is less than nothing
   * somewhere, and where it is a remainder that everybody knows to be nobody.
   */
  makesUp(kind: RelationKind, terms: readonly Term[], amount: LinkedCell): number | undefined {
    const known = this.#byId.get(amount.id);
    if (known !== undefined) return known;
    const [first] = terms;
    if (first === undefined) return undefined;
    const shares = new Int32Array(this.sharesOf(first.cell).length);
    for (const { cell, factor } of terms) {
      const own = this.sharesOf(cell);
      for (let at = 0; at < shares.length; at++) {
        shares[at] = (shares[at] ?? 0) + factor * (own[at] ?? 0);
      }
    }
    if (shares.some((each) => each < 0)) return undefined;
    if (isRemainder(amount) && this.isNobody(amount)) {
      this.relate(kind, terms);
      return undefined;
    }
    const cell = this.cell(amount, shares);
    this.#relations.push({ kind, terms: [...terms, { cell, factor: -1 }] });
    return cell;
  }

  /** What there is so far. */
  counted(): Pick<CountedSet, "set" | "counts"> {
    return {
      set: {
        regions: this.#regions.map(({ region }) => region),
        cells: this.#cells,
        relations: this.#relations,
      },
      counts: Int32Array.from(this.#cells, (_, cell) => this.countOf(cell)),
    };
  }

  /** @param participants their ids, as the regions' members number them. */
  finish(participants: readonly string[]): CountedSet {
    const own = participants.map(() => new Map<number, number>());
    for (const [cell, shares] of this.#shares.entries()) {
      const members = this.#membersOf.get(this.at(cell).region) ?? [];
      for (const [index, member] of members.entries()) {
        const share = shares[index] ?? 0;
        if (share !== 0) own[member]?.set(cell, share);
      }
    }
    return {
      ...this.counted(),
      participants: participants.map((region, at) => ({ region, own: own[at] ?? new Map() })),
    };
  }
}

function isRemainder({ subject }: LinkedCell): boolean {
  return subject.kind === "left" || subject.kind === "no-answer";
}

/** A nought that everybody knows cannot be guarded. */
function unguarded({ whole: _, ...cell }: LinkedCell): LinkedCell {
  return cell.guard === "few-or-none" ? { ...cell, guard: "few" } : cell;
}
