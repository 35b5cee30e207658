import type { InternalTable } from "#disclosure";
import { aboutOf, questionOf } from "../findings/about.ts";
import { nestedFindings } from "../findings/nested-findings.ts";
import { optionLabel } from "../option-label.ts";
import type { Panel } from "../panel.ts";
import { drawStrip } from "../picture/draw-strip.ts";
import { certaintyAmong, shareOf } from "../small-numbers.ts";
import { resultWordsOf } from "../words/results/result-words.ts";
import { amongSaid, type ResultsOf } from "./choice.ts";

/** «So many of all, and of them so many»: each step has the one before as its base. */
export function nestedPanel(
  table: InternalTable,
  of: ResultsOf,
  indicator: string,
): Panel<"internal"> | null {
  const { specification, counts } = table;
  const { measure, subgroup } = specification;
  const { codebook, language } = of;
  const [first] = measure.kind === "nested" ? measure.steps : [];
  if (measure.kind !== "nested" || counts.kind !== "nested" || !first) return null;
  const words = resultWordsOf(language).nested;
  const telling = { codebook, language, isChoiceSaid: true };
  const { points, howSure } = nestedFindings(table, telling);
  const sentences = points.flatMap((point) => point.sentences);
  const steps = counts.steps.map(({ numerator, denominator }, index) => {
    const { variable, codes } = measure.steps[index] ?? first;
    const { question } = questionOf(codebook, variable);
    const answers = codes.map((code) => optionLabel(question, code)[language]);
    return { label: `${question.label[language]}: ${answers.join(" / ")}`, numerator, denominator };
  });
  const total = counts.steps[0]?.denominator ?? 0;
  const label = words.label(indicator);
  const { title } = aboutOf(specification, telling, { variable: first.variable, kind: first.base });
  const isPart = subgroup !== undefined;
  return {
    lane: "internal",
    id: specification.id,
    title: label,
    label,
    sentences: [...sentences, ...howSure, ...amongSaid(of, specification.population === "closed")],
    certainty: certaintyAmong({ isPart }, total),
    reconstructed: false,
    base: counts.base,
    population: specification.population,
    tables: [
      {
        caption: label,
        corner: words.step,
        columns: [
          { label: words.count, unit: "count" },
          { label: words.of, unit: "count" },
          { label: words.share, unit: "share" },
        ],
        rows: steps.map(({ label, numerator, denominator }) => ({
          label,
          isMissing: false,
          cells: [numerator, denominator, shareOf(numerator, denominator) ?? "none"],
        })),
      },
    ],
    picture:
      total === 0
        ? null
        : drawStrip(
            {
              name: label,
              notes: [resultWordsOf(language).strip.notes],
              steps: [
                { label: title, count: total },
                ...steps.map(({ label, numerator }) => ({ label, count: numerator })),
              ],
            },
            language,
          ),
  };
}
