import { type InternalTable, seriesLimits } from "#disclosure";
import type { Figure } from "../figure.ts";
import { certaintyIn, type Telling } from "../findings/about.ts";
import { type Crossed, crossedOf } from "../findings/crossed.ts";
import type { Findings } from "../findings/findings.ts";
import { timeOf } from "../findings/times.ts";
import { optionLabel } from "../option-label.ts";
import type { Panel, ShownTable } from "../panel.ts";
import { drawTrend } from "../picture/draw-trend.ts";
import { shareOf } from "../small-numbers.ts";
import type { Proportion } from "../words/findings/told-findings.ts";
import { explorationWordsOf } from "../words/words-of.ts";
import { answerInWords } from "./answer-in-words.ts";
import { toldShares } from "./told-shares.ts";

type Step = Proportion & {
  readonly label: string;
  readonly code: number;
  readonly column: Crossed["counts"]["columns"][number];
};

/** One share step by step, with what chance alone may bring, and every answer of every step. */
export function seriesPanel(
  table: InternalTable,
  telling: Telling,
  findings: Findings,
): Panel<"internal"> {
  const crossed = crossedOf(table, telling);
  const { about, counts, measure } = crossed;
  const { language } = about;
  const words = explorationWordsOf(language);
  const [column] = measure.columns;
  if (column?.kind !== "time") throw new Error(`no time in the columns: ${about.label}`);
  const steps = stepsOf(crossed, column.step);
  const label = words.overTime(about.label, column.step);
  const { centre, limits } = seriesLimits(steps);
  const all = steps.reduce<Proportion>(
    (sum, { count, total }) => ({ count: sum.count + count, total: sum.total + total }),
    { count: 0, total: 0 },
  );
  const picture = {
    name: label,
    notes: [],
    steps: steps.map((step, index) => {
      const share = shareOf(step.count, step.total);
      const placed = share === null ? null : (limits[index] ?? null);
      return { label: step.label, share: share ?? ("none" as const), limits: placed };
    }),
    // As any share: not of fewer than ten.
    centre: shareOf(all.count, all.total) === null ? null : centre,
    breaks: counts.breaks
      .filter(({ kind }) => kind !== "recoded")
      .map(({ at }) => steps.findIndex(({ code }) => code === at))
      .filter((index) => index > 0),
  };
  return {
    lane: "internal",
    id: table.specification.id,
    label,
    ...answerInWords(findings, label),
    certainty: certaintyOf(crossed, steps),
    reconstructed: about.question?.provenance.status === "reconstructed",
    base: counts.base,
    population: table.specification.population,
    tables: [
      toldShares(about, label, words.time, [...steps, { label: words.together, ...all }]),
      answersByStep(crossed, steps),
    ],
    picture: steps.length === 0 ? null : drawTrend(picture, language),
  };
}

/** Steps without cases at either end are no part of the series. */
function stepsOf(crossed: Crossed, step: "quarter" | "half-year" | "year"): readonly Step[] {
  const words = explorationWordsOf(crossed.about.language);
  const all = crossed.counts.columns.flatMap((column): readonly Step[] => {
    const [code] = column.codes;
    if (code === undefined || code === null) return [];
    const label = words.step(timeOf(code, step));
    return [{ ...crossed.shareIn(column), label, code, column }];
  });
  const isFilled = ({ column }: Step) => column.base.eligible > 0;
  return all.slice(all.findIndex(isFilled), all.findLastIndex(isFilled) + 1);
}

function certaintyOf({ about }: Crossed, steps: readonly Step[]): Figure["certainty"] {
  const total = steps.reduce((sum, step) => sum + step.total, 0);
  return certaintyIn(about, total);
}

function answersByStep({ about, counts }: Crossed, steps: readonly Step[]): ShownTable {
  const { question, language, label } = about;
  const words = explorationWordsOf(language);
  const columns = [
    ...counts.rows.map(({ code }) =>
      question ? optionLabel(question, code)[language] : String(code),
    ),
    words.answered,
    words.cases(about.counted.noun),
  ];
  return {
    caption: words.numbers(question?.label[language] ?? label),
    corner: words.time,
    columns: columns.map((name) => ({ label: name, unit: "count" })),
    rows: steps.map(({ label: name, column }) => ({
      label: name,
      isMissing: false,
      cells: [
        ...counts.rows.map((_, index) => column.counts[index] ?? 0),
        column.base.answered,
        column.base.eligible,
      ],
    })),
  };
}
