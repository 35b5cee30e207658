import { type MunicipalityCode, municipalityCode, type Randomness } from "#kernel";
import { allot } from "../allot.ts";
import { demoPlan } from "../demo-plan.ts";
import { shuffled } from "../draw.ts";
import { mostNames, placeName } from "./place-names.ts";

/** One invented municipality that takes part in the round. */
export type Place = {
  readonly code: MunicipalityCode;
  readonly name: string;
  /** Two digits above 25: no such county exists. */
  readonly county: string;
  readonly codebook: string;
  /** How many cases of the round are its. */
  readonly cases: number;
};

const firstCode = 9001;
const firstCounty = 91;
const countiesInUse = 17;
/** The counties of the first 34: five have one participant, seven have two, five have three. */
const countiesOfFirst = [
  ...[0, 0, 1, 2, 3, 4, 1],
  ...[5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
  ...[2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  ...[0, 1, 2, 3, 4],
];

/** The largest has this many times (e to this power) the weight of the smallest. */
const steepness = 5;
/** Where the demo's municipalities stand among all, from the largest (0) to the smallest (1). */
const standings = new Map([
  ["9001", 0.06],
  ["9002", 0.5],
  ["9007", 0.8],
]);
const fewest = 3;

/**
 * Municipalities of very different sizes, which sum to `cases`.
 * @throws for more municipalities than there are names.
 */
export function inventPlaces(
  randomness: Randomness,
  municipalities: number,
  cases: number,
): readonly Place[] {
  if (municipalities > mostNames) throw new Error(`there are names for ${mostNames} places`);
  const sizes = sizesOf(randomness, municipalities, cases);
  return sizes.map((size, index) => ({ ...identityOf(index), cases: size }));
}

function identityOf(index: number): Omit<Place, "cases"> {
  const code = municipalityCode(String(firstCode + index));
  const known = demoPlan.municipalities.find((each) => each.code === code);
  if (known) return { code, name: known.name, county: known.county, codebook: known.codebook };
  const county = countiesOfFirst[index] ?? index % countiesInUse;
  // 91 to 99, then on below: 90, 89 …
  const digits = county < 9 ? firstCounty + county : 99 - county;
  const name = placeName(index);
  return { code, name, county: String(digits), codebook: demoPlan.codebook };
}

function sizesOf(randomness: Randomness, municipalities: number, cases: number): readonly number[] {
  const weights = new Array<number>(municipalities);
  const ranks = Array.from({ length: municipalities }, (_, rank) => rank);
  const others: number[] = [];
  for (let index = 0; index < municipalities; index++) {
    const standing = standings.get(String(firstCode + index));
    const wanted = standing === undefined ? -1 : Math.floor(standing * municipalities);
    const place = ranks.indexOf(wanted);
    if (place < 0) others.push(index);
    else weights[index] = weightOf(ranks.splice(place, 1)[0] ?? 0, municipalities);
  }
  for (const [position, rank] of shuffled(randomness, ranks).entries()) {
    weights[others[position] ?? 0] = weightOf(rank, municipalities);
  }
  const least = Math.min(fewest, Math.floor(cases / municipalities));
  return allot(cases - least * municipalities, weights).map((size) => size + least);
}

function weightOf(rank: number, municipalities: number): number {
  return Math.exp((-steepness * rank) / municipalities);
}
