import type { Codebook } from "#codebook";
import type { CountedSet } from "../linked/linked-cells.ts";
import { type LinkedRelease, linkedSet } from "../linked/linked-set.ts";
import { protectNation } from "../protect-nation.ts";
import { type CountedBoth, countedBoth, type Said, tinyCodebook } from "./tiny-nation.ts";

/** Six municipalities in two areas; the last has delivered no case unless somebody says so. */
export const tinyParticipants = ["9001", "9002", "9003", "9004", "9005", "9006"].map((id) => ({
  id,
  name: `Kommun ${id}`,
}));

export const tinyAreas = [
  { id: "north", name: "Norr", municipalities: ["9001", "9002", "9003"] },
  { id: "south", name: "Söder", municipalities: ["9004", "9005", "9006"] },
];

/** The linked set of a tiny nation, derived as for a real round. */
export async function tinyLinked(said: Iterable<Said>): Promise<LinkedRelease> {
  return linkedOf(tinyCodebook, await countedBoth(said));
}

/** The same of anything counted in these municipalities. */
export function linkedOf(codebook: Codebook, { tables, own }: CountedBoth): LinkedRelease {
  return linkedSet({
    codebook,
    whole: { id: "nation", name: "Riket", guard: "nation" },
    participants: tinyParticipants.map((each) => ({
      ...each,
      tables: own.filter(({ scope }) => scope.kind === "region" && scope.code === each.id),
    })),
    areas: tinyAreas,
    counted: tables,
    told: protectNation(tables, codebook, { own }),
  });
}

export function countOf({ set, counts }: CountedSet, id: string): number | undefined {
  const at = set.cells.findIndex((cell) => cell.id === id);
  return at < 0 ? undefined : counts[at];
}
