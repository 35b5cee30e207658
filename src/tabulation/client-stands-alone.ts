import {
  type Codebook,
  type Condition,
  referencesIn,
  restsOnClient,
  type Variable,
} from "#codebook";
import {
  countedGroup,
  dimensionsOf,
  type Measure,
  type TableSpecification,
} from "./table-specification.ts";

/** Answered by the client herself, sealed, and kept apart from the case. */
export function isFromClient(variable: Variable): boolean {
  return variable.phase === "client" && variable.view === undefined;
}

/**
 * Hers, and asked whatever she said before. That a follow-up was answered tells what she said to the
 * question before it, which may still wait for its batch: inside a unit it is not told at all.
 */
export function isToldInUnit(codebook: Codebook): (variable: Variable) => boolean {
  const resting = known.get(codebook) ?? restsOnClient(codebook);
  known.set(codebook, resting);
  return (variable) => isFromClient(variable) && !resting.has(variable.id);
}

/** It is asked for once an answer, and a codebook never changes. */
const known = new WeakMap<Codebook, ReadonlySet<string>>();

/**
 * Inside the unit the client's variables are neither crossed, nested nor filtered: each is counted over
 * all that answered, by itself. A filter by anything else would let one client out of her batch of five:
 * closing one case would move exactly her answer, and so would a quarter that only her case is of.
 */
export function mayBeCountedInUnit(codebook: Codebook, specification: TableSpecification): boolean {
  const { measure, population, within, period, level } = specification;
  const hers = codebook.variables.filter(isFromClient);
  const fromClient = new Set(hers.map(({ id }) => id));
  if (restsOn(fromClient, within)) return false;
  const asked = askedIn(measure);
  const about = hers.filter(({ id }) => asked.includes(id));
  if (about.length === 0) return true;
  if (!about.every(isToldInUnit(codebook))) return false;
  const isAlone = measure.kind !== "crossing" && measure.kind !== "nested";
  const isOfAll = within === undefined && period === undefined && level === undefined;
  return isAlone && isOfAll && population === "started";
}

/** The variables of cases that a measure is about; of a repeat group's rows there are none. */
function askedIn(measure: Measure): readonly string[] {
  if (countedGroup(measure) !== undefined) return [];
  return dimensionsOf(measure).flatMap((each) => (each.kind === "question" ? [each.variable] : []));
}

function restsOn(variables: ReadonlySet<string>, condition: Condition | undefined): boolean {
  return referencesIn(condition, "").some(
    (reference) => reference.kind === "answer" && variables.has(reference.variable),
  );
}
