import type { Guard } from "../nation/guard.ts";
import type { Region } from "./linked-cells.ts";

/** A region with its participants, by their numbers. */
export type PlacedRegion = {
  readonly region: Region;
  readonly members: readonly number[];
  readonly guard: Guard;
};

/** A county with enough participants, or several that are told together. */
export type Area = {
  readonly id: string;
  readonly name: string;
  /** The codes of its participants. */
  readonly municipalities: readonly string[];
};

export type ReleaseParticipant = { readonly id: string; readonly name: string };

/** The nation; in a local release the municipality, which guards more. */
export type Whole = ReleaseParticipant & { readonly guard: Guard };

/**
 * The whole first, then areas, then participants. Without areas there is only the whole: an interim
 * release, or a municipality by itself.
 * @param participants in the order that numbers them.
 */
export function placedRegions(
  { guard, ...whole }: Whole,
  areas: readonly Area[],
  participants: readonly ReleaseParticipant[],
): readonly PlacedRegion[] {
  const top: PlacedRegion = {
    region: { ...whole, level: "nation", parents: [] },
    members: participants.map((_, at) => at),
    guard,
  };
  const numbers = new Map(participants.map(({ id }, at) => [id, at]));
  const placed = areas.map(({ id, name, municipalities }): PlacedRegion => {
    const members = municipalities.flatMap((code) => numbers.get(code) ?? []);
    return { region: { id, name, level: "area", parents: [whole.id] }, members, guard: "below" };
  });
  const below = placed.flatMap(({ region, members }) =>
    members.flatMap((member): readonly PlacedRegion[] => {
      const found = participants[member];
      if (found === undefined) return [];
      const parents = [region.id, ...region.parents];
      const { id, name } = found;
      const own = { id, name, level: "municipality", parents } as const;
      return [{ region: own, members: [member], guard: "below" }];
    }),
  );
  return [top, ...placed, ...below];
}
