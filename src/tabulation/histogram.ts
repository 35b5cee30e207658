import type { Bar, CountRequest } from "./counting/counter.ts";
import { closedFlag, itemsOf, type StoredQuestion } from "./extract/relation.ts";
import { conditionKey, type UnitExtract } from "./extract/unit-extract.ts";
import type { TableSpecification } from "./table-specification.ts";

/** How many rows have each standing and choice; everything a table needs is folded from it. */
export type Histogram = {
  readonly question: StoredQuestion | undefined;
  readonly bars: readonly Bar[];
};

type Request = CountRequest & { readonly question: StoredQuestion | undefined };

/**
 * One histogram for each specification; tables that differ only in how they are folded share one.
 * @throws for a variable, group or condition that the extract does not have.
 */
export async function countHistograms(
  extract: UnitExtract,
  specifications: readonly TableSpecification[],
): Promise<readonly Histogram[]> {
  const requests = specifications.map((specification) => requestFor(extract, specification));
  const distinct = new Map(requests.map((request) => [keyOf(request), request]));
  const counted = await extract.counter.count([...distinct.values()]);
  const bars = new Map([...distinct.keys()].map((key, index) => [key, counted[index] ?? []]));
  return requests.map((request) => ({
    question: request.question,
    bars: bars.get(keyOf(request)) ?? [],
  }));
}

function requestFor(extract: UnitExtract, specification: TableSpecification): Request {
  const { measure, population, within } = specification;
  const flags = population === "closed" ? [closedFlag] : [];
  if (within) flags.push(flagOf(extract, within));
  if (measure.kind === "cases") {
    return { relation: "cases", question: undefined, columns: [], flags };
  }
  const group = "group" in measure ? measure.group : undefined;
  const names = group === undefined ? ["cases", "client"] : [itemsOf(group)];
  for (const { name, questions } of extract.relations) {
    const question = questions.find((each) => each.question.id === measure.variable);
    if (!question || !names.includes(name)) continue;
    return { relation: name, question, columns: question.columns, flags };
  }
  throw new Error(`the extract has no ${group ?? ""} ${measure.variable}`);
}

function flagOf(extract: UnitExtract, within: NonNullable<TableSpecification["within"]>): string {
  const flag = extract.conditions.get(conditionKey(within));
  if (flag === undefined) {
    throw new Error("the condition was not evaluated when the extract was made");
  }
  return flag;
}

function keyOf({ relation, columns, flags }: Request): string {
  return JSON.stringify([relation, columns[0] ?? null, flags]);
}
