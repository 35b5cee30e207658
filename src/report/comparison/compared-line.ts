import type { Codebook, Indicator, Variable } from "#codebook";
import type { SafeCounts, SafeRow, SafeTable, Shown } from "#disclosure";
import { countsBeside } from "../nation/counts-beside.ts";
import { amongValid } from "../nation/figure-chain.ts";
import { mergedLabel } from "../nation/merged-label.ts";
import { type NationSubject, nationSubject } from "../nation/nation-subject.ts";
import type { ComparisonTelling } from "./compared.ts";

/** A share by its published counts, of the valid answers: the one base that all places have. */
export type PlaceShare = {
  readonly count: Shown;
  readonly total: Shown;
  /** How many cases the question concerns. */
  readonly eligible: Shown;
};

/** One share, the same for each side. */
export type ComparedLine = {
  readonly label: string;
  readonly subject: NationSubject;
  /** One for each side, in their order. */
  readonly shares: readonly PlaceShare[];
};

const untold: PlaceShare = { count: null, total: null, eligible: null };

/** A key figure; none where the nation does not tell it, or where it is no share. */
export function indicatorLine(
  indicator: Indicator,
  telling: ComparisonTelling,
): ComparedLine | null {
  const { codebook, language, sides } = telling;
  const table = tableOf(sides.at(-1)?.tables, indicator.id);
  const variable = codebook.variables.find(({ id }) => id === indicator.variable);
  if (!variable || table?.counts.kind !== "share") return null;
  const subject = nationSubject(table, indicator, variable, null, ...wordsFor(telling));
  const shares = sides.map(({ tables }) => shareIn(tables, indicator.id));
  return { label: subject.label[language], subject, shares };
}

/** The published share of a key figure; hidden where no table tells it. */
export function shareIn(tables: readonly SafeTable[], indicator: string): PlaceShare {
  const counts = amongValid(tableOf(tables, indicator)?.counts);
  if (counts?.kind !== "share") return untold;
  const { numerator, denominator, base } = counts;
  return { count: numerator, total: denominator, eligible: base.eligible };
}

/**
 * Each answer of a question, as finely as the first side that tells its answers: those above are summed
 * to its rows.
 */
export function answerLines(
  variable: Variable,
  telling: ComparisonTelling,
): readonly ComparedLine[] {
  const { language, sides } = telling;
  const table = tableOf(sides.at(-1)?.tables, variable.id);
  if (table?.counts.kind !== "frequencies") return [];
  const subject = nationSubject(table, variable, variable, null, ...wordsFor(telling));
  const told = sides.map(({ tables }) => answersIn(tables, variable.id));
  const rows = told.find((each) => each !== null && each.rows.length > 0)?.rows ?? [];
  const isMultiple = variable.type === "multiple";
  const counts = told.map((each) => each && countsBeside(rows, each.rows, isMultiple));
  return rows.map(({ codes }, index) => ({
    label: mergedLabel(variable, codes)[language],
    subject,
    shares: told.map((each, side) =>
      each === null
        ? untold
        : {
            count: counts[side]?.[index] ?? null,
            total: each.base.valid,
            eligible: each.base.eligible,
          },
    ),
  }));
}

type Answers = Extract<SafeCounts, { readonly kind: "frequencies" }>;

function answersIn(tables: readonly SafeTable[], id: string): Answers | null {
  const counts = amongValid(tableOf(tables, id)?.counts);
  if (counts?.kind !== "frequencies") return null;
  const isAnswer = ({ isMissing }: SafeRow) => !isMissing;
  return { ...counts, rows: counts.rows.filter(isAnswer) };
}

export function tableOf(
  tables: readonly SafeTable[] | undefined,
  id: string,
): SafeTable | undefined {
  return tables?.find(({ specification, by }) => specification.id === id && by === null);
}

/** Without an own place the nation is what is told of, on the base that places have. */
function wordsFor({
  codebook,
  language,
  own,
  sides,
}: ComparisonTelling): readonly [Codebook, "sv" | "en", string] {
  return [codebook, language, own ?? sides.at(-1)?.label ?? ""];
}
