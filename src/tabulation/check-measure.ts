import { type Problem, parseIsoDate, problem } from "#kernel";
import type { Askable } from "./extract/columnar-extract.ts";
import type { StoredQuestion } from "./extract/relation.ts";
import { isAnswered, isValid } from "./extract/standing.ts";
import { storedIn } from "./stored-in.ts";
import {
  countedGroup,
  type Dimension,
  dimensionsOf,
  type Measure,
  mostDimensions,
  type NestedStep,
  type Population,
  type TableSpecification,
} from "./table-specification.ts";

/** Faults of what is to be counted; a question that the extract does not have is another's to tell. */
export function checkMeasure(
  extract: Askable,
  { id, measure, population }: TableSpecification,
): readonly Problem[] {
  switch (measure.kind) {
    case "cases":
    case "frequencies":
      return [];
    case "share":
      return checkCodes(extract, id, measure);
    case "nested":
      return [
        ...checkSteps(id, measure.steps.length),
        ...measure.steps.flatMap((step) => checkCodes(extract, id, step)),
      ];
    case "mean-distinct":
      return checkDistinct(extract, id, measure);
    case "crossing":
      return checkCrossing(extract, id, measure, population);
    case "change":
      return checkChange(extract, id, measure);
  }
}

function checkCodes(
  extract: Askable,
  at: string,
  { variable, codes, base }: NestedStep,
): readonly Problem[] {
  const stored = storedIn(extract, { id: variable });
  if (!stored) return [];
  if (codes.length === 0) return [problem("analysis-no-codes", at, { variable })];
  const known = [...stored.codes, ...missingOf(stored)];
  return codes.flatMap((code) => {
    if (!known.includes(code)) return [problem("analysis-unknown-code", at, { variable, code })];
    // Whoever gave it is not among those that the share is of: it would always be nought.
    const isInBase = base === "valid" ? isValid(code) : isAnswered(code);
    return isInBase ? [] : [problem("analysis-code-outside-base", at, { variable, code })];
  });
}

function checkSteps(at: string, count: number): readonly Problem[] {
  if (count === 0) return [problem("analysis-no-steps", at)];
  return checkNumber(at, count);
}

function checkNumber(at: string, count: number): readonly Problem[] {
  const most = mostDimensions;
  if (count <= most) return [];
  return [problem("analysis-too-many-crossings", at, { most, count, extra: count - most })];
}

/** Of a question that takes one answer the mean is 1, whatever was said. */
function checkDistinct(
  extract: Askable,
  at: string,
  measure: Measure & { readonly kind: "mean-distinct" },
): readonly Problem[] {
  const { variable } = measure;
  const problems = checkOptions(extract, at, measure, { kind: "question", variable });
  const type = storedIn(extract, { id: variable })?.question.type;
  if (problems.length > 0 || type === undefined || type === "multiple") return problems;
  return [problem("analysis-takes-one-answer", at, { variable })];
}

/** A view may amount to a missing code that the question itself does not offer. */
function missingOf({ question }: StoredQuestion): readonly number[] {
  return "view" in question && question.view ? [97, 98, 99] : question.missing.map(codeOf);
}

function codeOf({ code }: { readonly code: number }): number {
  return code;
}

function checkCrossing(
  extract: Askable,
  at: string,
  measure: Measure & { readonly kind: "crossing" },
  population: Population,
): readonly Problem[] {
  const dimensions = dimensionsOf(measure);
  const problems = dimensions.flatMap((dimension, index) => {
    const isAgain = dimensions.slice(0, index).some((other) => nameOf(other) === nameOf(dimension));
    const again = { variable: nameOf(dimension) };
    return [
      ...(isAgain ? [problem("analysis-crossed-with-itself", at, again)] : []),
      ...checkOptions(extract, at, measure, dimension),
      ...checkClasses(at, dimension),
      ...checkTime(at, dimension, population),
    ];
  });
  return [...checkNumber(at, dimensions.length), ...problems];
}

/** An open case has no close, and a day that does not exist is near any other. */
function checkTime(at: string, dimension: Dimension, population: Population): readonly Problem[] {
  if (dimension.kind === "duration" && parseIsoDate(dimension.asAt) === undefined) {
    return [problem("analysis-no-such-day", at, { day: dimension.asAt })];
  }
  const isOfClose = dimension.kind === "time" && dimension.of === "close";
  return isOfClose && population === "open" ? [problem("analysis-open-without-close", at)] : [];
}

/** Two times of the same day in different steps are still the same. */
function nameOf(dimension: Dimension): string {
  if (dimension.kind === "question") return dimension.variable;
  return dimension.kind === "time" ? dimension.of : dimension.kind;
}

function checkOptions(
  extract: Askable,
  at: string,
  measure: Measure,
  dimension: Dimension,
): readonly Problem[] {
  if (dimension.kind !== "question") return [];
  const { variable, bands = [] } = dimension;
  const stored = storedIn(extract, { id: variable, group: countedGroup(measure) });
  if (!stored) return [];
  if (stored.codes.length === 0) return [problem("analysis-nothing-to-cross", at, { variable })];
  const banded = bands.flatMap(({ codes }) => codes);
  // A band is named by the least of its own codes: another name could be another option's.
  const unknown = bands.flatMap(({ code, codes }) => [
    ...codes.filter((each) => !stored.codes.includes(each)),
    ...(code === Math.min(...codes) ? [] : [code]),
  ]);
  const twice = banded.filter((code, index) => banded.indexOf(code) !== index);
  return [
    ...unknown.map((code) => problem("analysis-unknown-code", at, { variable, code })),
    ...twice.map((code) => problem("analysis-bands-overlap", at, { variable, code })),
  ];
}

function checkClasses(at: string, dimension: Dimension): readonly Problem[] {
  if (dimension.kind !== "duration") return [];
  const { from } = dimension;
  const isRising = from.every((least, index) =>
    index === 0 ? least === 0 : least > (from[index - 1] ?? least) && Number.isInteger(least),
  );
  if (isRising && from.length > 0) return [];
  return [problem("analysis-classes-not-rising", at, { from: from.join(", ") })];
}

function checkChange(
  { codebook, relations }: Askable,
  at: string,
  { group, field }: Measure & { readonly kind: "change" },
): readonly Problem[] {
  const isCounted = relations.some(({ changes }) =>
    changes.some(({ measured }) => measured.group.id === group && measured.field.id === field),
  );
  if (isCounted) return [];
  const known = codebook.groups.find(({ id }) => id === group);
  // What no group has is unknown, which is said already.
  if (!known?.fields.some(({ id }) => id === field)) return [];
  return [problem("analysis-no-change-measured", at, { variable: field })];
}
