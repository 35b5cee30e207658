import { effectiveCodebook } from "#codebook";
import {
  type Instant,
  instantOn,
  type Randomness,
  type Round,
  seededRandomness,
  seededStretch,
} from "#kernel";
import { allotKinds } from "../allot.ts";
import { shuffled } from "../draw.ts";
import { type PlayedCase, registerSheet } from "../register-sheet.ts";
import { settledSurveys, stagesAtCutOff, surveyStates } from "../targets/lives.ts";
import { lastSecond, workdayFrom } from "../workday.ts";
import { dealPlan } from "./deal-plan.ts";
import { inventPlaces, type Place } from "./places.ts";
import { reach } from "./plan.ts";
import { followedRound } from "./round.ts";
import { roundLife } from "./round-life.ts";
import type { RoundStage } from "./round-line.ts";
import { staffIds } from "./staff.ts";

/** All municipalities of a round with all their cases; a plan in memory, lives played on demand. */
export type Population = {
  readonly round: Round;
  readonly places: readonly Place[];
  /**
   * One municipality's cases, one at a time, with what has happened in them up to a moment. A case is
   * there when its first workday has passed, and is the same up to the cut-off however long one waits.
   * @param takenCodes codes in use in the municipality; the cases add theirs.
   */
  readonly casesOf: (
    code: string,
    until: Instant,
    takenCodes?: Set<string>,
  ) => Iterable<PlayedCase>;
};

const stages = Object.keys(stagesAtCutOff) as readonly RoundStage[];
const reachOf = {
  closed: reach.closed,
  closing: reach.during,
  during: reach.during,
  assessed: reach.before,
  fresh: reach.background,
} as const;

/**
 * Deterministic: the same three numbers give the same nation, and any seed the same figures. All cases
 * start within the round and are closed within a year after its cut-off.
 */
export function nationPopulation({
  seed,
  municipalities,
  cases,
}: {
  readonly seed: number;
  readonly municipalities: number;
  readonly cases: number;
}): Population {
  const randomness = seededRandomness(seed);
  const places = inventPlaces(randomness, municipalities, cases);
  const stageOf = dealStages(randomness, cases);
  const reached = stageOf.map((stage) => reachOf[stages[stage] ?? "closed"]);
  const plan = dealPlan(randomness, reached, { now: surveyStates, later: settledSurveys });
  const offsets = new Map<string, number>();
  let offset = 0;
  for (const { code, cases: size } of places) {
    offsets.set(code, offset);
    offset += size;
  }

  return {
    round: followedRound,
    places,
    *casesOf(code, until, takenCodes = new Set()) {
      const place = places.find((each) => each.code === code);
      const codebook = place && effectiveCodebook(place.codebook);
      if (!place || !codebook) throw new Error(`${code} takes no part or lacks its codebook`);
      const { unit, workers, keyedInBy } = staffIds(place);
      const first = offsets.get(code) ?? 0;
      for (let at = first; at < first + place.cases; at++) {
        const chance = seededStretch(seed, at);
        const stage = stages[stageOf[at] ?? 0] ?? "closed";
        const written = roundLife(plan, at, stage, { codebook, keyedInBy }, chance);
        if (instantOn(workdayFrom(written.startedOn), lastSecond) > until) continue;
        yield registerSheet(written, codebook, {
          municipality: place.code,
          unit,
          worker: workers[at % workers.length] ?? keyedInBy,
          randomness: chance,
          takenCodes,
          until,
        });
      }
    },
  };
}

/** One byte a case: the position of its stage. */
function dealStages(randomness: Randomness, cases: number): Uint8Array {
  const counts = allotKinds(cases, stagesAtCutOff).map((stage) => stages.indexOf(stage));
  return Uint8Array.from(shuffled(randomness, counts));
}
