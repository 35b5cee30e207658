import { type AsTold, type Codebook, type QuestionName, referencesIn } from "#codebook";
import type { Cells, CountRequest } from "../counting/counter.ts";
import type { Askable } from "../extract/columnar-extract.ts";
import { noQuarter, stepCode, stepNumber } from "../extract/quarter-number.ts";
import { codebookKey, timeKeys } from "../extract/relation.ts";
import { questionsIn, questionsWithin } from "../questions-in.ts";
import type { SeriesBreak } from "../raw-table.ts";
import { dimensionsOf, type TableSpecification, type TimeStep } from "../table-specification.ts";
import { type SeenVersion, seriesBreaks } from "./series-breaks.ts";

/** Of a crossing along time: what is needed to say where the series breaks. */
export type VersionsAxis = {
  readonly codebooks: readonly Codebook[];
  readonly asTold: AsTold;
  readonly questions: readonly QuestionName[];
  readonly step: TimeStep;
  /** The column of the first dimension of time. */
  readonly time: string;
};

/** `undefined` where nothing can break: along no time, or where all cases rest on one codebook. */
export function versionsAxis(
  { codebooks, scope }: Askable,
  specification: TableSpecification,
): VersionsAxis | undefined {
  const { measure } = specification;
  if (measure.kind !== "crossing" || codebooks.length < 2) return undefined;
  const time = dimensionsOf(measure).find(({ kind }) => kind === "time");
  if (time?.kind !== "time") return undefined;
  return {
    codebooks,
    asTold: asToldIn(scope),
    // A population that is chosen by an answer changes where the answer does.
    questions: [
      ...questionsIn(specification),
      ...questionsWithin(specification),
      ...newGroupsWithin(specification, codebooks),
    ],
    step: time.step,
    time: time.of === "start" ? timeKeys.started : timeKeys.closed,
  };
}

/** What came to the nation came as bands; a unit has the years. */
export function asToldIn({ kind }: Askable["scope"]): AsTold {
  return kind === "unit" ? "as-answered" : "as-delivered";
}

/** Which codebooks there are in which steps of time. */
export function versionColumns({ time }: VersionsAxis): readonly string[] {
  return [time, codebookKey];
}

/** @param cells of the whole population: an answer that it is narrowed by may take one side of a break away. */
export function breaksIn(
  { codebooks, asTold, questions, step, time }: VersionsAxis,
  { columns }: CountRequest,
  { size, values }: Cells,
): readonly SeriesBreak[] {
  const quarters = values[columns.indexOf(time)];
  const numbers = values[columns.indexOf(codebookKey)];
  if (!quarters || !numbers) throw new Error("a series without its time and its codebooks");
  const seen = new Map<string, SeenVersion>();
  for (let cell = 0; cell < size; cell++) {
    const quarter = quarters[cell] ?? noQuarter;
    if (quarter === noQuarter) continue;
    const code = stepCode(stepNumber(quarter, step), step);
    const number = numbers[cell] ?? 0;
    seen.set(`${code} ${number}`, { step: code, number });
  }
  return seriesBreaks(codebooks, asTold, questions, [...seen.values()]);
}

/** Rows as such, of a group that some codebook lacks: the question they are told by first stands for it. */
function newGroupsWithin(
  { within }: TableSpecification,
  codebooks: readonly Codebook[],
): readonly QuestionName[] {
  const [newest] = codebooks;
  return referencesIn(within).flatMap((reference): readonly QuestionName[] => {
    if (reference.kind !== "group") return [];
    const { group } = reference;
    if (codebooks.every(({ groups }) => groups.some(({ id }) => id === group))) return [];
    const first = newest?.groups.find(({ id }) => id === group)?.fields[0];
    return first ? [{ id: first.id, group }] : [];
  });
}
