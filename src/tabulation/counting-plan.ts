import type { StoredChange } from "./change/change-columns.ts";
import type { CountRequest, Range } from "./counting/counter.ts";
import type { Askable, Chosen } from "./extract/columnar-extract.ts";
import { conditionKey } from "./extract/conditions.ts";
import { quarterNumberOf, quartersIn } from "./extract/quarter-number.ts";
import {
  caseKeys,
  itemsOf,
  type Relation,
  type StoredQuestion,
  timeKeys,
} from "./extract/relation.ts";
import { type VersionsAxis, versionColumns, versionsAxis } from "./harmonise/versions-axis.ts";
import {
  type Band,
  countedGroup,
  type Dimension,
  dimensionsOf,
  type Level,
  type Measure,
  type TableSpecification,
  type TimeStep,
} from "./table-specification.ts";

/** What has to be counted for one table, and how it is read off the cells. */
export type CountingPlan = {
  readonly request: CountRequest;
  /** One for each dimension, in the measure's order. */
  readonly axes: readonly Axis[];
  /** Of a change, and of nothing else. */
  readonly change: ChangeAxis | undefined;
  /** Where a series along time may break, and the cases that tell: whatever they answered. */
  readonly versions: VersionsPlan | undefined;
  /** The regions that have cases, where there is to be one table for each. */
  readonly regions: RegionPlan | undefined;
};

export type VersionsPlan = { readonly axis: VersionsAxis; readonly request: CountRequest };

export type RegionPlan = {
  readonly level: Level;
  readonly column: string;
  /** Of cases also where rows of a repeat group are counted. */
  readonly request: CountRequest;
};

/** What is measured twice, and the places of its columns. */
export type ChangeAxis = { readonly stored: StoredChange; readonly at: readonly number[] };

/** One dimension, and the places of its columns among the cells' values. */
export type Axis =
  | {
      readonly kind: "question";
      readonly stored: StoredQuestion;
      readonly bands: readonly Band[];
      /** The standing, then the words. */
      readonly at: readonly number[];
    }
  | {
      readonly kind: "time";
      readonly step: TimeStep;
      /** The quarter that is told of first, also where it has no cases. */
      readonly from: number | undefined;
      readonly at: readonly number[];
    }
  | {
      readonly kind: "duration";
      /** The quarter that an open case is followed to. */
      readonly asAt: number;
      readonly from: readonly number[];
      /** The start, then the close. */
      readonly at: readonly number[];
    };

/** @throws for a variable, group, level or condition that the extract does not have. */
export function planFor(extract: Askable, specification: TableSpecification): CountingPlan {
  const { measure } = specification;
  const dimensions = dimensionsOf(measure);
  const relation = relationFor(extract, measure, dimensions);
  const chosen = chosenBy(extract, specification);
  const regions = regionsBy(extract, specification.level, chosen);
  const needed = dimensions.map((dimension) => columnsFor(relation, dimension));
  const level = regions ? [regions.column] : [];
  // In one order, and each once: so that tables of the same columns share one count.
  const change = changeFor(relation, measure);
  const columns = [...new Set([...level, ...needed.flat(), ...(change?.columns ?? [])])].sort();
  const versions = versionsAxis(extract, specification);
  const { within: _, ...everybody } = specification;
  return {
    request: { relation: relation.name, columns, ...chosen },
    axes: dimensions.map((dimension, index) => {
      const at = (needed[index] ?? []).map((name) => columns.indexOf(name));
      return axisOf(relation, dimension, specification, at);
    }),
    change: change && { stored: change, at: change.columns.map((name) => columns.indexOf(name)) },
    versions: versions && {
      axis: versions,
      request: {
        relation: relation.name,
        columns: [...new Set([...level, ...versionColumns(versions)])].sort(),
        ...chosenBy(extract, everybody),
      },
    },
    regions,
  };
}

