import { measuredTwice } from "#codebook";
import type { InternalTable } from "#disclosure";
import type { ChangeTables } from "../findings/change-findings.ts";
import { changeFindings } from "../findings/change-findings.ts";
import { optionLabel } from "../option-label.ts";
import type { Panel, ShownTable } from "../panel.ts";
import { drawSlopes } from "../picture/draw-slopes.ts";
import { drawTransitions } from "../picture/draw-transitions.ts";
import { responseTable } from "../response/response-table.ts";
import { unitResponse } from "../response/unit-response.ts";
import { certaintyAmong, leastForShares, shareOf } from "../small-numbers.ts";
import { findingWordsOf } from "../words/findings/finding-words.ts";
import { responseWordsOf } from "../words/response/response-words.ts";
import { resultWordsOf } from "../words/results/result-words.ts";
import { amongSaid, type ResultsOf } from "./choice.ts";

type Counts = Extract<InternalTable["counts"], { readonly kind: "change" }>;

/** From so many pairs a line for each way would hide more than it shows. */
const leastForTransitions = 15;

/**
 * What was measured before and after, and in the same breath the goal and what the client says.
 * @param isSureSaid whether the findings that stand with it say how sure it is: it is said once.
 */
export function changePanel(
  tables: ChangeTables,
  of: ResultsOf,
  isSureSaid: boolean,
): Panel<"internal"> {
  const { specification, counts } = tables.change;
  const { measure, subgroup } = specification;
  if (measure.kind !== "change" || counts.kind !== "change") {
    throw new Error(`no change: ${specification.id}`);
  }
  const { codebook, language } = of;
  const measured = measuredTwice(codebook).find(
    ({ group, field }) => group.id === measure.group && field.id === measure.field,
  );
  if (!measured) throw new Error(`not measured twice: ${specification.id}`);
  const words = resultWordsOf(language).change;
  const { points, howSure } = changeFindings(tables, { codebook, language, isChoiceSaid: true });
  const { compared } = counts.base;
  const { noCause } = findingWordsOf(language).change;
  const sure = isSureSaid ? howSure.filter((sentence) => sentence === noCause) : howSure;
  const sentences = points.flatMap((point) => point.sentences);
  const label = words.label(measured.field.label[language]);
  const levels = counts.scale.map((code) => optionLabel(measured.field, code)[language]);
  const drawn = {
    name: label,
    notes: [words.notes],
    from: words.before,
    to: words.after,
    levels,
    counts: together(counts),
  };
  const isPart = subgroup !== undefined;
  const isHeard = tables.client.some(
    (each) => each.counts.kind === "share" && each.counts.denominator > 0,
  );
  const response = isHeard ? unitResponse(of.survey, language) : null;
  return {
    lane: "internal",
    id: specification.id,
    title: (sentences[0] ?? label).replace(/\.$/, ""),
    label,
    sentences: [
      ...sentences,
      ...(response ? [response.sentence] : []),
      ...sure,
      ...amongSaid(of, true),
    ],
    certainty: certaintyAmong({ isPart }, compared),
    reconstructed: measured.field.provenance.status === "reconstructed",
    base: null,
    population: null,
    tables: [
      waysTable(counts, of),
      ...levelsTables(counts, levels, of),
      chainTable(counts, of),
      ...(response
        ? [
            responseTable(
              label,
              [{ label: responseWordsOf(language).all, response }],
              leastForShares,
              language,
            ),
          ]
        : []),
    ],
    picture:
      compared === 0
        ? null
        : compared < leastForTransitions
          ? drawSlopes(drawn, language)
          : drawTransitions(drawn, language),
  };
}

/** Each pair is of one method, and a case gives one pair. */
function together({ methods, scale }: Counts): readonly (readonly number[])[] {
  return scale.map((_, before) =>
    scale.map((__, after) =>
      methods.reduce((sum, { pairs }) => sum + (pairs[before]?.[after] ?? 0), 0),
    ),
  );
}

function waysTable({ improved, same, worse, base }: Counts, { language }: ResultsOf): ShownTable {
  const words = resultWordsOf(language).change;
  const ways = [
    [words.improved, improved],
    [words.same, same],
    [words.worse, worse],
  ] as const;
  return {
    caption: words.ways,
    corner: words.way,
    columns: [
      { label: words.count, unit: "count" },
      { label: words.share, unit: "share" },
    ],
    rows: ways.map(([label, { count }]) => ({
      label,
      isMissing: false,
      cells: [count, shareOf(count, base.compared) ?? "none"],
    })),
  };
}

function levelsTables(
  counts: Counts,
  levels: readonly string[],
  { language }: ResultsOf,
): readonly ShownTable[] {
  const words = resultWordsOf(language).change;
  if (counts.base.compared === 0) return [];
  return [
    {
      caption: words.levels,
      corner: words.before,
      columns: levels.map((level) => ({ label: `${words.after}: ${level}`, unit: "count" })),
      rows: together(counts).map((cells, index) => ({
        label: levels[index] ?? "",
        isMissing: false,
        cells,
      })),
    },
  ];
}

function chainTable({ base }: Counts, { language }: ResultsOf): ShownTable {
  const words = resultWordsOf(language).change;
  const [cases, before, both, compared] = words.steps;
  const steps = [
    [cases, base.cases],
    [before, base.before],
    [both, base.both],
    [compared, base.compared],
  ] as const;
  return {
    caption: words.chain,
    corner: words.step,
    columns: [{ label: words.count, unit: "count" }],
    rows: steps.map(([label, count]) => ({ label, isMissing: false, cells: [count] })),
  };
}
