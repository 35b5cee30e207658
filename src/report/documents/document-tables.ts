import type { Language } from "#kernel";
import type { Figure } from "../figure.ts";
import { publishedShare } from "../small-numbers.ts";
import { capitalised } from "../words/after-label.ts";
import { responseWordsOf } from "../words/response/response-words.ts";
import type { DocumentRow, DocumentTable } from "./document.ts";
import { documentWordsOf } from "./words/document-words-of.ts";
import { wholeOf, writingOf } from "./written-numbers.ts";

/** How often each answer was given, and how many they are of; beside it the nation, where it is told. */
export function answerTable(figure: Figure, language: Language): DocumentTable {
  const { columns, all } = documentWordsOf(language);
  const { count, share } = writingOf(language);
  const { rows, base, beside, label } = figure;
  const cells = (part: number | null, of: number | null, whole: number | null) => [
    count(part),
    share(of, [part, whole]),
  ];
  const [whole, besideWhole] = [wholeOf(base), beside && wholeOf(beside.base)];
  const side = beside?.label[language] ?? "";
  return {
    caption: label[language],
    columns: [
      columns.answer,
      columns.count,
      columns.share,
      ...(beside ? [columns.beside(side, columns.count), columns.beside(side, columns.share)] : []),
    ],
    rows: [
      ...rows.flatMap(({ label, count: own, share: of, isMissing }, index): DocumentRow[] => {
        const other = beside?.rows[index];
        // That nobody gave it needs no line of a page.
        if (isMissing && own === 0 && (other?.count ?? 0) === 0) return [];
        const row = {
          label: label[language],
          cells: [
            ...cells(own, of, whole),
            ...(beside
              ? cells(other?.count ?? null, other?.share ?? null, besideWhole ?? null)
              : []),
          ],
        };
        return [row];
      }),
      {
        label: all,
        cells: [count(whole), "", ...(beside ? [count(besideWhole ?? null), ""] : [])],
      },
    ],
  };
}

/** Shares and averages, a row for each, after the number of cases. */
export function measureTable(
  all: readonly Figure[],
  cases: readonly DocumentRow[],
  language: Language,
): DocumentTable {
  const { columns, headings } = documentWordsOf(language);
  const figures = all.filter(({ kind }) => kind !== "frequencies");
  const side = figures.find(({ beside }) => beside !== null)?.beside?.label[language];
  const told = [columns.count, columns.of, columns.value];
  const width = side === undefined ? told.length : 2 * told.length;
  return {
    caption: headings.numbers,
    columns: [
      columns.measure,
      ...told,
      ...(side === undefined ? [] : told.map((column) => columns.beside(side, column))),
    ],
    rows: [
      ...cases.map(({ label, cells }) => ({
        label,
        cells: [...cells, ...Array.from({ length: width - cells.length }, () => "")],
      })),
      ...figures.map((figure) => measureRow(figure, side !== undefined, language)),
      ...responseRows(all, width, language),
    ],
  };
}

/** From how many clients there is an answer; said once where it is the same of several. */
function responseRows(
  figures: readonly Figure[],
  width: number,
  language: Language,
): readonly DocumentRow[] {
  const { count, share } = writingOf(language);
  const words = responseWordsOf(language);
  const told = new Map(
    figures.flatMap(({ response }) => (response ? [[response.sentence, response]] : [])),
  );
  return [...told.values()].flatMap(({ closed, offered, answered }) =>
    [
      { label: words.offered, part: offered },
      { label: words.answered, part: answered },
    ].flatMap(({ label, part }) => {
      if (part === null) return [];
      const cells = [
        count(part),
        count(closed),
        share(publishedShare(part, closed), [part, closed]),
      ];
      const empty = Array.from({ length: width - cells.length }, () => "");
      return [
        {
          label: `${capitalised(words.caption)}: ${label.toLowerCase()}`,
          cells: [...cells, ...empty],
        },
      ];
    }),
  );
}

function measureRow(figure: Figure, hasBeside: boolean, language: Language): DocumentRow {
  const { count, share, mean } = writingOf(language);
  const write = figure.kind === "mean" ? mean : share;
  const cells = ({ numerator, denominator, value }: Measured) => [
    count(numerator),
    count(denominator),
    write(value, [numerator, denominator]),
  ];
  const { beside } = figure;
  return {
    label: figure.label[language],
    cells: [...cells(figure), ...(beside ? cells(beside) : hasBeside ? ["", "", ""] : [])],
  };
}

type Measured = Pick<Figure, "numerator" | "denominator" | "value">;
