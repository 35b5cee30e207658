import type { Codebook } from "#codebook";
import { differs, type SafeTable } from "#disclosure";
import type { Language } from "#kernel";
import type { Figure } from "../figure.ts";
import { nationFigures } from "../nation-figures.ts";
import type { SafePanel, ShownCell, ShownColumn, ShownTable } from "../panel.ts";
import { meetingWordsOf } from "../words/results/meeting-words.ts";
import { tableWordsOf } from "../words/words-of.ts";

/** A campaign and the one before it, by their names; both from protected tables. */
export type EarlierCampaign = {
  readonly name: string;
  /** What the one that is told is called. */
  readonly ownName: string;
  readonly tables: readonly SafeTable[];
};

type Telling = { readonly codebook: Codebook; readonly language: Language };

/**
 * The same figure of the campaign before it, as a table of both. Two tables stand beside each other where
 * they tell the same answers: where options were merged in one of them alone, that is said instead.
 */
export function besideEarlier(
  panel: SafePanel,
  figure: Figure<"safe">,
  tables: readonly SafeTable[],
  earlier: EarlierCampaign,
  { codebook, language }: Telling,
): SafePanel {
  const words = meetingWordsOf(language).beside;
  const [own, then] = [tables, earlier.tables].map((among) => tableIn(among, figure.id));
  const [before] = nationFigures(then ? [then] : [], onlyOf(figure.id, codebook), language).flatMap(
    ({ figures }) => figures,
  );
  const saying = (sentence: string): SafePanel => ({
    ...panel,
    sentences: [...panel.sentences, sentence],
  });
  if (!own || !then || !before || before.certainty === "hidden") {
    return saying(words.hidden(earlier.name));
  }
  if (codesIn(own) !== codesIn(then)) return saying(words.shownOtherwise(earlier.name));
  return {
    ...panel,
    sentences: [...panel.sentences, ...saidOf(figure, before, earlier.name, codebook, language)],
    tables: [...panel.tables, tableOfBoth(figure, before, earlier, language)],
  };
}

function saidOf(
  { value, numerator, denominator }: Figure,
  before: Figure,
  name: string,
  { indicators }: Codebook,
  language: Language,
): readonly string[] {
  if (value === null || before.value === null) return [];
  if (numerator === null || denominator === null) return [];
  if (before.numerator === null || before.denominator === null) return [];
  const { beside } = meetingWordsOf(language);
  const one = { count: numerator, total: denominator };
  const other = { count: before.numerator, total: before.denominator };
  return [
    beside.earlier(name, before.numerator, before.denominator),
    ...(differs(one, other, indicators.length) ? [] : [beside.noDifference]),
  ];
}

function tableOfBoth(
  figure: Figure,
  before: Figure,
  { name, ownName }: EarlierCampaign,
  language: Language,
): ShownTable {
  const words = tableWordsOf(language);
  const isShare = figure.kind === "share";
  const columns: readonly ShownColumn[] = [
    { label: words.count, unit: "count" },
    ...(isShare ? [{ label: words.of, unit: "count" } as const] : []),
    { label: words.share, unit: "share" },
  ];
  const sides = [
    { of: figure, called: ownName },
    { of: before, called: name },
  ];
  const label = figure.label[language];
  const answers = figure.rows.map((row, at) => ({
    label: row.label[language],
    isMissing: row.isMissing,
    cells: sides.flatMap(({ of }) => {
      const { count = null, share = null } = of.rows[at] ?? {};
      return [count ?? "hidden", share ?? (count === null ? "hidden" : "none")] as const;
    }),
  }));
  return {
    caption: meetingWordsOf(language).beside.caption(label),
    corner: isShare ? words.figure : words.answers,
    columns: sides.flatMap(({ called }) =>
      columns.map(({ label, unit }) => ({ label: words.beside(called, label), unit })),
    ),
    rows: isShare
      ? [{ label, isMissing: false, cells: sides.flatMap(({ of }) => measured(of)) }]
      : answers,
  };
}

function measured({ numerator, denominator, value }: Figure): readonly ShownCell[] {
  const isHidden = numerator === null || denominator === null;
  return [numerator ?? "hidden", denominator ?? "hidden", value ?? (isHidden ? "hidden" : "none")];
}

/** One chapter with nothing else in it. */
function onlyOf(id: string, codebook: Codebook): Codebook {
  const ofIts = (all: readonly { readonly id: string }[]) =>
    all.some((each) => each.id === id) ? [id] : [];
  const label = { sv: "", en: "" };
  const { indicators, variables } = codebook;
  const chapter = { id, label, indicators: ofIts(indicators), variables: ofIts(variables) };
  return { ...codebook, chapters: [chapter] };
}

function tableIn(tables: readonly SafeTable[], id: string): SafeTable | undefined {
  return tables.find(({ specification, by }) => specification.id === id && by === null);
}

/** Which answers are told apart. */
function codesIn({ counts }: SafeTable): string {
  return counts.kind === "frequencies"
    ? counts.rows.map(({ codes }) => codes.join("+")).join(" ")
    : counts.kind;
}
