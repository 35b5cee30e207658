import { z } from "zod";
import { type CountedSet, type LedgerRelease, type LinkedCell, leastCount } from "#disclosure";
import { done, type Outcome, problem, refused } from "#kernel";
import { parseJson } from "./release-folder.ts";
import { listed } from "./tables/tables-text.ts";
import type { ToldSet } from "./tables/tell-tables.ts";

const format = "skillnad-protected-cells/2";

const ProtectedCells = z.strictObject({
  format: z.literal(format),
  /** Those that are not told: what they are, and whether nobody may come to know it. */
  cells: z.array(z.strictObject({ id: z.string(), count: z.int().min(0), guarded: z.boolean() })),
  /**
   * What each knows: its own cases in each cell, without those where it has none. Cells by their places
   * among those of `tables.json`: by their ids, three hundred municipalities would fill fifty megabytes.
   */
  participants: z.array(
    z.strictObject({
      region: z.string(),
      own: z.array(z.tuple([z.int().min(0), z.int().min(0)])),
    }),
  ),
  /** What the same round has told before, of numbers that are told now: the oldest first. */
  earlier: z.array(
    z.strictObject({ release: z.string(), told: z.array(z.tuple([z.string(), z.int().min(0)])) }),
  ),
  /** What was hidden and why, for who compiles. */
  report: z.unknown(),
});

/** What an earlier publication told, by the places of a told set. */
export type EarlierTold = {
  /** SHA-256 of its manifest. */
  readonly release: string;
  readonly told: ReadonlyMap<number, number>;
};

/** Of what has been published before: the numbers that this release tells as well. */
export function earlierTold(
  { set, shown }: ToldSet,
  earlier: readonly LedgerRelease[],
): readonly EarlierTold[] {
  const placeOf = new Map(
    set.cells.flatMap(({ id }, place) => (shown[place] === null ? [] : [[id, place]])),
  );
  return earlier.map(({ release, cells }) => ({
    release,
    told: new Map(
      cells.flatMap(({ id, count }): [number, number][] => {
        const place = placeOf.get(id);
        return place === undefined || count === null ? [] : [[place, count]];
      }),
    ),
  }));
}

/** `private/protected-cells.json`: all that is known of a release and not told. */
export function protectedCellsText(
  { set, counts, participants }: CountedSet,
  shown: ToldSet["shown"],
  { earlier, report }: { readonly earlier: readonly EarlierTold[]; readonly report: unknown },
): string {
  const idAt = (place: number) => set.cells[place]?.id ?? "";
  const hidden = set.cells.flatMap((cell, place) =>
    shown[place] === null
      ? [{ id: cell.id, count: counts[place] ?? 0, guarded: isGuarded(cell, place, counts) }]
      : [],
  );
  const known = participants.map(({ region, own }) => ({ region, own: [...own] }));
  const before = earlier.map(({ release, told }) => ({
    release,
    told: [...told].map(([place, count]) => [idAt(place), count]),
  }));
  return [
    "{",
    ` "format": ${JSON.stringify(format)},`,
    ` "report": ${JSON.stringify(report)},`,
    `${listed("cells", hidden)},`,
    `${listed("earlier", before)},`,
    listed("participants", known),
    "}\n",
  ].join("\n");
}

/** From everybody. From a participant more may be guarded: what is left without its own. */
function isGuarded({ guard, whole }: LinkedCell, place: number, counts: Int32Array): boolean {
  const count = counts[place] ?? 0;
  if (guard === "none") return false;
  if (count === 0 ? guard === "few-or-none" : count < leastCount) return true;
  return whole !== undefined && count >= (counts[whole] ?? 0) - 1;
}

/** What only the compiler knows, by the places of a told set. */
export type KeptNumbers = Pick<CountedSet, "counts" | "participants"> & {
  readonly earlier: readonly EarlierTold[];
};

/** Refused where it is not of this release: a cell is missing, or there is one more. */
export function readProtectedCells(
  text: string | undefined,
  { set, shown }: ToldSet,
  at: string,
): Outcome<KeptNumbers> {
  const damaged = () =>
    refused(problem("release-damaged", at, { file: "private/protected-cells.json" }));
  const read = ProtectedCells.safeParse(parseJson(text));
  if (!read.success) return damaged();
  const hidden = new Map(read.data.cells.map(({ id, count }) => [id, count]));
  const placeOf = new Map(set.cells.map(({ id }, place) => [id, place]));
  const isKnown = set.cells.every(({ id }, place) => shown[place] !== null || hidden.has(id));
  const isOfIt =
    [...hidden.keys()].every((id) => placeOf.has(id)) &&
    read.data.participants.every(({ own }) => own.every(([place]) => place < set.cells.length)) &&
    read.data.earlier.every(({ told }) => told.every(([id]) => placeOf.has(id)));
  if (!isKnown || !isOfIt) return damaged();
  return done({
    // A number that was hidden when it was protected is audited as it was counted, not as it is told.
    counts: Int32Array.from(set.cells, ({ id }, place) => hidden.get(id) ?? shown[place] ?? 0),
    participants: read.data.participants.map(({ region, own }) => ({
      region,
      own: new Map(own),
    })),
    earlier: read.data.earlier.map(({ release, told }) => ({
      release,
      told: new Map(told.map(([id, number]) => [placeOf.get(id) ?? 0, number])),
    })),
  });
}
