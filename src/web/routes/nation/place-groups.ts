import type { NationRegion } from "#server";

export type PlaceGroup = {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
};

/** The areas, then the municipalities under theirs; in the order in which they came. */
export function placeGroups(regions: readonly NationRegion[]): readonly PlaceGroup[] {
  const areas = regions.filter(({ level }) => level === "area");
  const groups = [
    { label: "Län och länsgrupper", options: areas.map(optionOf) },
    ...areas.map(({ id, name }) => ({
      label: `Kommuner i ${name}`,
      options: regions.filter(({ area }) => area === id).map(optionOf),
    })),
  ];
  return groups.filter(({ options }) => options.length > 0);
}

/** @param place an area's or a municipality's id; «» for the nation. */
export function placeAddress(place: string): string {
  return place === "" ? "/riket" : `/riket?plats=${encodeURIComponent(place)}`;
}

function optionOf({ id, name }: NationRegion) {
  return { value: id, label: name };
}
