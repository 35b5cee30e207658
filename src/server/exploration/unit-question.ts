import type { Codebook, Condition, Indicator, Subgroup, Variable } from "#codebook";
import { done, type Outcome, type Problem, problem, refused } from "#kernel";
import { type TableSpecification, type TimeStep, unitSpecifications } from "#tabulation";
import { findGroup, readYears } from "../result-choices.ts";
import type { AskedQuestion } from "./asked-question.ts";
import { labelOf } from "./question-choices.ts";

const steps = ["quarter", "half-year", "year"] as const satisfies readonly TimeStep[];

/**
 * What is to be counted, or what stands in the way of it. What only counting can tell, and that the
 * client's answers stand alone, is told by the one who counts.
 */
export function unitQuestion(
  codebook: Codebook,
  asked: AskedQuestion & { readonly show: string },
): Outcome<TableSpecification> {
  const { show, by, time } = asked;
  const shown = shownIn(codebook, show);
  const group = asked.group === null ? undefined : findGroup(codebook, asked.group);
  const period = asked.period === null ? undefined : readYears(asked.period);
  const step = steps.find((each) => each === time);
  const problems: Problem[] = [];
  const unknown = (code: Problem["code"], name: string) =>
    problems.push(problem(code, name, { name }));
  if (!shown) unknown("exploration-unknown-question", show);
  if (by !== null && !codebook.variables.some(({ id }) => id === by)) {
    unknown("exploration-unknown-division", by);
  }
  if (time !== null && !step) unknown("exploration-unknown-division", time);
  if (asked.group !== null && !group) unknown("exploration-unknown-group", asked.group);
  if (asked.period !== null && !period) unknown("exploration-unknown-period", asked.period);
  if (by !== null && time !== null) problems.push(problem("exploration-by-and-time", show));
  if (shown && (by !== null || time !== null)) problems.push(...checkDivided(codebook, shown, by));
  if (!shown || problems.length > 0) return refused(...problems);

  const { variable, plain } = shown;
  const phases = [variable.phase, codebook.variables.find(({ id }) => id === by)?.phase];
  const isOfClosed = phases.includes("after");
  const population = by !== null && isOfClosed ? "closed" : plain.population;
  const within = among(plain.within, group);
  const limited = {
    id: group ? `${group.id}:${show}` : show,
    population,
    ...(within ? { within } : {}),
    ...(group ? { subgroup: group.id } : {}),
    ...(period ? { period } : {}),
  };
  const rows = { kind: "question", variable: variable.id } as const;
  if (by !== null) {
    const columns = [{ kind: "question", variable: by } as const];
    return done({ ...limited, measure: { kind: "crossing", rows, columns } });
  }
  if (step) {
    const of = population === "closed" ? "close" : "start";
    const columns = [{ kind: "time", of, step } as const];
    return done({ ...limited, measure: { kind: "crossing", rows, columns } });
  }
  return done({ ...limited, measure: plain.measure });
}

/** All conditions that `unitQuestion` may choose cases by: they are evaluated when the cases are read. */
export function foreseenIn(codebook: Codebook): readonly TableSpecification[] {
  const plain = [undefined, ...unitSpecifications(codebook).map(({ within }) => within)];
  return [undefined, ...codebook.subgroups].flatMap((group) =>
    plain.flatMap((each) => {
      const within = among(each, group);
      return within
        ? [{ id: "foreseen", population: "started", within, measure: { kind: "cases" } } as const]
        : [];
    }),
  );
}

type Shown = {
  readonly plain: TableSpecification;
  readonly variable: Variable;
  readonly indicator: Indicator | undefined;
};

function shownIn(codebook: Codebook, show: string): Shown | undefined {
  const plain = unitSpecifications(codebook).find(({ id }) => id === show);
  const indicator = codebook.indicators.find(({ id }) => id === show);
  const variable = codebook.variables.find(({ id }) => id === (indicator?.variable ?? show));
  return plain && variable ? { plain, variable, indicator } : undefined;
}

/** A mean has no parts, and a case that gave two of a key figure's answers would be counted twice. */
function checkDivided(
  codebook: Codebook,
  { variable, indicator }: Shown,
  by: string | null,
): readonly Problem[] {
  const { id, label } = indicator ?? variable;
  if (by === variable.id) {
    return [problem("exploration-divided-by-itself", id, { label: label.sv })];
  }
  if (!indicator) return [];
  const { measure } = indicator;
  const isDivisible =
    measure.kind === "share" && (variable.type !== "multiple" || measure.codes.length === 1);
  if (isDivisible) return [];
  const question = labelOf(codebook, variable.id);
  return [problem("exploration-not-divided", id, { label: label.sv, question })];
}

function among(within: Condition | undefined, group: Subgroup | undefined): Condition | undefined {
  if (!group) return within;
  const isMember: Condition = { answer: group.variable, in: group.codes };
  return within ? { all: [within, isMember] } : isMember;
}
