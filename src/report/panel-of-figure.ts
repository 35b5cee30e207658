import type { Language } from "#kernel";
import type { Figure, FigureChain, FigureRow } from "./figure.ts";
import type { Panel, ShownCell, ShownColumn, ShownRow, ShownTable } from "./panel.ts";
import { responseTable } from "./response/response-table.ts";
import { leastForSharesIn } from "./small-numbers.ts";
import { titleWithBase } from "./title-with-base.ts";
import { responseWordsOf } from "./words/response/response-words.ts";
import type { TableWords } from "./words/told-tables.ts";
import { tableWordsOf } from "./words/words-of.ts";

/** A figure in the form in which everything is told, in the lane that it came in. */
export function panelOf<Lane extends Figure["lane"]>(
  figure: Figure<Lane>,
  language: Language,
): Panel<Lane> {
  const { lane, id, label, sentence, certainty, picture, response } = figure;
  const { reconstructed, base, population } = figure;
  return {
    lane,
    id,
    title: titleWithBase(figure),
    label: label[language],
    sentences: [sentence, ...(response ? [response.sentence] : [])],
    certainty,
    reconstructed,
    base,
    population,
    tables: [...tablesOf(figure, language), ...responseOf(figure, language)],
    picture,
  };
}

function responseOf({ lane, label, response }: Figure, language: Language): readonly ShownTable[] {
  if (!response) return [];
  const row = { label: responseWordsOf(language).all, response };
  return [responseTable(label[language], [row], leastForSharesIn[lane], language)];
}

function tablesOf(figure: Figure, language: Language): readonly ShownTable[] {
  const words = tableWordsOf(language);
  const caption = figure.label[language];
  if (figure.kind === "frequencies") return [answersOf(figure, caption, words.answers, language)];
  const cells = valueCells(figure, language);
  const value = tableOf(caption, words.figure, [{ label: caption, isMissing: false, cells }]);
  if (figure.rows.length === 0) return [value];
  return [value, answersOf(figure, words.spread(caption), words.perCase, language)];
}

/** A cell that knows its column: columns in which no row has a number are left out. */
type Cell = readonly [column: ShownColumn, cell: ShownCell];

type Row = Omit<ShownRow, "cells"> & { readonly cells: readonly Cell[] };

function tableOf(caption: string, corner: string, rows: readonly Row[]): ShownTable {
  const columns = rows[0]?.cells.map(([column]) => column) ?? [];
  const kept = columns.flatMap((_, index) =>
    rows.every(({ cells }) => cells[index]?.[1] === "none") ? [] : [index],
  );
  return {
    caption,
    corner,
    columns: kept.flatMap((index) => columns[index] ?? []),
    rows: rows.map(({ label, isMissing, cells }) => ({
      label,
      isMissing,
      cells: kept.map((index) => cells[index]?.[1] ?? "none"),
    })),
  };
}

/** The value, what it is made of, and the same of what it is held against. */
function valueCells(figure: Figure, language: Language): readonly Cell[] {
  const words = tableWordsOf(language);
  const { kind, interval, beside } = figure;
  const cellsOf = ({ numerator, denominator, value }: NonNullable<typeof beside> | Figure) => {
    const isHidden = numerator === null || denominator === null;
    const [made, told] = kind === "mean" ? [words.sum, words.mean] : [words.count, words.share];
    const cells: readonly Cell[] = [
      [column(made, "count"), numerator ?? "hidden"],
      [column(words.of, "count"), denominator ?? "hidden"],
      [column(told, kind === "mean" ? "mean" : "share"), value ?? (isHidden ? "hidden" : "none")],
    ];
    return cells;
  };
  return [
    ...cellsOf(figure),
    [column(words.lowest, "share"), interval?.[0] ?? "none"],
    [column(words.highest, "share"), interval?.[1] ?? "none"],
    ...(beside ? cellsOf(beside).map(besideOf(beside.label[language], words)) : []),
  ];
}

function answersOf(
  figure: Figure,
  caption: string,
  corner: string,
  language: Language,
): ShownTable {
  const words = tableWordsOf(language);
  const { rows, base, beside } = figure;
  const told = rows.map((row, index): Row => {
    const other = beside?.rows[index];
    const label = beside?.label[language] ?? "";
    return {
      label: row.label[language],
      isMissing: row.isMissing,
      cells: [
        ...answerCells(row, base, words),
        ...(other ? answerCells(other, beside.base, words).map(besideOf(label, words)) : []),
      ],
    };
  });
  return tableOf(
    caption,
    corner,
    figure.kind === "mean" ? told : [...told, wholeOf(figure, language)],
  );
}

/** What the answers are a part of, of both sides. */
function wholeOf({ base, beside }: Figure, language: Language): Row {
  const words = tableWordsOf(language);
  const cellsOf = (chain: FigureChain): readonly Cell[] => [
    [column(words.count, "count"), answersIn(chain) ?? "hidden"],
    [column(words.share, "share"), "none"],
  ];
  return {
    label: base.answered === undefined ? words.allValid : words.allAnswered,
    isMissing: false,
    cells: [
      ...cellsOf(base),
      ...(beside ? cellsOf(beside.base).map(besideOf(beside.label[language], words)) : []),
    ],
  };
}

/** Below the nation only valid answers are told of. */
function answersIn({ answered, valid }: FigureChain): number | null {
  return answered === undefined ? valid : answered;
}

/** Of a whole that may not be shown no share may be either; of too few there is none. */
function answerCells(
  { count, share }: FigureRow,
  base: FigureChain,
  words: TableWords,
): readonly Cell[] {
  const isHidden = count === null || answersIn(base) === null;
  return [
    [column(words.count, "count"), count ?? "hidden"],
    [column(words.share, "share"), share ?? (isHidden ? "hidden" : "none")],
  ];
}

function besideOf(label: string, words: TableWords) {
  return ([{ label: name, unit }, cell]: Cell): Cell => [
    column(words.beside(label, name), unit),
    cell,
  ];
}

function column(label: string, unit: ShownColumn["unit"]): ShownColumn {
  return { label, unit };
}
