import type { Variable } from "#codebook";
import { type Phases, phasesOf } from "./phases.ts";
import { keyOfPlace, type Place, type Places, placeKey } from "./places.ts";
import { type SameRows, sameRowsOf } from "./same-rows.ts";
import { keyOfCodes, type Tally, tallyOf } from "./tally.ts";

/** What is known at each place, with what other questions tell of the same cases. */
export type Tallies = Pick<Phases, "mayTellAsked" | "askedApart" | "comeSoFar" | "begunAround"> & {
  readonly at: (place: Place) => Tally;
  readonly sameRows: (question: Variable) => readonly SameRows[];
};

export function talliesOf({ places, codebook }: Places): Tallies {
  const byKey = new Map(places.map((place) => [keyOfPlace(place), place]));
  const counted = new Map(places.map((place) => [place, tallied(place)]));
  const phases = phasesOf(places, (place) => found(counted, place).base);
  const views = new Map(codebook.variables.map((each) => [each, sameRowsOf(each, codebook)]));
  const sameRows = (question: Variable) => views.get(question) ?? [];
  const tallies = new Map(
    [...counted].map(([place, tally]) => {
      const { question, population, domain } = place;
      const alike = sameRows(question).map(({ other, count }) => {
        const beside = byKey.get(placeKey(population, other.id, domain));
        return beside && count(found(counted, beside));
      });
      return [place, { ...tally, begunNotAsked: phases.begunNotAsked(place), alike }];
    }),
  );
  return { ...phases, at: (place) => found(tallies, place), sameRows };
}

function tallied({ question, tables, cases, rests }: Place): Tally {
  const tally = tallyOf(question, tables, cases);
  const choices = new Map(rests.map(({ codes, count }) => [keyOfCodes(codes), count]));
  return { ...tally, choices: new Map([...choices, ...tally.choices]) };
}

function found(tallies: ReadonlyMap<Place, Tally>, place: Place): Tally {
  const tally = tallies.get(place);
  if (tally === undefined) throw new Error(`nothing is counted at ${keyOfPlace(place)}`);
  return tally;
}
