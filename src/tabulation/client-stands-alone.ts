import { type Codebook, type Condition, referencesIn, type Variable } from "#codebook";
import type { TableSpecification } from "./table-specification.ts";

/** Answered by the client herself, sealed, and kept apart from the case. */
export function isFromClient(variable: Variable): boolean {
  return variable.phase === "client" && variable.view === undefined;
}

/**
 * Inside the unit the client's variables are neither crossed nor filtered: each is counted over all
 * that answered, by itself. A filter by anything else would let one client out of her batch of five:
 * closing one case would move exactly her answer.
 */
export function mayBeCountedInUnit(codebook: Codebook, specification: TableSpecification): boolean {
  const { measure } = specification;
  const fromClient = new Set(codebook.variables.filter(isFromClient).map(({ id }) => id));
  if (restsOn(fromClient, specification.within)) return false;
  if (measure.kind === "cases") return true;
  if (measure.kind === "crossing") {
    return !fromClient.has(measure.variable) && !fromClient.has(measure.by);
  }
  if (!fromClient.has(measure.variable)) return true;
  return specification.population === "started" && specification.within === undefined;
}

function restsOn(variables: ReadonlySet<string>, condition: Condition | undefined): boolean {
  return referencesIn(condition, "").some(
    (reference) => reference.kind === "answer" && variables.has(reference.variable),
  );
}
