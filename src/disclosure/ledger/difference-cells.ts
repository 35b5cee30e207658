import type { Codebook } from "#codebook";
import type {
  CountedSet,
  LinkedCell,
  Participant,
  Relation,
  Term,
} from "../linked/linked-cells.ts";
import { type Comparison, compared } from "./compared-cells.ts";
import type { LedgerCell, LedgerRelease } from "./ledger.ts";
import { shortOf } from "./ledger-rules.ts";
import { restOf } from "./rest-of-change.ts";

/**
 * A participant's own share of a number that was told then, where its earlier delivery is still at hand.
 * `undefined`: unknown here, and of all that it could be the worst is taken.
 */
export type ShareThen = (
  participant: string,
  release: string,
  cell: LedgerCell,
) => number | undefined;

/**
 * The set with what was told of the same round before, and what has come between: new = earlier + change.
 * What was told then is known to everybody; each change is guarded like any few. Rows that were merged
 * otherwise are compared in the finest groups that both publications know. Where a count has shrunk, by
 * corrections, the change is what has gone: new = earlier − change. Only the nation (the uppermost
 * region) has been told before.
 */
export function withEarlier(
  counted: CountedSet,
  earlier: readonly LedgerRelease[],
  codebook: Codebook,
  shareThen: ShareThen = () => undefined,
): CountedSet {
  const { set, participants } = counted;
  const top = set.regions.find(({ parents }) => parents.length === 0)?.id;
  const added = new AddedCells(counted, shareThen);
  for (const release of earlier) {
    const before = release.cells.filter((each) => each.region === top && each.count !== null);
    const now = set.cells.flatMap((cell, place) => {
      return cell.region === top && cell.role !== "never" ? [{ cell, place }] : [];
    });
    for (const each of compared(now, before, codebook)) added.compare(release.release, each);
  }
  return {
    set: {
      ...set,
      cells: [...set.cells, ...added.cells],
      relations: [...set.relations, ...added.relations],
    },
    counts: Int32Array.from([...counted.counts, ...added.counts]),
    participants: participants.map(({ region, own }, at): Participant => {
      return { region, own: new Map([...own, ...(added.shares[at] ?? [])]) };
    }),
  };
}

const thenMark = "earlier ";
const sinceMark = "since ";

/** Whether it stands in the set only because something was published before. */
export function isOfEarlier({ id }: Pick<LinkedCell, "id">): boolean {
  return id.startsWith(thenMark) || id.startsWith(sinceMark);
}

class AddedCells {
  readonly cells: LinkedCell[] = [];
  readonly counts: number[] = [];
  readonly relations: Relation[] = [];
  readonly shares: readonly Map<number, number>[];
  readonly #counted: CountedSet;
  readonly #shareThen: ShareThen;

  constructor(counted: CountedSet, shareThen: ShareThen) {
    this.#counted = counted;
    this.#shareThen = shareThen;
    this.shares = counted.participants.map(() => new Map());
  }

  compare(release: string, { now, before }: Comparison): void {
    const { set, counts } = this.#counted;
    const cells = now.flatMap((place) => set.cells[place] ?? []);
    const [first] = cells;
    if (first === undefined) return;
    const told = before.reduce((sum, { count }) => sum + (count ?? 0), 0);
    const change = now.reduce((sum, place) => sum + (counts[place] ?? 0), -told);
    const name = `${shortOf(release)} ${idsOf(before)}`;
    const { region, table, population, among } = first;
    const variable = "variable" in first.subject ? (first.subject.variable ?? "") : "";
    const common = { region, table, population, among, worth: 1 };
    const left = { kind: "left", ...(variable === "" ? {} : { variable }) } as const;
    const [only, ...others] = before;
    // Of its own in each comparison, so that a participant's share of it need fit that one alone.
    const old = this.#add(told, {
      ...common,
      id: `${thenMark}${name} → ${idsOf(cells)}`,
      subject: only && others.length === 0 ? only.subject : { ...left, of: "earlier" },
      role: "told",
      guard: "none",
    });
    const since = this.#add(Math.abs(change), {
      ...common,
      id: `${sinceMark}${name} → ${idsOf(cells)}`,
      subject: { ...left, of: "change" },
      role: "never",
      guard: "few",
    });
    const sign = change < 0 ? -1 : 1;
    const terms: readonly Term[] = [
      ...now.map((cell) => ({ cell, factor: 1 })),
      { cell: old, factor: -1 },
      { cell: since, factor: -sign },
    ];
    this.relations.push({ kind: "round", terms });
    for (const [at, { region: participant, own }] of this.#counted.participants.entries()) {
      const ownNow = now.reduce((sum, cell) => sum + (own.get(cell) ?? 0), 0);
      const ownThen = sumOf(before.map((cell) => this.#shareThen(participant, release, cell)));
      const ownChange = Math.abs(change) - restOf(change, ownNow, ownThen);
      this.shares[at]?.set(since, ownChange);
      this.shares[at]?.set(old, ownNow - sign * ownChange);
    }
  }

  #add(count: number, cell: LinkedCell): number {
    this.cells.push(cell);
    this.counts.push(count);
    return this.#counted.set.cells.length + this.cells.length - 1;
  }
}

function idsOf(cells: readonly { readonly id: string }[]): string {
  return cells.map(({ id }) => id).join(" + ");
}

/** `undefined` where one of them is. */
function sumOf(shares: readonly (number | undefined)[]): number | undefined {
  return shares.reduce(
    (sum, share) => (sum === undefined || share === undefined ? undefined : sum + share),
    0,
  );
}
