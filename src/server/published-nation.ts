import type { Release, ReleaseRegion } from "#compilation";
import { shownCases } from "#disclosure";
import { inSwedishOrder, isoDate } from "#kernel";
import { nationFigures, placeFigures } from "#report";
import { publishedComparison } from "./published-comparison.ts";
import type {
  NationRegion,
  NationRegionView,
  NationView,
  PublishedHead,
} from "./wire-of-nation.ts";

/** What a release says, drawn and written once: it never changes. */
export type PublishedNation = {
  /** `NationView`, as JSON. */
  readonly inSwedish: string;
  /** `NationRegionView`, as JSON; `undefined` for what is no area or municipality of the release. */
  readonly regionInSwedish: (id: string) => Uint8Array<ArrayBuffer> | undefined;
  /** `ComparisonView`, as JSON, for the people of a municipality; by a key figure's id, «» for the first. */
  readonly comparisonInSwedish: (
    municipality: string,
    indicator: string,
  ) => Uint8Array<ArrayBuffer>;
  /** What it was made of, for those who tell a part of it. */
  readonly told: ToldRelease;
};

export type ToldRelease = Pick<
  Release,
  "codebook" | "specifications" | "tables" | "regions" | "verdict" | "openData"
> & {
  readonly document: Pick<
    Release["document"],
    "round" | "municipalities" | "missing" | "cases" | "closed"
  >;
};

/** Takes from a release what its tables tell; cells and whose deliveries were missing stay in it. */
export function publishedNation(release: ToldRelease): PublishedNation {
  const { document, codebook, tables, regions, verdict } = release;
  const { round, municipalities, missing, cases, closed } = document;
  const head: PublishedHead = {
    codebook: codebook.id,
    round: { id: round.id, from: isoDate(round.from), through: isoDate(round.through) },
    municipalities,
    unusable: missing.length,
    verdict: verdict.sv,
    regions: inOrder(regions.map(regionOf)),
  };
  const view: NationView = {
    nation: { ...head, cases, closed, chapters: nationFigures(tables, codebook, "sv") },
  };
  const byId = new Map(regions.map((region) => [region.id, region]));
  const written = new Map<string, Uint8Array<ArrayBuffer>>();

  function write(region: ReleaseRegion): Uint8Array<ArrayBuffer> {
    const told: NationRegionView = {
      ...head,
      region: regionOf(region),
      cases: shownCases(region.tables, "cases started"),
      closed: shownCases(region.tables, "cases closed"),
      chapters: placeFigures(region, tables, codebook, "sv"),
    };
    return new TextEncoder().encode(JSON.stringify(told));
  }

  return {
    inSwedish: JSON.stringify(view),
    comparisonInSwedish: publishedComparison(release),
    told: release,
    // Each the first time that it is asked for: there may be three hundred, a quarter of a megabyte each.
    regionInSwedish(id) {
      const region = byId.get(id);
      if (!region) return undefined;
      const bytes = written.get(id) ?? write(region);
      written.set(id, bytes);
      return bytes;
    },
  };
}

function regionOf({ id, level, name, parents, tables }: ReleaseRegion): NationRegion {
  const isMunicipality = level === "municipality";
  return {
    id,
    level: isMunicipality ? "municipality" : "area",
    name,
    area: isMunicipality ? (parents.find((parent) => parent !== "nation") ?? null) : null,
    cases: shownCases(tables, "cases started"),
  };
}

/** Never by size. */
function inOrder(regions: readonly NationRegion[]): readonly NationRegion[] {
  return [
    ...regions.filter(({ level }) => level === "area"),
    ...inSwedishOrder(regions.filter(({ level }) => level === "municipality")),
  ];
}
