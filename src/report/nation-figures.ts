import type { Chapter, Codebook, Indicator, Subgroup, Text, Variable } from "#codebook";
import type { SafeChain, SafeTable, Shown } from "#disclosure";
import type { Language } from "#kernel";
import type { Figure } from "./figure.ts";
import { nationFrequencies } from "./nation/nation-frequencies.ts";
import { nationMean } from "./nation/nation-mean.ts";
import { nationSame } from "./nation/nation-same.ts";
import { nationShare } from "./nation/nation-share.ts";
import { nationSubject } from "./nation/nation-subject.ts";

/** One question that the results answer. */
export type NationChapter = {
  readonly id: string;
  readonly label: Text;
  /** Whom the chapter is about, where not all; its figures have all cases `beside`. */
  readonly subgroup: {
    readonly label: Text;
    /** «hedersrelaterade ärenden» */
    readonly noun: Text;
    readonly cases: Shown;
  } | null;
  readonly figures: readonly Figure[];
};

type Telling = {
  readonly tables: readonly SafeTable[];
  readonly codebook: Codebook;
  readonly language: Language;
};

/**
 * What a release says of the nation, in the codebook's chapters: in each the indicators, then the
 * variables, and after a variable how it compares with the same question asked earlier. A table that
 * the release does not hold is left out.
 * @throws for a codebook whose chapters name what it does not hold.
 */
export function nationFigures(
  tables: readonly SafeTable[],
  codebook: Codebook,
  language: Language,
): readonly NationChapter[] {
  const telling = { tables, codebook, language };
  return codebook.chapters.map((chapter) => chapterOf(telling, chapter));
}

function chapterOf(telling: Telling, chapter: Chapter): NationChapter {
  const { codebook } = telling;
  const subgroup = chapter.subgroup ? find(codebook.subgroups, chapter.subgroup) : null;
  return {
    id: chapter.id,
    label: chapter.label,
    subgroup: subgroup && {
      label: subgroup.label,
      noun: subgroup.noun,
      cases: casesIn(telling, `${subgroup.id}:cases started`),
    },
    figures: [
      ...chapter.indicators.flatMap((id) =>
        indicatorFigure(telling, find(codebook.indicators, id), subgroup),
      ),
      ...chapter.variables.flatMap((id) =>
        variableFigures(telling, find(codebook.variables, id), subgroup),
      ),
    ],
  };
}

function indicatorFigure(
  telling: Telling,
  indicator: Indicator,
  subgroup: Subgroup | null,
): readonly Figure[] {
  const { codebook, language } = telling;
  const variable = find(codebook.variables, indicator.variable);
  // How many belong to the subgroup is said of all: of itself it is always everybody.
  const within = subgroup?.variable === variable.id ? null : subgroup;
  const { table, all } = tablesOf(telling, indicator.id, within);
  if (!table) return [];
  const subject = nationSubject(table, indicator, variable, within, codebook, language);
  const { counts } = table;
  if (counts.kind === "share") {
    return [nationShare(subject, counts, all?.kind === "share" ? all : null)];
  }
  if (counts.kind === "mean-distinct") {
    return [nationMean(subject, counts, all?.kind === "mean-distinct" ? all : null)];
  }
  return [];
}

function variableFigures(
  telling: Telling,
  variable: Variable,
  subgroup: Subgroup | null,
): readonly Figure[] {
  const { tables, codebook, language } = telling;
  const { table, all } = tablesOf(telling, variable.id, subgroup);
  if (table?.counts.kind !== "frequencies") return [];
  const subject = nationSubject(table, variable, variable, subgroup, codebook, language);
  const beside = all?.kind === "frequencies" ? all : null;
  const figure = nationFrequencies(subject, table.counts, beside);
  if (subgroup) return [figure];
  const chain: SafeChain = table.counts.base;
  const slices = tables.filter(
    ({ by, specification: { measure } }) =>
      by !== null && measure.kind === "crossing" && measure.rows.variable === variable.id,
  );
  return [figure, ...nationSame(slices, variable, chain, codebook, language)];
}

/** The table, and for a subgroup's the counts of the same over all cases. */
function tablesOf({ tables }: Telling, id: string, subgroup: Subgroup | null) {
  const named = (name: string) =>
    tables.find(({ specification, by }) => specification.id === name && by === null);
  return subgroup
    ? { table: named(`${subgroup.id}:${id}`), all: named(id)?.counts }
    : { table: named(id), all: undefined };
}

function casesIn({ tables }: Telling, id: string): Shown {
  const counts = tables.find(({ specification }) => specification.id === id)?.counts;
  return counts?.kind === "cases" ? counts.cases : null;
}

function find<Named extends { readonly id: string }>(all: readonly Named[], id: string): Named {
  const found = all.find((each) => each.id === id);
  if (!found) throw new Error(`the codebook has no ${id}`);
  return found;
}
