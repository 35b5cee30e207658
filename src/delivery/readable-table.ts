import type { Codebook } from "#codebook";
import type { TableSpecification } from "#tabulation";
import { codeLabel } from "./answer-label.ts";
import type { DeliveredCounts } from "./delivery-format.ts";
import { variableIn } from "./listed-codes.ts";
import { tableTitle } from "./table-title.ts";
import { countedWords } from "./words/counted-words.ts";
import { toldWords } from "./words/leaving-words.ts";

export type ReadableTable = {
  readonly title: string;
  /** What is said instead of numbers, where there are none. */
  readonly nothing: string | null;
  /** Above the numbers; the first is of the words. */
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly counts: readonly number[] }[];
};

/** The counts of one table under its title, each with the words of the codebook. */
export function readableTable(
  counts: DeliveredCounts | null,
  specification: TableSpecification,
  codebook: Codebook,
): ReadableTable {
  const title = tableTitle(specification, codebook);
  const words = countedWords(codebook);
  const columns = ["", words.total];
  if (counts === null) return { title, nothing: words.none, columns, rows: [] };
  const of = (rows: ReadableTable["rows"]) => ({ title, nothing: null, columns, rows });
  if ("cases" in counts) return of([{ label: words.total, counts: [counts.cases] }]);
  const chain = counts.base.map((step, at) => ({
    label: words.chain[at] ?? "",
    counts: [step],
  }));
  if ("numerator" in counts) {
    return of([...chain, { label: toldWords.numerator, counts: [counts.numerator] }]);
  }
  if ("distribution" in counts) {
    const rows = counts.distribution.map(([distinct, cases]) => {
      return { label: toldWords.options(distinct), counts: [cases] };
    });
    return of([...chain, ...rows]);
  }
  const { measure } = specification;
  if ("rows" in counts && measure.kind === "frequencies") {
    const question = variableIn(codebook, measure.variable);
    const rows = counts.rows.map(([code, count]) => {
      return { label: codeLabel(question, code), counts: [count] };
    });
    return of([...chain, ...rows]);
  }
  if (!("columns" in counts)) throw new Error(`no table of the release: ${specification.id}`);
  return { title, nothing: null, ...readableCrossing(counts, specification, codebook) };
}

function readableCrossing(
  counts: Extract<DeliveredCounts, { readonly columns: unknown }>,
  { id, measure }: TableSpecification,
  codebook: Codebook,
): Pick<ReadableTable, "columns" | "rows"> {
  const [by] = measure.kind === "crossing" ? measure.columns : [];
  if (measure.kind !== "crossing" || by?.kind !== "question" || measure.rows.kind !== "question") {
    throw new Error(`no table of two questions: ${id}`);
  }
  const question = variableIn(codebook, measure.rows.variable);
  const beside = variableIn(codebook, by.variable);
  return {
    columns: [
      "",
      ...counts.columns.map(({ code }) => {
        return code === null ? toldWords.noAnswer : codeLabel(beside, code);
      }),
    ],
    rows: [
      ...countedWords(codebook).chain.map((label, step) => ({
        label,
        counts: counts.columns.map(({ base }) => base[step] ?? 0),
      })),
      ...counts.codes.map((code, row) => ({
        label: codeLabel(question, code),
        counts: counts.columns.map((column) => column.counts[row] ?? 0),
      })),
    ],
  };
}
