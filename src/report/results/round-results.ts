import type { Codebook } from "#codebook";
import { type SafeTable, shownCases } from "#disclosure";
import { inSwedishOrder, type Language } from "#kernel";
import type { Figure } from "../figure.ts";
import { placeFigures } from "../nation-figures.ts";
import type { SafePanel, ShownCell, ShownColumn, ShownTable } from "../panel.ts";
import type { Results } from "../results.ts";
import { meetingWordsOf } from "../words/results/meeting-words.ts";
import { meetingResults } from "./meeting-results.ts";

/** A round of meetings as it was published: protected tables alone. */
export type ToldRound = {
  readonly name: string;
  /** How many took part. */
  readonly municipalities: number;
  readonly tables: readonly SafeTable[];
  readonly places: readonly ToldPlace[];
};

type ToldPlace = {
  readonly id: string;
  readonly name: string;
  readonly tables: readonly SafeTable[];
};

export type RoundResults = {
  /** How many took part, and in the round before: what may explain that the years differ. */
  readonly took: string;
  /** All municipalities together, with the round before beside each figure. */
  readonly results: Results<"safe">;
  /** The key figures of each, with the round before; `null`: nothing is told of any. */
  readonly places: SafePanel | null;
};

type Telling = { readonly codebook: Codebook; readonly language: Language };

/** What there is to read of the municipalities that asked together, and of each. */
export function roundResults(
  round: ToldRound,
  before: ToldRound | null,
  of: Telling,
): RoundResults {
  const words = meetingWordsOf(of.language).places;
  const earlier = before && { name: before.name, ownName: round.name, tables: before.tables };
  return {
    took: words.took(round, before),
    results: meetingResults(round.tables, of, earlier),
    places: placesPanel(round, before, of),
  };
}

function placesPanel(round: ToldRound, before: ToldRound | null, of: Telling): SafePanel | null {
  const words = meetingWordsOf(of.language).places;
  const sides = before ? [round, before] : [round];
  const named = new Map(sides.flatMap(({ places }) => places).map((each) => [each.id, each]));
  if (named.size === 0) return null;
  const municipalities = inSwedishOrder([...named.values()]);
  // The same rows and columns in each, so that one finds the same place in both.
  const tables = toldColumns(
    sides.map((side) => ({
      caption: words.caption(side.name),
      corner: words.corner,
      columns: columnsOf(of),
      rows: municipalities.map(({ id, name }) => {
        return { label: name, isMissing: false, cells: cellsOf(side, id, of) };
      }),
    })),
  );
  const isTold = tables.some(({ columns }) => columns.length > 0);
  return {
    lane: "safe",
    id: "places",
    title: words.title,
    label: words.label,
    sentences: [words.notes],
    certainty: isTold ? "solid" : "hidden",
    reconstructed: false,
    base: null,
    population: null,
    tables,
    picture: null,
  };
}

/** A column that tells of no municipality in any year would only be marks. */
function toldColumns(tables: readonly ShownTable[]): readonly ShownTable[] {
  const isTold = (_: unknown, at: number) =>
    tables.some(({ rows }) => rows.some(({ cells }) => typeof cells[at] === "number"));
  return tables.map(({ columns, rows, ...table }) => ({
    ...table,
    columns: columns.filter(isTold),
    rows: rows.map((row) => ({ ...row, cells: row.cells.filter(isTold) })),
  }));
}

function columnsOf({ codebook, language }: Telling): readonly ShownColumn[] {
  return [
    { label: meetingWordsOf(language).places.meetings, unit: "count" },
    ...codebook.indicators.map(({ label }) => ({ label: label[language], unit: "share" }) as const),
  ];
}

/** None of one that took no part in it. */
function cellsOf(
  { places, tables: all }: ToldRound,
  id: string,
  { codebook, language }: Telling,
): readonly ShownCell[] {
  const place = places.find((each) => each.id === id);
  if (!place) return columnsOf({ codebook, language }).map(() => "none");
  const figures = placeFigures(place, all, codebook, language).flatMap((each) => each.figures);
  return [
    shownCases(place.tables, "cases started") ?? "hidden",
    ...codebook.indicators.map((indicator) =>
      shareOf(figures.find((figure) => figure.id === indicator.id)),
    ),
  ];
}

/** Too few for a share is no secret, and a number that may not be shown is. */
function shareOf(figure: Figure | undefined): ShownCell {
  if (!figure) return "none";
  const { numerator, denominator, value } = figure;
  if (value !== null) return value;
  return numerator === null || denominator === null ? "hidden" : "none";
}
