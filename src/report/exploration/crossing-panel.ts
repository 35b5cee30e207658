import { type InternalTable, intervalOf } from "#disclosure";
import type { Figure, SvgNode } from "../figure.ts";
import { questionOf, type Telling } from "../findings/about.ts";
import { plainId } from "../findings/chosen-cases.ts";
import { type Crossed, crossedOf, type Group, groupsOf } from "../findings/crossed.ts";
import type { Findings } from "../findings/findings.ts";
import { notAnswered, optionLabel } from "../option-label.ts";
import type { Panel } from "../panel.ts";
import { drawBars } from "../picture/draw-bars.ts";
import { drawDumbbells } from "../picture/draw-dumbbells.ts";
import { certaintyOfSubgroup, leastForShares, shareOf } from "../small-numbers.ts";
import { explorationWordsOf, wordsOf } from "../words/words-of.ts";
import { answerInWords } from "./answer-in-words.ts";
import { answerTables } from "./answer-tables.ts";
import { toldShares } from "./told-shares.ts";

/**
 * One question divided by the answers to another: the share that the findings tell of each group, and
 * every answer of every group with how many it is of.
 */
export function crossingPanel(
  table: InternalTable,
  telling: Telling,
  findings: Findings,
): Panel<"internal"> {
  const crossed = crossedOf(table, telling);
  const { about, counts, measure } = crossed;
  const words = explorationWordsOf(about.language);
  const [column] = measure.columns;
  if (column?.kind !== "question") throw new Error(`no question in the columns: ${about.label}`);
  const { question: by } = questionOf(about.codebook, column.variable, measure.group);
  const groups = groupsOf(crossed);
  const asked = isQuestion(table, crossed) ? about.question?.label[about.language] : undefined;
  const byLabel = by.label[about.language];
  const label = words.by(asked ?? about.label, byLabel);
  const isSeveral = by.type === "multiple";
  return {
    lane: "internal",
    id: table.specification.id,
    label,
    ...answerInWords(findings, label),
    certainty: certaintyOf(crossed, groups),
    reconstructed: about.question?.provenance.status === "reconstructed",
    base: counts.base,
    population: table.specification.population,
    tables: [
      toldShares(
        about,
        words.by(about.label, byLabel),
        words.group,
        groups.map((group) => ({ label: group.label, ...crossed.shareIn(group.column) })),
      ),
      ...answerTables(crossed, groups, isSeveral),
    ],
    picture:
      asked !== undefined && isOfTwo(groups)
        ? dumbbellsOf(crossed, groups, label)
        : barsOf(crossed, groups, words.by(about.label, byLabel)),
  };
}

/** Each group is a part of the cases: nothing of it is sure under a hundred. */
function certaintyOf(crossed: Crossed, groups: readonly Group[]): Figure["certainty"] {
  const totals = groups.map(({ column }) => crossed.shareIn(column).total);
  const told = totals.filter((total) => total >= leastForShares);
  if (told.length > 0) return certaintyOfSubgroup(Math.min(...told));
  return certaintyOfSubgroup(Math.max(0, ...totals));
}

/** Whether all its answers are asked for, and not the share that a key figure is. */
function isQuestion({ specification }: InternalTable, { about }: Crossed): boolean {
  return about.question?.id === plainId(specification.id);
}

/** Then there is room for every answer, each with two shares. */
function isOfTwo(groups: readonly Group[]): boolean {
  const isEnough = groups.every(({ column }) => column.base.answered >= leastForShares);
  return groups.length === 2 && isEnough;
}

function dumbbellsOf({ about, counts }: Crossed, groups: readonly Group[], name: string): SvgNode {
  const { question, language } = about;
  const words = explorationWordsOf(language);
  const [first] = groups;
  const lines = counts.rows.flatMap(({ code }, index) => {
    if (code === notAnswered) return [];
    const sides = groups.map(({ column }) => ({
      count: column.counts[index] ?? 0,
      total: column.base.answered,
    }));
    const [own] = sides;
    return [
      {
        label: question ? optionLabel(question, code)[language] : String(code),
        shares: sides.map(({ count, total }) => shareOf(count, total)),
        interval: own ? intervalOf(own) : null,
      },
    ];
  });
  return drawDumbbells(
    {
      name,
      notes: [words.axis, words.whiskers(first?.label ?? "")],
      sides: groups.map((group, index) => ({
        label: group.label,
        look: index === 0 ? "own" : "other",
      })),
      lines,
    },
    language,
  );
}

function barsOf(crossed: Crossed, groups: readonly Group[], name: string): SvgNode | null {
  const { language } = crossed.about;
  const plain = wordsOf(language);
  const words = explorationWordsOf(language);
  const lines = groups.map(({ label, column }) => {
    const told = crossed.shareIn(column);
    const share = shareOf(told.count, told.total);
    const interval = share === null ? null : intervalOf(told);
    if (share === null) {
      return { label, value: plain.partOf(told.count, told.total), bars: [] };
    }
    const bar = { length: share, look: "own", interval } as const;
    return { label, value: plain.percentMark(share), bars: [bar] };
  });
  const drawn = lines.filter(({ bars }) => bars.length > 0).length;
  if (lines.length === 0) return null;
  return drawBars({
    title: plain.barChart(
      name,
      lines.map(({ label, value }) => `${label}: ${value}`),
    ),
    legend: [],
    lines,
    ticks: [0, 0.5, 1].map((at) => ({ at, label: plain.percentMark(at) })),
    notes: [
      ...(drawn > 0 ? [words.axis, plain.whiskers(drawn)] : []),
      ...(drawn < lines.length ? [words.fewInGroup] : []),
    ],
  });
}
