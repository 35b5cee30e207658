import {
  addDays,
  type Instant,
  type IsoDate,
  instantOn,
  isoDate,
  type MunicipalityCode,
  monthInWords,
  municipalityCode,
  seededRandomness,
  type UnitId,
} from "#kernel";
import { lastOfHalfYear, type TalliedDay } from "#screening";
import { allot } from "../allot.ts";
import { personOf, unitOf } from "../people.ts";
import { personName } from "../population/person-names.ts";
import { mostNames, placeName } from "../population/place-names.ts";
import type { Organisation, Person, World } from "../world.ts";
import { talliedMonth } from "./tallied-month.ts";

/** A month that a county's municipalities asked in together, and what each of them noted. */
export type CountyMonth = {
  readonly round: {
    readonly id: string;
    readonly name: string;
    readonly from: IsoDate;
    readonly through: IsoDate;
    readonly cutOff: Instant;
  };
  readonly campaigns: readonly TalliedCampaign[];
};

export type TalliedCampaign = {
  readonly place: CampaignPlace;
  readonly units: readonly {
    readonly unit: UnitId;
    readonly kind: number;
    readonly expected: number;
  }[];
  readonly rows: readonly TalliedDay[];
};

export type CampaignPlace = {
  readonly code: MunicipalityCode;
  readonly name: string;
  readonly county: string;
  readonly leader: Person;
  readonly units: readonly { readonly id: UnitId; readonly kind: number }[];
};

/** In Jämtland the first month was of seven of eight municipalities, the second of five. */
const allPlaces = 8;
const tookPart = [
  [0, 1, 2, 3, 4, 5, 6],
  [0, 1, 2, 3, 7],
] as const;
/** Meetings of each in a month; a fifth more in the second. */
const meetings = [420, 190, 160, 130, 110, 90, 75, 95] as const;
/** These let those who assess the needs of older people take part too. */
const withNeedsAssessment = [2, 3];
const firstNeighbour = 9901;

/**
 * The county's eight municipalities: those of the world first, and neighbours invented for this alone, which
 * have no cases and are not in the nation's figures.
 */
export function countyPlaces(
  { organisations }: Pick<World, "organisations">,
  county: string,
  today: IsoDate,
): { readonly places: readonly CampaignPlace[]; readonly neighbours: readonly Organisation[] } {
  const known = organisations
    .filter((each) => each.kind === "municipality" && each.county === county)
    .slice(0, allPlaces)
    .flatMap((each) => placeOf(each, [1]) ?? []);
  const neighbours = Array.from({ length: allPlaces - known.length }, (_, at) =>
    neighbourOf(at, known.length + at, county, today),
  );
  const others = neighbours.flatMap((each) => placeOf(each, [1, 2]) ?? []);
  return { places: [...known, ...others], neighbours };
}

/** Both months of the county, by quota: every seed gives the same shares. */
export function countyMonths(
  places: readonly CampaignPlace[],
  today: IsoDate,
  seed: number,
): readonly CountyMonth[] {
  const now = monthsBefore(today, 2);
  return [monthsBefore(today, 14), now].map((month, year) => {
    const round = roundOf(month);
    const campaigns = (tookPart[year] ?? []).flatMap((at) => {
      const place = places[at];
      return place ? [campaignOf(place, at, year, round, seed)] : [];
    });
    return { round, campaigns };
  });
}

/** What has been noted so far of a routine that has been for some weeks, in one municipality alone. */
export function runningRoutine(
  place: CampaignPlace,
  today: IsoDate,
  seed: number,
): TalliedCampaign & { readonly firstDay: IsoDate; readonly lastDay: IsoDate } {
  const firstDay = addDays(today, -40);
  const lastDay = lastOfHalfYear(firstDay);
  const yesterday = addDays(today, -1);
  const through = lastDay < yesterday ? lastDay : yesterday;
  return { ...campaignOf(place, 1, 3, { from: firstDay, through }, seed), firstDay, lastDay };
}

/** One that runs today, in one municipality alone. */
export function runningMonth(place: CampaignPlace, today: IsoDate, seed: number): TalliedCampaign {
  const days = { from: addDays(today, -12), through: addDays(today, -1) };
  return campaignOf(place, 0, 2, days, seed);
}

function campaignOf(
  place: CampaignPlace,
  at: number,
  year: number,
  { from, through }: { readonly from: IsoDate; readonly through: IsoDate },
  seed: number,
): TalliedCampaign {
  const randomness = seededRandomness(seed + 100 * year + at);
  const total = Math.round((meetings[at] ?? 60) * (year === 1 ? 1.2 : 1));
  const weights = place.units.map((_, index) => [6, 3, 2][index] ?? 1);
  const parts = allot(total, weights);
  const asked = 60 + ((at * 5) % 11) + 3 * year;
  const now = 5 + (at % 3);
  const answers = { now, earlier: 11 + (at % 4), silent: 4 };
  return {
    place,
    units: place.units.map(({ id, kind }, index) => {
      return { unit: id, kind, expected: 10 * Math.ceil((parts[index] ?? 0) / 8) };
    }),
    rows: place.units.flatMap(({ id, kind }, index) =>
      talliedMonth(
        {
          ...{ unit: id, kind, firstDay: from, lastDay: through },
          ...{ meetings: parts[index] ?? 0, asked, answers },
        },
        randomness,
      ),
    ),
  };
}

/** @param kinds of its units in their order; the last of them for the rest. */
function placeOf(
  { code, name, county, people, units }: Organisation,
  kinds: readonly number[],
): CampaignPlace | undefined {
  const leader = people.find(({ grants }) => grants.some(({ role }) => role === "coordinator"));
  if (!leader || county === null) return undefined;
  const told = units.map(({ id }, at) => ({ id, kind: kinds[at] ?? kinds.at(-1) ?? 1 }));
  return { code, name, county, leader, units: told };
}

function neighbourOf(number: number, at: number, county: string, today: IsoDate): Organisation {
  const code = String(firstNeighbour + number);
  const leader = personName(7_000 + number);
  const hasBoth = withNeedsAssessment.includes(at);
  const names = ["Individ- och familjeomsorgen", ...(hasBoth ? ["Biståndsenheten"] : [])];
  return {
    code: municipalityCode(code),
    kind: "municipality",
    name: placeName(mostNames - 1 - number),
    county,
    contact: leader,
    units: names.map((name) => {
      const id = unitOf(code, name);
      return { id, name, isOpenToColleagues: false, kind: "both", serves: [] };
    }),
    people: [personOf(code, leader, "coordinator", [], today)],
    guidance: [],
    cases: [],
  };
}

function roundOf({ from, through }: ReturnType<typeof monthsBefore>): CountyMonth["round"] {
  const cutOff = instantOn(addDays(through, 20), 20 * 3600);
  const name = `Fokusmånad ${monthInWords(from)}`;
  return { id: `fokus-${from.slice(0, 7)}`, name, from, through, cutOff };
}

function monthsBefore(today: IsoDate, months: number) {
  const index = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - months;
  const first = (at: number) => {
    const month = String((at % 12) + 1).padStart(2, "0");
    return isoDate(`${Math.floor(at / 12)}-${month}-01`);
  };
  return { from: first(index), through: addDays(first(index + 1), -1) };
}
