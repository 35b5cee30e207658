import type { Indicator } from "#codebook";
import type { SafeTable } from "#disclosure";
import { amongValid } from "../nation/figure-chain.ts";
import { nationMean, type SafeMean } from "../nation/nation-mean.ts";
import { nationSubject } from "../nation/nation-subject.ts";
import type { SafePanel, ShownCell } from "../panel.ts";
import { meanBars } from "../picture/mean-bars.ts";
import { publishedMean } from "../small-numbers.ts";
import { comparisonWordsOf } from "../words/comparison/comparison-words.ts";
import { nationWordsOf } from "../words/words-of.ts";
import type { ComparisonTelling } from "./compared.ts";
import { tableOf } from "./compared-line.ts";

/** A key figure that is a mean, side by side; none where the nation does not tell it. */
export function meanBeside(indicator: Indicator, telling: ComparisonTelling): SafePanel | null {
  const { codebook, language, sides, own } = telling;
  const variable = codebook.variables.find(({ id }) => id === indicator.variable);
  const nation = tableOf(sides.at(-1)?.tables, indicator.id);
  const all = nation && meanIn(nation);
  if (!variable || !nation || !all) return null;
  const place = own ?? sides.at(-1)?.label ?? "";
  const subject = nationSubject(nation, indicator, variable, null, codebook, language, place);
  const means = sides.map(({ tables }) => meanIn(tableOf(tables, indicator.id)) ?? untold);
  const [first = untold] = means;
  const told = nationMean(subject, first, own === null ? null : all);
  const words = comparisonWordsOf(language);
  const { hidden, mark } = nationWordsOf(language);
  const isUntold = means.some((mean) => cellsOf(mean).includes("hidden"));
  return {
    lane: "safe",
    id: indicator.id,
    title: told.message,
    label: indicator.label[language],
    sentences: [told.sentence, ...(isUntold && !told.sentence.includes(hidden) ? [mark] : [])],
    certainty: told.certainty,
    reconstructed: told.reconstructed,
    base: null,
    population: null,
    tables: [
      {
        caption: indicator.label[language],
        corner: words.corner.places,
        columns: [
          { label: words.columns.mean, unit: "mean" },
          { label: words.columns.sum, unit: "count" },
          { label: words.columns.valid, unit: "count" },
          { label: words.columns.eligible, unit: "count" },
        ],
        rows: means.map((mean, index) => ({
          label: sides[index]?.label ?? "",
          isMissing: false,
          cells: cellsOf(mean),
        })),
      },
    ],
    picture: means.every((mean) => averageOf(mean) === null)
      ? null
      : meanBars(
          subject,
          means.map((mean, index) => ({
            label: sides[index]?.label ?? "",
            value: averageOf(mean),
            look: sides[index]?.look === "own" || own === null ? "own" : "all",
          })),
        ),
  };
}

const nobody = { eligible: null, asked: null, answered: null, valid: null };
const untold: SafeMean = { kind: "mean-distinct", base: nobody, total: null, denominator: null };

function meanIn(table: SafeTable | undefined): SafeMean | null {
  const counts = amongValid(table?.counts);
  return counts?.kind === "mean-distinct" ? counts : null;
}

function averageOf({ total, denominator }: SafeMean): number | null {
  return publishedMean(total, denominator);
}

function cellsOf(mean: SafeMean): readonly ShownCell[] {
  const { total, denominator, base } = mean;
  const isHidden = total === null || denominator === null;
  return [
    isHidden ? "hidden" : (averageOf(mean) ?? "none"),
    total ?? "hidden",
    denominator ?? "hidden",
    base.eligible ?? "hidden",
  ];
}
