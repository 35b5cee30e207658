import type { InternalTable } from "#disclosure";
import { optionLabel } from "../option-label.ts";
import { leastForShares } from "../small-numbers.ts";
import { aboutOf, questionOf, type Telling } from "./about.ts";
import type { Draft } from "./findings.ts";
import { missingIn, orAnything, questionsAbout, sureOfShare } from "./reserves.ts";

/** «93 procent (28 av 30 …). Av dem 79 procent (22 av 28).» Each step names its own base. */
export function nestedFindings({ specification, counts }: InternalTable, telling: Telling): Draft {
  const { measure } = specification;
  if (measure.kind !== "nested" || counts.kind !== "nested") {
    throw new Error(`no nested shares: ${specification.id}`);
  }
  const { codebook, language } = telling;
  const [first] = measure.steps;
  if (!first) throw new Error(`nothing is nested: ${specification.id}`);
  const about = aboutOf(specification, telling, { variable: first.variable, kind: first.base });
  const { words } = about;
  const steps = counts.steps.flatMap(({ numerator, denominator, interval }, index) => {
    const step = measure.steps[index];
    if (!step) return [];
    const { question } = questionOf(codebook, step.variable);
    const answers = step.codes.map((code) => optionLabel(question, code)[language]);
    const told = { count: numerator, total: denominator };
    const counted = { ...about.counted, kind: step.base };
    return [{ question: question.label[language], answers, told, interval, counted }];
  });
  const sentences = steps.flatMap(({ question, answers, told, counted }, index) => {
    if (told.total === 0) return index === 0 ? [words.messages.nothing(question, counted)] : [];
    const { nestedFirst, nestedNext } = words.messages;
    const before = steps[index - 1]?.told.count;
    if (before === undefined) return [nestedFirst(question, answers, told, counted)];
    return [nestedNext(question, answers, told, before, counted)];
  });
  const left = steps.slice(1).flatMap(({ told, counted }, index) => {
    const before = steps[index]?.told.count ?? 0;
    const lost = before - told.total;
    return lost > 0
      ? [words.missing.leftBetweenSteps({ count: lost, total: before }, counted)]
      : [];
  });
  // Where one step has too few, the next has fewer still.
  const short = steps.findIndex(({ told }) => told.total < leastForShares);
  const sure = steps
    .slice(0, short === -1 ? undefined : short + 1)
    .flatMap(({ answers, told, interval, counted }) =>
      sureOfShare({ ...about, counted }, told, interval, words.messages.answers(answers)),
    );
  return {
    title: about.title,
    points: [{ weight: "message", sentences: sentences.slice(0, 3) }],
    howSure: [...new Set(sure)],
    missing: [...missingIn(about, counts.base), ...left],
    questions: orAnything(about, questionsAbout(about, counts.base)),
  };
}
