import { intervalOf } from "#disclosure";
import type { Language } from "#kernel";
import type { Crossed, Group } from "../findings/crossed.ts";
import { notAnswered, optionLabel } from "../option-label.ts";
import type { ShownCell, ShownColumn, ShownTable } from "../panel.ts";
import { shareOf } from "../small-numbers.ts";
import { explorationWordsOf, tableWordsOf } from "../words/words-of.ts";

/** Counts with all that is missing, then shares of those who answered. */
export function answerTables(
  { about, counts }: Crossed,
  groups: readonly Group[],
  isSeveral: boolean,
): readonly ShownTable[] {
  const { language, question, label } = about;
  const words = explorationWordsOf(language);
  const of = question?.label[language] ?? label;
  const grouped = new Set(groups.map(({ column }) => column));
  const left = counts.columns.filter((column) => !grouped.has(column) && column.base.eligible > 0);
  // One case may be in several groups: then they make no whole.
  const whole = isSeveral ? [] : [{ label: words.together, columns: counts.columns }];
  const columns = [
    ...groups.map((group) => ({ label: group.label, columns: [group.column] })),
    ...(left.length > 0 ? [{ label: words.inNoGroup, columns: left }] : []),
    ...whole,
  ];
  const sum = (part: (column: Group["column"]) => number) =>
    columns.map((each) => each.columns.reduce((total, column) => total + part(column), 0));
  const rows = counts.rows.map(({ code, isMissing }, index) => ({
    code,
    isMissing,
    label: question ? optionLabel(question, code)[language] : String(code),
    cells: sum((column) => column.counts[index] ?? 0),
  }));
  const answered = sum(({ base }) => base.answered);
  const shares = (cells: readonly number[]) =>
    cells.map((count, index): ShownCell => shareOf(count, answered[index] ?? 0) ?? "none");
  const base = (name: string, cells: readonly number[]) => {
    return { label: name, isMissing: false, cells };
  };
  return [
    {
      caption: words.numbers(of),
      corner: words.answer,
      columns: columns.map((each) => ({ label: each.label, unit: "count" })),
      rows: [
        ...rows.map(({ label: name, isMissing, cells }) => ({ label: name, isMissing, cells })),
        base(words.answered, answered),
        base(
          words.cases(about.counted.noun),
          sum((column) => column.base.eligible),
        ),
      ],
    },
    {
      caption: words.shares(of),
      corner: words.answer,
      columns: [
        ...columns.map((each) => ({ label: each.label, unit: "share" }) as const),
        ...limitColumns(columns[0]?.label ?? "", language),
      ],
      rows: rows
        .filter(({ code }) => code !== notAnswered)
        .map(({ label: name, isMissing, cells }) => ({
          label: name,
          isMissing,
          cells: [...shares(cells), ...limitCells(cells[0] ?? 0, answered[0] ?? 0)],
        })),
    },
  ];
}

/** Of the group that stands first: both ends of its uncertainty, as they are drawn. */
export function limitColumns(group: string, language: Language): readonly ShownColumn[] {
  const { lowest, highest } = tableWordsOf(language);
  return [lowest, highest].map((end) => ({ label: `${group}: ${end}`, unit: "share" }));
}

function limitCells(count: number, total: number): readonly ShownCell[] {
  const interval = shareOf(count, total) === null ? null : intervalOf({ count, total });
  return interval ?? ["none", "none"];
}
