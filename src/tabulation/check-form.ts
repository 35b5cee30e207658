import { type Problem, problem } from "#kernel";
import {
  type Dimension,
  dimensionsOf,
  type Level,
  type Measure,
  type Population,
  type TableSpecification,
  type TimeStep,
} from "./table-specification.ts";

const populations = {
  started: true,
  closed: true,
  open: true,
} satisfies { [kind in Population]: true };
const levels = { municipality: true, county: true } satisfies { [kind in Level]: true };
const steps = { quarter: true, "half-year": true, year: true } satisfies {
  [kind in TimeStep]: true;
};
const ends = { start: true, close: true };
const bases = { answered: true, valid: true };
const dimensions = { question: true, time: true, duration: true } satisfies {
  [kind in Dimension["kind"]]: true;
};
/** Each measure, and whether it can be of the rows of a repeat group. */
const ofRows = {
  cases: false,
  frequencies: true,
  share: false,
  nested: false,
  crossing: true,
  "mean-distinct": false,
  change: true,
} satisfies { [kind in Measure["kind"]]: boolean };

/** Words that a specification from outside the types may hold: nothing knows how to count by them. */
export function checkForm({
  id,
  population,
  level,
  measure,
}: TableSpecification): readonly Problem[] {
  const among = (choices: object, choice: string): readonly Problem[] =>
    Object.hasOwn(choices, choice) ? [] : [problem("analysis-unknown-choice", id, { choice })];
  const ofCases = [
    ...among(populations, population),
    ...(level === undefined ? [] : among(levels, level)),
    ...among(ofRows, measure.kind),
  ];
  if (ofCases.length > 0) return ofCases;
  return [
    ...basesOf(measure).flatMap((base) => among(bases, base)),
    ...dimensionsOf(measure).flatMap((each) => [
      ...among(dimensions, each.kind),
      ...(each.kind === "time" ? [...among(ends, each.of), ...among(steps, each.step)] : []),
    ]),
    ...checkGroup(id, measure),
  ];
}

function basesOf(measure: Measure): readonly string[] {
  if (measure.kind === "nested") return measure.steps.map(({ base }) => base);
  return "base" in measure ? [measure.base] : [];
}

/** Passed over, it would say cases where rows were meant. */
function checkGroup(id: string, measure: Measure): readonly Problem[] {
  const group = "group" in measure ? measure.group : undefined;
  if (group === undefined || ofRows[measure.kind]) return [];
  return [problem("analysis-group-not-counted", id, { measure: measure.kind, group })];
}
