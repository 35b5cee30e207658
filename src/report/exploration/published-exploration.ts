import type { Codebook, Subgroup } from "#codebook";
import type { SafeTable } from "#disclosure";
import type { Language } from "#kernel";
import type { Figure } from "../figure.ts";
import { nationFigures, placeFigures } from "../nation-figures.ts";
import type { SafePanel } from "../panel.ts";
import { panelOf } from "../panel-of-figure.ts";
import { explorationWordsOf, nationWordsOf } from "../words/words-of.ts";
import type { Exploration } from "./exploration.ts";
import { groupsPanel } from "./groups-panel.ts";
import type { GroupOfSet } from "./told-groups.ts";

/** A frozen set: of the nation or a municipality's half-year by itself, or of a place in the nation. */
export type ExploredTables = {
  readonly tables: readonly SafeTable[];
  readonly codebook: Codebook;
  readonly place: { readonly name: string; readonly nation: readonly SafeTable[] } | null;
};

/** What is asked of it; the set must have been specified to hold it, whether or not anything is told. */
export type PublishedQuestion = {
  /** An indicator's or a variable's id. */
  readonly show: string;
  /** One group with all cases beside. */
  readonly group: Subgroup | null;
  /** Groups side by side, by the question that makes them. */
  readonly groups: { readonly by: string; readonly groups: readonly GroupOfSet[] } | null;
  /** A question that the one shown is crossed with: how often the answers are the same. */
  readonly crossedWith: string | null;
};

export function publishedExploration(
  set: ExploredTables,
  { show, group, groups, crossedWith }: PublishedQuestion,
  language: Language,
): Exploration<"safe"> {
  if (groups !== null) {
    return { panels: [groupsPanel(set, show, groups, language)], findings: null };
  }
  const figures = figuresOf(set, show, group, language);
  const [first, ...beside] = figures;
  const told = crossedWith === null ? first : beside[0];
  const label = labelOf(set.codebook, show, language);
  return {
    panels: [told ? safePanel(told, language) : hiddenPanel(show, label, language)],
    findings: null,
  };
}

/** As the set's own pages tell it: one chapter with one question. */
function figuresOf(
  { tables, codebook, place }: ExploredTables,
  show: string,
  group: Subgroup | null,
  language: Language,
): readonly Figure[] {
  const isIndicator = codebook.indicators.some(({ id }) => id === show);
  const chapter = {
    id: "asked",
    label: { sv: "", en: "" },
    indicators: isIndicator ? [show] : [],
    variables: isIndicator ? [] : [show],
    ...(group ? { subgroup: group.id } : {}),
  };
  const asked = { ...codebook, subgroups: group ? [group] : [], chapters: [chapter] };
  const chapters = place
    ? placeFigures({ name: place.name, tables }, place.nation, asked, language)
    : nationFigures(tables, asked, language);
  return chapters.flatMap(({ figures }) => figures);
}

function safePanel(figure: Figure, language: Language): SafePanel {
  const panel = panelOf(figure, language);
  if (panel.lane !== "safe") throw new Error(`not from a protected table: ${figure.id}`);
  return { ...panel, lane: "safe" };
}

/** Told in the same way as whatever else is hidden, also where there is not even a table. */
function hiddenPanel(id: string, label: string, language: Language): SafePanel {
  const { hidden } = nationWordsOf(language);
  return {
    lane: "safe",
    id,
    title: label,
    label,
    sentences: [hidden],
    certainty: "hidden",
    reconstructed: false,
    base: null,
    population: null,
    tables: [
      {
        caption: label,
        corner: explorationWordsOf(language).answer,
        columns: [{ label: explorationWordsOf(language).count, unit: "count" }],
        rows: [{ label, isMissing: false, cells: ["hidden"] }],
      },
    ],
    picture: null,
  };
}

function labelOf({ indicators, variables }: Codebook, id: string, language: Language): string {
  const found = [...indicators, ...variables].find((each) => each.id === id);
  if (!found) throw new Error(`the codebook has no ${id}`);
  return found.label[language];
}
