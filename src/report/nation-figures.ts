import type { Chapter, Codebook, Indicator, Subgroup, Text, Variable } from "#codebook";
import { type SafeTable, type Shown, shownCases } from "#disclosure";
import type { Language } from "#kernel";
import type { Figure } from "./figure.ts";
import { amongValid } from "./nation/figure-chain.ts";
import { nationFrequencies } from "./nation/nation-frequencies.ts";
import { nationMean } from "./nation/nation-mean.ts";
import { nationSame } from "./nation/nation-same.ts";
import { nationShare } from "./nation/nation-share.ts";
import { nationSubject } from "./nation/nation-subject.ts";
import { publishedResponse } from "./response/published-response.ts";

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
  readonly figures: readonly Figure<"safe">[];
};

/** An area or a municipality. */
type PlaceToTell = {
  readonly name: string;
  readonly tables: readonly SafeTable[];
};

type Telling = {
  readonly tables: readonly SafeTable[];
  readonly codebook: Codebook;
  readonly language: Language;
  /** Of a place: what it is called, and the nation that it is held against. */
  readonly place: { readonly name: string; readonly nation: readonly SafeTable[] } | null;
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
  const telling = { tables, codebook, language, place: null };
  return codebook.chapters.map((chapter) => chapterOf(telling, chapter));
}

/**
 * What a release says of one area or municipality, in the same chapters: shares of the valid answers,
 * with the nation's on that base beside. A chapter about a subgroup says how many belong to it.
 * @throws as `nationFigures`.
 */
export function placeFigures(
  { name, tables }: PlaceToTell,
  nation: readonly SafeTable[],
  codebook: Codebook,
  language: Language,
): readonly NationChapter[] {
  const telling = { tables, codebook, language, place: { name, nation } };
  return codebook.chapters.map((chapter) => chapterOf(telling, ofAllCases(chapter, codebook)));
}

function ofAllCases(chapter: Chapter, { subgroups, indicators }: Codebook): Chapter {
  const { subgroup, ...told } = chapter;
  if (subgroup === undefined) return chapter;
  const { variable } = find(subgroups, subgroup);
  const isOfMembers = (id: string) => find(indicators, id).variable === variable;
  return { ...told, indicators: chapter.indicators.filter(isOfMembers), variables: [] };
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
      cases: shownCases(telling.tables, `${subgroup.id}:cases started`),
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
): readonly Figure<"safe">[] {
  const { codebook, language, place } = telling;
  const variable = find(codebook.variables, indicator.variable);
  // How many belong to the subgroup is said of all: of itself it is always everybody.
  const within = subgroup?.variable === variable.id ? null : subgroup;
  const { table, all } = tablesOf(telling, indicator.id, within);
  if (!table) return [];
  const about = nationSubject(table, indicator, variable, within, codebook, language, place?.name);
  // Of all who were asked the question, also where the figure is about some of their answers.
  const { table: asked } = tablesOf(telling, variable.id, within);
  const subject = { ...about, response: publishedResponse(about, asked?.counts) };
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
): readonly Figure<"safe">[] {
  const { tables, codebook, language, place } = telling;
  const { table, all } = tablesOf(telling, variable.id, subgroup);
  if (table?.counts.kind !== "frequencies") return [];
  const about = nationSubject(table, variable, variable, subgroup, codebook, language, place?.name);
  const subject = { ...about, response: publishedResponse(about, table.counts) };
  const beside = all?.kind === "frequencies" ? all : null;
  const figure = nationFrequencies(subject, table.counts, beside);
  return subgroup || place
    ? [figure]
    : [figure, ...nationSame(tables, variable, codebook, language)];
}

/** The table, and the counts of the same over all cases for a subgroup's, in the nation for a place's. */
function tablesOf({ tables, place }: Telling, id: string, subgroup: Subgroup | null) {
  const named = (name: string, among = tables) =>
    among.find(({ specification, by }) => specification.id === name && by === null);
  if (place) return { table: named(id), all: amongValid(named(id, place.nation)?.counts) };
  return subgroup
    ? { table: named(`${subgroup.id}:${id}`), all: named(id)?.counts }
    : { table: named(id), all: undefined };
}

function find<Named extends { readonly id: string }>(all: readonly Named[], id: string): Named {
  const found = all.find((each) => each.id === id);
  if (!found) throw new Error(`the codebook has no ${id}`);
  return found;
}
