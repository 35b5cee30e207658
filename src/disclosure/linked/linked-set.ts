import type { Codebook } from "#codebook";
import type { RawTable } from "#tabulation";
import type { SafeTable } from "../safe-table.ts";
import { isTelling } from "../withdrawn.ts";
import {
  type CountedPlace,
  type CountedPlaces,
  countedPlaces,
  keyOfCases,
  nameOf,
  type SizedDomain,
} from "./counted-places.ts";
import { tieDomains, tieSize } from "./domain-cells.ts";
import { type Grain, nationGrain, regionGrain } from "./grain.ts";
import { type KnownBlock, knownBlocks } from "./known-blocks.ts";
import { knownNobody } from "./known-nobody.ts";
import type { CountedSet } from "./linked-cells.ts";
import { type CommonCells, commonCells, isForAll, tieRouted } from "./phase-cells.ts";
import { type Area, type PlacedRegion, placedRegions, type Whole } from "./placed-region.ts";
import { type QuestionCells, questionCells } from "./question-cells.ts";
import { type RegionTable, regionTables } from "./region-tables.ts";
import { tieRoute } from "./route-cells.ts";
import { type SizedCells, tieSameCases } from "./same-cases.ts";
import { SetBuilder } from "./set-builder.ts";
import { tieAnswers } from "./tie-answers.ts";
import { type RegionCells, tieRegions } from "./tie-regions.ts";
import { addToldBlocks } from "./told-blocks.ts";
import { toldIn } from "./told-in-nation.ts";

export type ToLink = {
  readonly codebook: Codebook;
  readonly whole: Whole;
  /** Everybody who delivered, in the order of the areas' codes, with its own tables. */
  readonly participants: readonly {
    readonly id: string;
    readonly name: string;
    readonly tables: readonly RawTable[];
  }[];
  /** None: nothing is told below the whole. */
  readonly areas: readonly Area[];
  /** Counted in the whole. */
  readonly counted: readonly RawTable[];
  /** What is told of the whole: settled, and not to be changed. */
  readonly told: readonly SafeTable[];
};

export type LinkedRelease = {
  readonly counted: CountedSet;
  /** The tables below the whole, and the cells that they may tell. */
  readonly tables: readonly RegionTable[];
  /** Of each table of the whole: the cells of its numbers, in the order of `toldNumbers`. */
  readonly cellsOf: ReadonlyMap<SafeTable, readonly number[]>;
};

/**
 * Every number that could leave in a release, and every equation between them: the one place where
 * either comes from. What is there depends on the codebook, the specifications, the areas and on what is
 * told of the whole; on no other count.
 */
export function linkedSet(order: ToLink): LinkedRelease {
  const { codebook, participants, counted, told } = order;
  const known = participants.map(({ id, tables }) => ({
    id,
    tables: new Map(tables.map((raw) => [raw.specification.id, raw])),
  }));
  const all = countedPlaces(counted, known, codebook);
  const regions = placedRegions(order.whole, order.areas, participants);
  const builder = new SetBuilder(regions);
  const toldAt = toldByPlace(all.places, told);
  // A question that the nation hides whole is not told of below.
  const below = all.places.filter(
    (place) => place.domain.size === 0 && (toldAt.get(place) ?? []).some(isTelling),
  );

  const sizeOf = { area: order.areas.length, municipality: participants.length };
  const found = new Map<string, RegionCells>();
  const tables: RegionTable[] = [];
  let cellsOf: LinkedRelease["cellsOf"] = new Map();
  for (const placed of regions) {
    const { level, id } = placed.region;
    const isWhole = level === "nation";
    const places = isWhole ? all.places : below;
    const cells = regionCells(builder, placed, all, places, codebook, (place, blocks) => {
      const own = toldAt.get(place) ?? [];
      if (level === "nation") return nationGrain(place, blocks, own);
      return regionGrain(place, { level, regions: sizeOf[level] }, own);
    });
    found.set(id, cells);
    if (isWhole) {
      cellsOf = tellWhole(builder, placed, cells, told, codebook);
      builder.letGoOf(knownNobody(builder.counted()));
    } else tables.push(...regionTables(builder, placed.region, cells, told));
  }
  for (const { region } of regions) {
    const inside = regions.filter((each) => each.region.parents[0] === region.id);
    const cells = found.get(region.id);
    const parts = inside.flatMap((each) => found.get(each.region.id) ?? []);
    if (cells && parts.length > 0) tieRegions(builder, cells, parts);
  }
  return { counted: builder.finish(participants.map(({ id }) => id)), tables, cellsOf };
}

