import type { Role } from "#access";
import { effectiveCodebook } from "#codebook";
import {
  type IsoDate,
  municipalityCode,
  type Randomness,
  seededRandomness,
  type UnitId,
} from "#kernel";
import { type DemoMunicipality, demoPlan } from "./demo-plan.ts";
import { personOf, unitOf } from "./people.ts";
import type { PlayedCase } from "./register-sheet.ts";
import { unitCases } from "./unit-cases.ts";
import type { Organisation, World } from "./world.ts";

/**
 * The demo's municipalities, county and nation: invented names, codes from 9001 on, nobody real.
 * @param today everything has happened before it.
 */
export function demoWorld(randomness: Randomness, today: IsoDate): World {
  const seed = randomness.below(0x1_0000_0000);
  return {
    organisations: [
      ...demoPlan.municipalities.map((planned, index) =>
        municipalityOf(planned, seed + index, today),
      ),
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
  return { ...place, code, contact: name, units: [], people, cases: [] };
}

function municipalityOf(planned: DemoMunicipality, seed: number, today: IsoDate): Organisation {
  const { code, name, county } = planned;
  const units = planned.units.map((unit) => ({
    id: unitOf(code, unit.name),
    name: unit.name,
    isOpenToColleagues: unit.isOpenToColleagues ?? false,
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
    contact: planned.people.find(({ role }) => role === "coordinator")?.name ?? "",
    units,
    people: [...workers, ...others],
    cases: { [Symbol.iterator]: () => casesOf(planned, seed, today) },
  };
}

function* casesOf(planned: DemoMunicipality, seed: number, today: IsoDate): Generator<PlayedCase> {
  const { code, units, people } = planned;
  const randomness = seededRandomness(seed);
  const takenCodes = new Set<string>();
  const coordinator = people.find(({ role }) => role === "coordinator");
  const codebook = effectiveCodebook(planned.codebook);
  if (!codebook || !coordinator) throw new Error(`${code} lacks a codebook or a coordinator`);
  const keyedInBy = personOf(code, coordinator.name, "coordinator", [], today).account;
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
    yield* unitCases(caseload, randomness, takenCodes);
  }
}