function changeFor(relation: Relation, measure: Measure): StoredChange | undefined {
  if (measure.kind !== "change") return undefined;
  const { group, field } = measure;
  const found = relation.changes.find(
    ({ measured }) => measured.group.id === group && measured.field.id === field,
  );
  if (!found) throw new Error(`the extract has no change of ${group}: ${field}`);
  return found;
}

/** Only cases have rows: what a unit's clients said belongs to nobody and cannot be crossed. */
function relationFor(
  extract: Askable,
  measure: Measure,
  dimensions: readonly Dimension[],
): Relation {
  const group = countedGroup(measure);
  const isAlone =
    dimensions.length === 1 && measure.kind !== "crossing" && measure.kind !== "nested";
  const ofCases = isAlone ? ["cases", "client"] : ["cases"];
  const names = group === undefined ? ofCases : [itemsOf(group)];
  const asked = dimensions.flatMap((each) => (each.kind === "question" ? [each.variable] : []));
  for (const relation of extract.relations) {
    if (!names.includes(relation.name)) continue;
    if (asked.every((variable) => questionIn(relation, variable))) return relation;
  }
  throw new Error(`the extract has no ${names[0]}: ${asked.join(", ")}`);
}

function questionIn({ questions }: Relation, variable: string): StoredQuestion | undefined {
  return questions.find(({ question }) => question.id === variable);
}

/** The flags and ranges by which a table's cases are chosen. */
export function chosenBy(
  extract: Askable,
  { population, within, period }: Pick<TableSpecification, "population" | "within" | "period">,
): Chosen {
  const { flags, ranges } = extract.populations[population];
  return {
    flags: within ? [...flags, flagOf(extract, within)] : flags,
    ranges: period ? [...ranges, cohort(population, period)] : ranges,
  };
}

function cohort(
  population: TableSpecification["population"],
  period: NonNullable<TableSpecification["period"]>,
): Range {
  const [from, to] = quartersIn(period);
  return { column: population === "closed" ? timeKeys.closed : timeKeys.started, from, to };
}

function flagOf(extract: Askable, within: NonNullable<TableSpecification["within"]>): string {
  const flag = extract.conditions.get(conditionKey(within));
  if (flag === undefined) {
    throw new Error("the condition was not evaluated when the extract was made");
  }
  return flag;
}

function regionsBy(
  { scope }: Askable,
  level: Level | undefined,
  chosen: Chosen,
): RegionPlan | undefined {
  if (level === undefined) return undefined;
  if (scope.kind !== "nation") throw new Error(`no regions in a ${scope.kind}`);
  const column = caseKeys[level];
  return { level, column, request: { relation: "cases", columns: [column], ...chosen } };
}

/** @throws for a time where rows have none. */
function columnsFor(relation: Relation, dimension: Dimension): readonly string[] {
  if (dimension.kind === "question") {
    return questionIn(relation, dimension.variable)?.columns ?? [];
  }
  const { started, closed } = timeKeys;
  if (!relation.keys.some(({ name }) => name === started)) {
    throw new Error(`${relation.name} has no time`);
  }
  if (dimension.kind === "duration") return [started, closed];
  return [dimension.of === "start" ? started : closed];
}

function axisOf(
  relation: Relation,
  dimension: Dimension,
  { population, period }: TableSpecification,
  at: readonly number[],
): Axis {
  switch (dimension.kind) {
    case "question": {
      const stored = questionIn(relation, dimension.variable);
      if (!stored) throw new Error(`no column for ${dimension.variable}`);
      return { kind: "question", stored, bands: dimension.bands ?? [], at };
    }
    case "time": {
      const { step, of } = dimension;
      const isCohort = (of === "close") === (population === "closed");
      const from = period && isCohort ? quarterNumberOf(period.from) : undefined;
      return { kind: "time", step, from, at };
    }
    case "duration": {
      const asAt = quarterNumberOf(dimension.asAt);
      return { kind: "duration", asAt, from: dimension.from, at };
    }
  }
}
