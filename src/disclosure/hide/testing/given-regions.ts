import type { LinkedSet, Region } from "../../linked/linked-cells.ts";
import { tableSet } from "../../testing/table-set.ts";

type Given = Parameters<typeof tableSet>[0];

/** A linked set by hand, as `tableSet`, whose municipalities lie in areas. */
export function inAreas(given: Given, areas: { readonly [area: string]: readonly string[] }) {
  const counted = tableSet(given);
  const areaOf = (id: string) => Object.keys(areas).find((area) => areas[area]?.includes(id));
  const regions = counted.set.regions.map((region): Region => {
    const { id } = region;
    if (id in areas) return { ...region, level: "area", parents: ["all"] };
    const area = areaOf(id);
    return area === undefined ? region : { ...region, parents: [area, "all"] };
  });
  return { ...counted, set: { ...counted.set, regions } };
}

/** Regions without cells. */
export function onlyRegions(areas: { readonly [area: string]: readonly string[] }): LinkedSet {
  const names = ["all", ...Object.entries(areas).flatMap(([area, inside]) => [area, ...inside])];
  const counts = Object.fromEntries(names.map((name) => [`${name} x`, 0]));
  return inAreas({ counts, sums: [] }, areas).set;
}
