import type { Bar, CountRequest } from "./counting/counter.ts";
import type { ColumnarExtract } from "./extract/columnar-extract.ts";
import { conditionKey } from "./extract/conditions.ts";
import { itemsOf, type Relation, type StoredQuestion } from "./extract/relation.ts";
import type { TableSpecification } from "./table-specification.ts";

/** How many rows have each standing and choice; everything a table needs is folded from it. */
export type Histogram = {
  /** What the bars are about: none for cases alone, two for a crossing, the rows' first. */
  readonly questions: readonly StoredQuestion[];
  readonly bars: readonly Bar[];
};

type Request = CountRequest & { readonly questions: readonly StoredQuestion[] };

/**
 * One histogram for each specification; tables that differ only in how they are folded share one.
 * @throws for a variable, group or condition that the extract does not have.
 */
export async function countHistograms(
  extract: ColumnarExtract,
  specifications: readonly TableSpecification[],
): Promise<readonly Histogram[]> {
  const requests = specifications.map((specification) => requestFor(extract, specification));
  const distinct = new Map(requests.map((request) => [keyOf(request), request]));
  const counted = await extract.counter.count([...distinct.values()]);
  const bars = new Map([...distinct.keys()].map((key, index) => [key, counted[index] ?? []]));
  return requests.map((request) => ({
    questions: request.questions,
    bars: bars.get(keyOf(request)) ?? [],
  }));
}

function requestFor(extract: ColumnarExtract, specification: TableSpecification): Request {
  const { measure, population, within } = specification;
  const flags = [...extract.populations[population]];
  if (within) flags.push(flagOf(extract, within));
  switch (measure.kind) {
    case "cases":
      return { relation: "cases", questions: [], columns: [], flags };
    case "crossing": {
      // Only cases have rows: what a unit's clients said belongs to nobody and cannot be crossed.
      const rows = found(extract, ["cases"], measure.variable);
      const columns = found(extract, ["cases"], measure.by);
      const questions = [rows.question, columns.question];
      return { relation: "cases", questions, columns: crossedColumns(questions), flags };
    }
    default: {
      const group = "group" in measure ? measure.group : undefined;
      const names = group === undefined ? ["cases", "client"] : [itemsOf(group)];
      const { relation, question } = found(extract, names, measure.variable);
      const { columns } = question;
      return { relation: relation.name, questions: [question], columns, flags };
    }
  }
}

/** Both standings, then the words of both. */
function crossedColumns(questions: readonly StoredQuestion[]): readonly string[] {
  const standings = questions.flatMap(({ columns }) => columns.slice(0, 1));
  return [...standings, ...questions.flatMap(({ columns }) => columns.slice(1))];
}

function found(
  extract: ColumnarExtract,
  names: readonly string[],
  variable: string,
): { readonly relation: Relation; readonly question: StoredQuestion } {
  for (const relation of extract.relations) {
    const question = relation.questions.find((each) => each.question.id === variable);
    if (question && names.includes(relation.name)) return { relation, question };
  }
  throw new Error(`the extract has no ${names[0]}: ${variable}`);
}

function flagOf(
  extract: ColumnarExtract,
  within: NonNullable<TableSpecification["within"]>,
): string {
  const flag = extract.conditions.get(conditionKey(within));
  if (flag === undefined) {
    throw new Error("the condition was not evaluated when the extract was made");
  }
  return flag;
}

function keyOf({ relation, columns, flags }: Request): string {
  return JSON.stringify([relation, columns, flags]);
}
