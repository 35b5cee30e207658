import type { Role } from "#access";
import { type Codebook, effectiveCodebook } from "#codebook";
import {
  type AccountId,
  isoDate,
  municipalityCode,
  type Randomness,
  seededRandomness,
  type UnitId,
} from "#kernel";
import type { Store, Unit } from "#store";
import type { CaseInMaking } from "./a-case.ts";
import { writeOrganisation } from "./fill-demo.ts";
import { personOf, unitOf } from "./people.ts";
import { type PlayedCase, registerSheet } from "./register-sheet.ts";
import { unitCases } from "./unit-cases.ts";
import type { Organisation, Person } from "./world.ts";

/** «Today» in every story that names no other day. */
export const storyDay = "2026-11-02";

type Made = {
  readonly code: string;
  readonly seed: number;
  readonly today: string;
  readonly codebook: string;
  readonly units: readonly Unit[];
  readonly people: readonly Person[];
  readonly caseloads: readonly ((
    randomness: Randomness,
    takenCodes: Set<string>,
  ) => Iterable<PlayedCase>)[];
};

/** A municipality in the making: every verb gives a new one. */
export type GivenMunicipality = {
  /** Ready to be written, by itself or in a world. */
  readonly organisation: Organisation;
  readonly withUnit: (name: string) => GivenMunicipality;
  /** A case worker of the latest unit. */
  readonly withWorker: (name: string) => GivenMunicipality;
  /** Holds the role in the latest unit, or in the whole municipality where there is none yet. */
  readonly withPerson: (name: string, role: Role) => GivenMunicipality;
  /** Plausible cases of the latest unit, shared by its workers. */
  readonly withCases: (count: number) => GivenMunicipality;
  /** One case, as it is told. */
  readonly withCase: (told: CaseInMaking) => GivenMunicipality;
  readonly unit: (name: string) => UnitId;
  readonly person: (name: string) => AccountId;
  readonly writtenTo: (store: Store) => Promise<void>;
};

/**
 * `givenMunicipality("9001").withUnit("Familjefrid").withWorker("Anna").withCases(40)`: the same
 * municipality every time, without a database until it is written to one.
 */
export function givenMunicipality(
  code: string,
  { seed = 1, today = storyDay, codebook = "su-kvinnofrid-2021" } = {},
): GivenMunicipality {
  return given({ code, seed, today, codebook, units: [], people: [], caseloads: [] });
}

function given(made: Made): GivenMunicipality {
  const today = isoDate(made.today);
  const municipality = municipalityCode(made.code);

  function latestUnit(): Unit {
    const unit = made.units.at(-1);
    if (!unit) throw new Error("give the municipality a unit first");
    return unit;
  }
  function withRole(unit: UnitId, role: Role): readonly AccountId[] {
    return made.people
      .filter(({ grants }) => grants.some((each) => each.role === role && each.unit === unit))
      .map(({ account }) => account);
  }
  function withPerson(name: string, role: Role, units: readonly UnitId[]): GivenMunicipality {
    const person = personOf(made.code, name, role, units, today);
    return given({ ...made, people: [...made.people, person] });
  }
  function withCaseload(caseload: Made["caseloads"][number]): GivenMunicipality {
    return given({ ...made, caseloads: [...made.caseloads, caseload] });
  }
  function found<Named extends { readonly name: string }>(all: readonly Named[], name: string) {
    const one = all.find((each) => each.name === name);
    if (!one) throw new Error(`${made.code} has no ${name}`);
    return one;
  }

  return {
    organisation: organisationOf(made),
    withUnit(name) {
      const unit = { id: unitOf(made.code, name), name, isOpenToColleagues: false };
      return given({ ...made, units: [...made.units, unit] });
    },
    withWorker: (name) => withPerson(name, "caseWorker", [latestUnit().id]),
    withPerson: (name, role) =>
      withPerson(
        name,
        role,
        made.units.slice(-1).map(({ id }) => id),
      ),
    withCases(count) {
      const unit = latestUnit().id;
      const workers = withRole(unit, "caseWorker");
      if (workers.length === 0) throw new Error("give the unit a worker first");
      // Nobody keys in a survey of her own case.
      const [keyedInBy] = withRole(unit, "coordinator").filter((each) => !workers.includes(each));
      if (!keyedInBy) {
        return withPerson(`Samordnaren i ${latestUnit().name}`, "coordinator", [unit]).withCases(
          count,
        );
      }
      const codebook = codebookOf(made);
      const caseload = { municipality, unit, codebook, count, workers, keyedInBy, today };
      return withCaseload((...chance) => unitCases(caseload, ...chance));
    },
    withCase({ written, worker: name }) {
      const unit = latestUnit().id;
      const worker =
        name === undefined ? withRole(unit, "caseWorker").at(-1) : found(made.people, name).account;
      if (!worker) throw new Error("give the unit a worker first");
      return withCaseload((randomness, takenCodes) => [
        registerSheet(written, codebookOf(made), {
          municipality,
          unit,
          worker,
          randomness,
          takenCodes,
        }),
      ]);
    },
    unit: (name) => found(made.units, name).id,
    person: (name) => found(made.people, name).account,
    writtenTo: (store) => writeOrganisation(store, organisationOf(made)),
  };
}

function codebookOf({ codebook: id }: Made): Codebook {
  const codebook = effectiveCodebook(id);
  if (!codebook) throw new Error(`the library has no codebook ${id}`);
  return codebook;
}

function organisationOf(made: Made): Organisation {
  const { code, seed, units, people, caseloads } = made;
  const contact = people.find(({ grants }) => grants.some(({ role }) => role === "coordinator"));
  return {
    code: municipalityCode(code),
    kind: "municipality",
    name: `Kommun ${code}`,
    county: "91",
    contact: contact?.name ?? "",
    units,
    people,
    guidance: [],
    cases: {
      *[Symbol.iterator]() {
        const randomness = seededRandomness(seed);
        const takenCodes = new Set<string>();
        for (const caseload of caseloads) yield* caseload(randomness, takenCodes);
      },
    },
  };
}
