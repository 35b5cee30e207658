import { differs, intervalOf, type SafeTable } from "#disclosure";
import type { Language } from "#kernel";
import type { Figure } from "../figure.ts";
import type { SafePanel, ShownCell, ShownTable } from "../panel.ts";
import { drawDumbbells } from "../picture/draw-dumbbells.ts";
import { responsesBeside } from "../response/responses-beside.ts";
import {
  leastForPublishedShares,
  publishedCertainty,
  publishedMean,
  publishedShare,
} from "../small-numbers.ts";
import { findingWordsOf } from "../words/findings/finding-words.ts";
import { explorationWordsOf, nationWordsOf } from "../words/words-of.ts";
import { limitColumns } from "./answer-tables.ts";
import { type GroupedSet, type GroupOfSet, type ToldGroups, toldGroups } from "./told-groups.ts";

/**
 * Groups that share no case, side by side, from protected tables alone. Answers that are merged in one of
 * them are one in all; a difference is named only where shares of both may be shown.
 */
export function groupsPanel(
  { tables, codebook }: GroupedSet,
  show: string,
  { by, groups }: { readonly by: string; readonly groups: readonly GroupOfSet[] },
  language: Language,
): SafePanel {
  const told = toldGroups({ tables, codebook }, show, by, groups, language);
  const words = explorationWordsOf(language);
  const label = words.by(told.label, told.by);
  const lead = leadOf(told);
  const { hidden } = nationWordsOf(language);
  const ofClient = told.counted.noun === "client" ? responseOf(tables, told, label) : nothing;
  const numbers = [...told.lines.flatMap(({ parts }) => parts), ...told.wholes];
  const isHidden = numbers.length === 0 || numbers.every((each) => each === null);
  return {
    lane: "safe",
    id: show,
    title: lead[0] ?? label,
    label,
    sentences: isHidden ? [hidden] : [...lead.slice(1), ...ofClient.sentences],
    certainty: isHidden ? "hidden" : certaintyOf(told),
    reconstructed: told.reconstructed,
    base: null,
    population: null,
    tables: [...tablesOf(told, label), ...(isHidden ? [] : ofClient.tables)],
    picture: isHidden || told.kind === "mean" ? null : pictureOf(told, label),
  };
}

const nothing = { sentences: [], tables: [] };

function responseOf(
  tables: readonly SafeTable[],
  { question, groups, language }: ToldGroups,
  title: string,
) {
  const sides = groups.map(({ id, label }) => ({
    label,
    table: tables.find(
      ({ specification, by }) => specification.id === `${id}:${question.id}` && by === null,
    ),
  }));
  return responsesBeside(title, question, sides, language);
}

/** The answer that most give of those that every group tells: of each group, and whether they differ. */
function leadOf(told: ToldGroups): readonly string[] {
  const { lines, wholes, groups, label, by, counted, kind, language } = told;
  if (kind === "mean") return [];
  const { comparisons, messages } = findingWordsOf(language);
  const shown = lines.flatMap(({ label: answer, isMissing, parts }) => {
    if (isMissing) return [];
    const sides = parts.flatMap((count, index) => {
      const total = wholes[index] ?? null;
      const group = groups[index]?.label ?? "";
      const isTold = count !== null && total !== null && total >= leastForPublishedShares;
      return isTold ? [{ label: group, count, total }] : [];
    });
    return sides.length === groups.length ? [{ answer, sides }] : [];
  });
  const [most] = shown.toSorted((one, other) => sumOf(other.sides) - sumOf(one.sides));
  if (!most) return [];
  const [one, other] = most.sides;
  const isApart = one && other && most.sides.length === 2 && differs(one, other);
  const title = kind === "share" ? label : titleOf(label, messages.answers([most.answer]));
  const said = comparisons.crossed(
    title,
    most.sides,
    { kind: "answer", label: by },
    counted,
    isApart ? { kind: "from-each-other" } : { kind: "not-said" },
  );
  const [, first = said, rest = ""] = /^(.+?[.!?])\s+(?=\p{Lu})(.+)$/su.exec(said) ?? [];
  return [
    first.replace(/\.$/, ""),
    ...(rest ? [rest] : []),
    ...(isApart || most.sides.length !== 2 ? [] : [comparisons.noColumnDiffers(2)]),
  ];
}

