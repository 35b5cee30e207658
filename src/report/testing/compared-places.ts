import type { SafeTable, Shown } from "#disclosure";
import type { Compared, ComparedPlace } from "../comparison/compared.ts";
import { casesCounts, type PlainTable, placeTable, safeTable, shareCounts } from "./safe-tables.ts";
import { smallPlace } from "./small-place.ts";
import { smallRelease } from "./small-release.ts";

const goal = "goal-attained-wholly-or-partly";

type Plain = {
  readonly name: string;
  readonly cases: Shown;
  readonly goal: readonly [count: Shown, total: Shown];
};

/** A municipality that tells how many cases it had, and how many goals were attained. */
export function goalPlace({ name, cases, goal: [count, total] }: Plain): ComparedPlace {
  return {
    id: name,
    name,
    tables: placeTables(
      { id: "cases started", counts: casesCounts(cases) },
      { id: goal, population: "closed", counts: shareCounts(count, total) },
    ),
  };
}

function placeTables(...tables: readonly PlainTable[]): readonly SafeTable[] {
  return tables.map(placeTable);
}

/** The nation of the small release, its goal told for this many. */
export function nationWithGoal(count: Shown, total: Shown): readonly SafeTable[] {
  const told = safeTable({ id: goal, population: "closed", counts: shareCounts(count, total) });
  return smallRelease().map((table) => (table.specification.id === goal ? told : table));
}

/** A release where most can tell little, as most releases are; own: the second in the alphabet. */
export function manyPlaces(): readonly ComparedPlace[] {
  return [
    { id: "9071", name: "Påhittköping", tables: smallPlace() },
    goalPlace({ name: "Åxaby", cases: 120, goal: [40, 62] }),
    goalPlace({ name: "Drömmaryd", cases: 180, goal: [48, 80] }),
    goalPlace({ name: "Luringe", cases: 150, goal: [null, null] }),
    goalPlace({ name: "Bluffinge", cases: 110, goal: [12, 20] }),
    goalPlace({ name: "Sagolund", cases: 45, goal: [20, 31] }),
    goalPlace({ name: "Önskebo", cases: 320, goal: [110, 140] }),
    goalPlace({ name: "Ingenstans", cases: null, goal: [null, null] }),
  ];
}

export function comparedAs(name: string, places = manyPlaces()): Compared {
  const own = places.find((place) => place.name === name) ?? null;
  const area = { id: "county-91", name: "Län 91", tables: areaTables() };
  return { own, area: own && area, nation: smallRelease(), municipalities: places };
}

function areaTables(): readonly SafeTable[] {
  return placeTables(
    { id: "cases started", counts: casesCounts(610) },
    { id: "women", counts: shareCounts(540, 588) },
    { id: "very-severe-violence", counts: shareCounts(101, 560) },
    { id: "honour-related", counts: shareCounts(60, 575) },
    { id: goal, population: "closed", counts: shareCounts(180, 330) },
    { id: "client-much-better", population: "closed", counts: shareCounts(60, 131) },
  );
}
