import type { Codebook } from "#codebook";
import type { Language } from "#kernel";
import type { Figure } from "../figure.ts";
import { nationFigures, placeFigures } from "../nation-figures.ts";
import type { DocumentSource } from "./document.ts";
import type { PlannedSection, Wanted } from "./document-plans.ts";

/** A section with what can be told in it, in the order wanted. */
export type ToldSection = PlannedSection & { readonly figures: readonly Figure[] };

/** What the source says under each heading: the codebook's chapters are those that are planned. */
export function toldSections(
  plan: readonly PlannedSection[],
  source: DocumentSource,
  language: Language,
): readonly ToldSection[] {
  const { codebook } = source;
  const chapters = plan.map(({ id, heading, wanted }) => ({
    id,
    label: heading,
    indicators: wanted.flatMap((each) => indicatorId(each, codebook)),
    variables: wanted.flatMap((each) => variableId(each, codebook)),
  }));
  const told = figuresOf(source, { ...codebook, subgroups: [], chapters }, language);
  return plan.map((section, index) => {
    const figures = told[index] ?? [];
    const inOrder = section.wanted.flatMap((each) => {
      const [id] = [...indicatorId(each, codebook), ...variableId(each, codebook)];
      return figures.find((figure) => figure.id === id) ?? [];
    });
    return { ...section, figures: section.tells === "each" ? inOrder : bestOf(inOrder) };
  });
}

/** All that the source says of all cases, in the codebook's order. */
export function allFigures(source: DocumentSource, language: Language): readonly Figure[] {
  const { codebook } = source;
  const chapter = {
    id: "all",
    label: { sv: "", en: "" },
    indicators: codebook.indicators.map(({ id }) => id),
    variables: codebook.variables.map(({ id }) => id),
  };
  const whole = { ...codebook, subgroups: [], chapters: [chapter] };
  return figuresOf(source, whole, language).flat();
}

function figuresOf(
  { tables, nation, place }: DocumentSource,
  codebook: Codebook,
  language: Language,
): readonly (readonly Figure[])[] {
  const chapters =
    nation === null || place === null
      ? nationFigures(tables, codebook, language)
      : placeFigures({ name: place, tables }, nation, codebook, language);
  return chapters.map(({ figures }) => figures);
}

/** The first that rests on enough, else the first with counts, else the first that is there at all. */
function bestOf(figures: readonly Figure[]): readonly Figure[] {
  const [first] = figures;
  const best =
    figures.find(({ certainty }) => certainty === "solid") ??
    figures.find(({ certainty }) => certainty === "counts-only") ??
    first;
  return best ? [best] : [];
}

function indicatorId(wanted: Wanted, { indicators }: Codebook): readonly string[] {
  return "indicator" in wanted
    ? indicators.filter(({ id }) => id === wanted.indicator).map(({ id }) => id)
    : [];
}

function variableId(wanted: Wanted, { variables }: Codebook): readonly string[] {
  return "concept" in wanted
    ? variables.filter(({ concept }) => concept === wanted.concept).map(({ id }) => id)
    : [];
}