function titleOf(label: string, told: string): string {
  return /[.?!]$/.test(label) ? `${label} ${told}` : `${label}: ${told}`;
}

function sumOf(sides: readonly { readonly count: number }[]): number {
  return sides.reduce((sum, { count }) => sum + count, 0);
}

function certaintyOf({ wholes, lines }: ToldGroups): Figure["certainty"] {
  const shown = wholes.filter((whole) => whole !== null);
  const least = shown.length === 0 ? null : Math.min(...shown);
  if (least === null) return lines.length === 0 ? "hidden" : "counts-only";
  return publishedCertainty([], least, leastForPublishedShares);
}

function tablesOf(told: ToldGroups, label: string): readonly ShownTable[] {
  const { lines, wholes, eligible, groups, counted, kind, language } = told;
  const words = explorationWordsOf(language);
  const shown = (number: number | null): ShownCell => number ?? "hidden";
  const columns = groups.map((group) => ({ label: group.label, unit: "count" }) as const);
  const ofAll = { isMissing: false } as const;
  const base = [
    { ...ofAll, label: words[counted.kind === "valid" ? "valid" : "answered"], cells: wholes },
    { ...ofAll, label: words.cases(counted.noun), cells: eligible },
  ];
  const rate = kind === "mean" ? publishedMean : publishedShare;
  const tables: readonly ShownTable[] = [
    {
      caption: words.numbers(label),
      corner: words.answer,
      columns,
      rows: [...lines.map((line) => ({ ...line, cells: line.parts })), ...base].map((row) => ({
        label: row.label,
        isMissing: row.isMissing,
        cells: row.cells.map(shown),
      })),
    },
    {
      caption: words.shares(label),
      corner: words.answer,
      columns: [
        ...columns.map(
          (column) => ({ ...column, unit: kind === "mean" ? "mean" : "share" }) as const,
        ),
        ...(kind === "mean" ? [] : limitColumns(columns[0]?.label ?? "", language)),
      ],
      rows: lines
        .filter(({ isAnswer }) => isAnswer)
        .map(({ label: name, isMissing, parts }) => ({
          label: name,
          isMissing,
          cells: [
            ...parts.map((part, index): ShownCell => {
              const whole = wholes[index] ?? null;
              if (part === null || whole === null) return "hidden";
              return rate(part, whole) ?? "none";
            }),
            ...(kind === "mean" ? [] : limitCells(parts[0] ?? null, wholes[0] ?? null)),
          ],
        })),
    },
  ];
  // Of a table that is not there no answer is known by name.
  return tables.filter(({ rows }) => rows.length > 0);
}

function limitCells(count: number | null, total: number | null): readonly ShownCell[] {
  if (count === null || total === null) return ["hidden", "hidden"];
  const isEnough = publishedShare(count, total) !== null;
  return (isEnough ? intervalOf({ count, total }) : null) ?? ["none", "none"];
}

function pictureOf({ lines, wholes, groups, language }: ToldGroups, name: string) {
  const words = explorationWordsOf(language);
  const [first] = groups;
  const answers = lines.filter(({ isAnswer }) => isAnswer);
  const drawn = answers.map(({ label, parts }) => {
    const shares = parts.map((part, index) => publishedShare(part, wholes[index] ?? null));
    const [count = null, total = null] = [parts[0], wholes[0]];
    const isDrawn = shares[0] !== null && count !== null && total !== null;
    return { label, shares, interval: isDrawn ? intervalOf({ count, total }) : null };
  });
  // Where there are too few for shares nothing is drawn, and nothing is said to be hidden.
  if (drawn.every(({ shares }) => shares.every((share) => share === null))) return null;
  const hasInterval = drawn.some(({ interval }) => interval !== null);
  return drawDumbbells(
    {
      name,
      notes: [words.axis, ...(hasInterval ? [words.whiskers(first?.label ?? "")] : [])],
      sides: groups.map((group, index) => ({
        label: group.label,
        look: index === 0 ? "own" : "other",
      })),
      lines: drawn,
    },
    language,
  );
}