function regionCells(
  builder: SetBuilder,
  placed: PlacedRegion,
  all: CountedPlaces,
  places: readonly CountedPlace[],
  codebook: Codebook,
  grainOf: (place: CountedPlace, blocks: readonly KnownBlock[]) => Grain,
): RegionCells {
  const isWhole = placed.region.level === "nation";
  const sizes = [...all.cases.values()].filter(({ domain }) => isWhole || domain.size === 0);
  const common = commonCells(builder, placed, all, sizes);
  const begunOf = (place: CountedPlace) => {
    const key = keyOfCases(place.population, place.among);
    return common.get(key)?.begun.get(place.question.phase);
  };
  const questions = places.map((place): QuestionCells => {
    const key = keyOfCases(place.population, place.among);
    const sized = all.cases.get(key);
    const blocks = knownBlocks(place, sized?.shares);
    const isForEach = isForAll(place, sized);
    return questionCells(builder, placed, place, grainOf(place, blocks), blocks, {
      cases: common.get(key)?.cases,
      begun: isForEach ? begunOf(place) : undefined,
      isForAll: isForEach,
    });
  });
  const routed = questions.flatMap((each) => {
    tieRoute(builder, placed, each, questions);
    const { population, among } = each.place;
    const cases = common.get(keyOfCases(population, among))?.cases;
    return tieRouted(builder, placed, each, { cases, begun: begunOf(each.place) }) ?? [];
  });
  if (isWhole) {
    for (const sized of sizes) {
      const cases = common.get(keyOfCases(sized.population, sized.among))?.cases;
      if (cases !== undefined) tieSize(builder, placed, sized, cases, questions);
    }
    const known = sizes.flatMap((sized) => sizedCells(sized, common));
    tieSameCases(builder, placed, routed, known, codebook);
  }
  return { common, questions };
}

function sizedCells(
  { population, domain, among }: SizedDomain,
  common: CommonCells,
): readonly SizedCells[] {
  const cells = common.get(keyOfCases(population, among));
  if (cells === undefined) return [];
  const begun = new Map([...cells.begun].map(([phase, each]) => [phase, each.begun]));
  return [{ population, domain, all: cells.cases, begun }];
}

function tellWhole(
  builder: SetBuilder,
  placed: PlacedRegion,
  { common, questions }: RegionCells,
  told: readonly SafeTable[],
  codebook: Codebook,
): LinkedRelease["cellsOf"] {
  const cellsOf = new Map<SafeTable, readonly number[]>();
  const byTable = new Map(
    questions.flatMap((each) => each.place.tables.map((table) => [nameOf(table), each])),
  );
  const sized = new Map([...common.values()].map(({ cases }) => [builder.at(cases).table, cases]));
  const tell = (cell: number) => builder.replace(cell, { ...builder.at(cell), role: "told" });
  for (const table of told) {
    const name = nameOf(table);
    if (table.counts.kind === "cases") {
      const cell = sized.get(name);
      if (table.counts.cases === null) continue;
      if (cell === undefined) throw new Error(`a number of ${name} is no cell`);
      tell(cell);
      cellsOf.set(table, [cell]);
      continue;
    }
    const cells = byTable.get(name);
    if (cells === undefined) throw new Error(`no such table was counted: ${name}`);
    const those = toldIn(table, cells);
    for (const cell of those) tell(cell);
    cellsOf.set(table, those);
  }
  for (const cells of questions) addToldBlocks(builder, placed, cells);
  tieDomains(builder, questions);
  tieAnswers(builder, questions, codebook);
  return cellsOf;
}

function toldByPlace(
  places: readonly CountedPlace[],
  told: readonly SafeTable[],
): ReadonlyMap<CountedPlace, readonly SafeTable[]> {
  const byName = new Map(told.map((table) => [nameOf(table), table]));
  return new Map(
    places.map((place) => [
      place,
      place.tables.flatMap((table) => byName.get(nameOf(table)) ?? []),
    ]),
  );
}
