import type { QuestionName } from "#codebook";
import { done, type Outcome, type Problem, problem, refused } from "#kernel";
import { checkSpecification } from "./check-specification.ts";
import { counted } from "./count-plans.ts";
import type { Cells, CountRequest } from "./counting/counter.ts";
import { chosenBy } from "./counting-plan.ts";
import type { ColumnarExtract } from "./extract/columnar-extract.ts";
import { codebookKey, itemsOf } from "./extract/relation.ts";
import { standing } from "./extract/standing.ts";
import { notInVersion } from "./harmonise/not-in-version.ts";
import { asToldIn } from "./harmonise/versions-axis.ts";
import { questionsIn, questionsWithin } from "./questions-in.ts";
import type { RawTable } from "./raw-table.ts";
import { countedGroup, type TableSpecification } from "./table-specification.ts";
import { tabulateEach } from "./tabulate.ts";

/**
 * What people ask for: of each specification, in their order, its tables, or every reason why there are
 * none. A fault is named, several at once; it is never an empty table.
 */
export async function analyse(
  extract: ColumnarExtract,
  specifications: readonly TableSpecification[],
): Promise<readonly Outcome<readonly RawTable[]>[]> {
  const faults = specifications.map((specification) => checkSpecification(extract, specification));
  const sound = specifications.filter((_, index) => faults[index]?.length === 0);
  const lacking = await checkCases(extract, sound);
  const countable = sound.filter((_, index) => lacking[index]?.length === 0);
  const tables = await tabulateEach(extract, countable);
  return specifications.map((specification, index) => {
    const found = [...(faults[index] ?? []), ...(lacking[sound.indexOf(specification)] ?? [])];
    if (found.length > 0) return refused(...found);
    const own = tables[countable.indexOf(specification)] ?? [];
    const empty = checkTables(specification, own);
    return empty.length > 0 ? refused(...empty) : done(own);
  });
}

type Chosen = Pick<TableSpecification, "population" | "within" | "period">;

/** Whether there is anything to count, and whether any of the cases was asked. */
async function checkCases(
  extract: ColumnarExtract,
  specifications: readonly TableSpecification[],
): Promise<readonly (readonly Problem[])[]> {
  const { codebooks, scope } = extract;
  const cellsOf = await counted(
    extract,
    specifications.flatMap((each) => [
      ...[each, everOf(each), unlimitedOf(each)].map((chosen) => casesRequest(extract, chosen)),
      ...(rowsRequest(extract, each) ?? []),
    ]),
  );
  const present = (chosen: Chosen) => [...(cellsOf(casesRequest(extract, chosen)).values[0] ?? [])];
  const unasked = (chosen: Chosen, questions: readonly QuestionName[]) =>
    notInVersion(codebooks, present(chosen), questions, asToldIn(scope));
  return specifications.map((specification): readonly Problem[] => {
    const group = countedGroup(specification.measure);
    const isThere = rowsRequest(extract, specification)?.some((each) =>
      isTold(each, cellsOf(each)),
    );
    if (present(specification).length > 0) {
      const lacking = unasked(specification, questionsIn(specification));
      if (lacking.length > 0 || group === undefined || isThere) return lacking;
      return [problem("analysis-no-rows", specification.id, { group })];
    }
    // What the client said stays counted when her case is gone.
    if (group === undefined && isThere) return [];
    const everybody = unlimitedOf(specification);
    const neverAsked =
      present(everybody).length > 0 ? unasked(everybody, questionsWithin(specification)) : [];
    if (neverAsked.length > 0) return neverAsked;
    return [noCases(specification, present(everOf(specification)).length > 0)];
  });
}

function noCases({ id, period }: TableSpecification, hasOthers: boolean): Problem {
  return period && hasOthers
    ? problem("analysis-no-cases-in-period", id, { ...period })
    : problem("analysis-no-cases", id);
}

/** In the client's rows one question's answers stand beside another's: of it there may be none. */
function isTold({ relation }: CountRequest, { size, values }: Cells): boolean {
  if (relation !== "client") return size > 0;
  return values[0]?.some((code) => code !== standing.notEligible) ?? false;
}

function everOf({ period: _, ...ever }: TableSpecification): Chosen {
  return ever;
}

function unlimitedOf({ within: _, ...unlimited }: TableSpecification): Chosen {
  return unlimited;
}

/** By the codebook that they rest on. */
function casesRequest(extract: ColumnarExtract, chosen: Chosen): CountRequest {
  return { relation: "cases", columns: [codebookKey], ...chosenBy(extract, chosen) };
}

/** Where a table is not of cases: the rows that it is of. */
function rowsRequest(
  extract: ColumnarExtract,
  specification: TableSpecification,
): readonly [CountRequest] | undefined {
  const group = countedGroup(specification.measure);
  if (group !== undefined) {
    return [{ ...casesRequest(extract, specification), relation: itemsOf(group) }];
  }
  const [question] = questionsIn(specification);
  const client = extract.relations.find(({ name }) => name === "client");
  const stored = client?.questions.find((each) => each.question.id === question?.id);
  if (!client || !stored) return undefined;
  return [{ relation: client.name, columns: stored.columns, flags: [] }];
}

/** What only the count itself can tell. */
function checkTables(
  { id, level }: TableSpecification,
  tables: readonly RawTable[],
): readonly Problem[] {
  if (level !== undefined && tables.length === 0) return [problem("analysis-no-regions", id)];
  const hasRows = tables.some((table) => {
    const counts = table.counts();
    return counts.kind !== "crossing" || counts.rows.length > 0;
  });
  // Every question has options: only a time may have nothing to tell of.
  return hasRows ? [] : [problem("analysis-nothing-closed", id)];
}
