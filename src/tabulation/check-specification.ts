import { type Problem, parseIsoDate, problem } from "#kernel";
import { checkCondition } from "./check-condition.ts";
import { checkForm } from "./check-form.ts";
import { checkMeasure } from "./check-measure.ts";
import { mayBeCountedInUnit } from "./client-stands-alone.ts";
import type { Askable } from "./extract/columnar-extract.ts";
import { conditionKey } from "./extract/conditions.ts";
import { questionsIn } from "./questions-in.ts";
import { storedIn } from "./stored-in.ts";
import type { TableSpecification } from "./table-specification.ts";
import { unknownGroup, unknownQuestion } from "./unknown-question.ts";

/** Every fault that can be seen without counting; none: it can be counted. */
export function checkSpecification(
  extract: Askable,
  specification: TableSpecification,
): readonly Problem[] {
  const { id } = specification;
  // The other checks ask by what is known to exist.
  const unreadable = checkForm(specification);
  if (unreadable.length > 0) return unreadable;
  return distinct([
    ...questionsIn(specification).flatMap((name) =>
      storedIn(extract, name) ? [] : unknownQuestion(extract, id, name),
    ),
    ...checkGroup(extract, specification),
    ...checkCondition(extract, specification),
    ...checkMeasure(extract, specification),
    ...checkPopulation(extract, specification),
    ...checkPeriod(specification),
  ]);
}

/** A crossing of time alone names its group and no question of it. */
function checkGroup(
  { codebook }: Askable,
  { id, measure }: TableSpecification,
): readonly Problem[] {
  const group = "group" in measure ? measure.group : undefined;
  return group === undefined ? [] : unknownGroup(codebook, id, group);
}

function checkPopulation(extract: Askable, specification: TableSpecification): readonly Problem[] {
  const { id, within, level } = specification;
  const { scope, codebook, conditions } = extract;
  const isUnit = scope.kind === "unit";
  const problems: Problem[] = [];
  if (within && !conditions.has(conditionKey(within))) {
    problems.push(problem("analysis-condition-not-evaluated", id));
  }
  if (level !== undefined && isUnit) problems.push(problem("analysis-level-unknown", id));
  if (isUnit && !mayBeCountedInUnit(codebook, specification)) {
    problems.push(problem("analysis-client-stands-alone", id));
  }
  return problems;
}

/** Whole quarters: a delivery knows no days. */
function checkPeriod({ id, period }: TableSpecification): readonly Problem[] {
  if (!period) return [];
  const { from, until } = period;
  if (![from, until].every(beginsQuarter)) {
    return [problem("analysis-period-not-whole-quarters", id, { from, until })];
  }
  return from < until ? [] : [problem("analysis-period-empty", id, { from, until })];
}

function beginsQuarter(day: string): boolean {
  return parseIsoDate(day) !== undefined && /-(01|04|07|10)-01$/.test(day);
}

/** A variable that stands twice has each of its faults once. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((each) => [JSON.stringify(each), each])).values()];
}
