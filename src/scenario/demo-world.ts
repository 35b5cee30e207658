import type { Role } from "#access";
import { effectiveCodebook } from "#codebook";
import {
  addDays,
  type IsoDate,
  instantOn,
  municipalityCode,
  seededRandomness,
  type UnitId,
} from "#kernel";
import type { UnitGuidance } from "#store";
import { type DemoMunicipality, demoPlan } from "./demo-plan.ts";
import { type Circle, passOn } from "./pass-on.ts";
import { personOf, unitOf } from "./people.ts";
import { nationPopulation, type Population } from "./population/nation-population.ts";
import type { Place } from "./population/places.ts";
import { staffOf } from "./population/staff.ts";
import { readAtNight } from "./read-at-night.ts";
import type { PlayedCase } from "./register-sheet.ts";
import { publishedFigures } from "./targets/published.ts";
import { unitCases } from "./unit-cases.ts";
import { firstSecond, workdayUntil } from "./workday.ts";
import type { Organisation, World } from "./world.ts";

/** How much of a nation there is; fewer is quicker. */
export type DemoSize = { readonly municipalities: number; readonly cases: number };

const { municipalities, cases } = publishedFigures;

/**
 * The demo's municipalities, county and nation: invented names, codes from 9001 on, nobody real.
 * @param today everything has happened before it.
 */
export function demoWorld(
  seed: number,
  today: IsoDate,
  size: DemoSize = { municipalities, cases },
): World {
  const population = nationPopulation({ seed, ...size });
  return {
    round: population.round,
    organisations: [
      ...population.places.map((place) => municipalityOf(place, population, seed, today)),
      seat(
        { code: "0091", kind: "county", name: demoPlan.county.name, county: "91" },
        "regionalLead",
        demoPlan.county.lead,
        today,
      ),
      seat(
        { code: "0000", kind: "nation", name: demoPlan.nation.name, county: null },
        "nationalAnalyst",
        demoPlan.nation.analyst,
        today,
      ),
    ],
  };
}

/** A county's or the nation's people receive deliveries and have no cases. */
function seat(
  place: Pick<Organisation, "kind" | "name" | "county"> & { readonly code: string },
  role: Role,
  name: string,
  today: IsoDate,
): Organisation {
  const people = [personOf(place.code, name, role, [], today)];
  const code = municipalityCode(place.code);
  return { ...place, code, contact: name, units: [], people, guidance: [], cases: [] };
}

function municipalityOf(
  place: Place,
  population: Population,
  seed: number,
  today: IsoDate,
): Organisation {
  const planned = plannedFor(place);
  const { code, name, county } = planned;
  const units = planned.units.map((unit) => ({
    id: unitOf(code, unit.name),
    name: unit.name,
    isOpenToColleagues: unit.isOpenToColleagues ?? false,
    kind: unit.kind ?? "both",
    serves: (unit.serves ?? []).map(municipalityCode),
  }));
  const idOf = (unit: string): UnitId => unitOf(code, unit);
  const workers = planned.units.flatMap((unit) =>
    unit.workers.map((worker) => personOf(code, worker, "caseWorker", [idOf(unit.name)], today)),
  );
  const others = planned.people.map((person) =>
    personOf(code, person.name, person.role, (person.units ?? []).map(idOf), today),
  );
  return {
    code: municipalityCode(code),
    kind: "municipality",
    name,
    county,
    contact: staffOf(place).coordinator,
    units,
    people: [...workers, ...others],
    guidance: guidanceOf(planned, today),
    cases: {
      *[Symbol.iterator]() {
        const takenCodes = new Set<string>();
        for (const played of population.casesOf(code, instantOn(today, 0), takenCodes)) {
          // Where nobody can sign in nobody can read a log either: a third of the filling is saved.
          yield isNamed(place) ? played : { ...played, notes: [] };
        }
        yield* casesAtWork(planned, seed, today, takenCodes);
      },
    },
  };
}

function isNamed(place: Place): boolean {
  return demoPlan.municipalities.some(({ code }) => code === place.code);
}

/** A municipality that the demo does not name has the staff of its cases, and nothing at work today. */
function plannedFor(place: Place): DemoMunicipality {
  const known = demoPlan.municipalities.find(({ code }) => code === place.code);
  if (known) return known;
  const { unit, workers, coordinator } = staffOf(place);
  return {
    ...place,
    units: [{ name: unit, cases: 0, workers }],
    people: [{ name: coordinator, role: "coordinator" }],
  };
}

function* casesAtWork(
  planned: DemoMunicipality,
  seed: number,
  today: IsoDate,
  takenCodes: Set<string>,
): Generator<PlayedCase> {
  const { code, units } = planned;
  const randomness = seededRandomness(seed + demoPlan.municipalities.indexOf(planned));
  const codebook = effectiveCodebook(planned.codebook);
  if (!codebook) throw new Error(`${code} lacks its codebook`);
  const { coordinator } = staffOf(planned);
  const keyedInBy = personOf(code, coordinator, "coordinator", [], today).account;
  for (const unit of units) {
    const caseload = {
      municipality: municipalityCode(code),
      unit: unitOf(code, unit.name),
      codebook,
      count: unit.cases,
      workers: unit.workers.map((name) => personOf(code, name, "caseWorker", [], today).account),
      keyedInBy,
      today,
    };
    const cases = unitCases(caseload, randomness, takenCodes);
    const circle = circleOf(planned, unit.passesOnTo, today);
    const passed = circle ? passOn(cases, circle) : cases;
    const reader = caseload.workers[unit.workers.indexOf(unit.readAtNightBy ?? "")];
    yield* reader ? readAtNight(passed, { account: reader, today }) : passed;
  }
}

function circleOf(
  { code, units }: DemoMunicipality,
  passesOnTo: DemoMunicipality["units"][number]["passesOnTo"],
  today: IsoDate,
): Circle | undefined {
  const provider = units.find(({ name }) => name === passesOnTo?.unit);
  const [worker] = provider?.workers ?? [];
  if (!passesOnTo || !provider || !worker) return undefined;
  return {
    manager: personOf(code, passesOnTo.manager, "unitManager", [], today).account,
    provider: {
      unit: unitOf(code, provider.name),
      worker: personOf(code, worker, "caseWorker", [], today).account,
    },
  };
}

/** Written by the coordinator some months ago. */
function guidanceOf(planned: DemoMunicipality, today: IsoDate): readonly UnitGuidance[] {
  const { code, units } = planned;
  const by = personOf(code, staffOf(planned).coordinator, "coordinator", [], today).account;
  const at = instantOn(workdayUntil(addDays(today, -100)), firstSecond);
  return units.flatMap(({ name, guidance = {} }) =>
    Object.entries(guidance).map(([concept, text]) => {
      return { unit: unitOf(code, name), concept, text, by, at };
    }),
  );
}
