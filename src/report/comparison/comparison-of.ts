import type { Codebook, Indicator, Text } from "#codebook";
import type { Language } from "#kernel";
import type { SafePanel } from "../panel.ts";
import { comparisonWordsOf } from "../words/comparison/comparison-words.ts";
import { type Compared, type ComparisonTelling, tellingOf } from "./compared.ts";
import { answerLines, type ComparedLine, indicatorLine } from "./compared-line.ts";
import { funnelPanel } from "./funnel-panel.ts";
import { meanBeside } from "./mean-beside.ts";
import { sideBySide } from "./side-by-side.ts";
import { similarPlaces } from "./similar-places.ts";
import { isCompared, standingOf } from "./standing.ts";

/** A municipality beside its area, the nation and others, from what a release tells. */
export type Comparison = {
  /** What there is to read, what is not, and what can be read instead. */
  readonly reading: readonly string[];
  /** The goal's attainment: answered in every closed case, whoever answers the survey. `null` where the release does not tell it. */
  readonly goal: SafePanel | null;
  readonly chapters: readonly {
    readonly id: string;
    readonly label: Text;
    readonly panels: readonly SafePanel[];
  }[];
  /** What the last two can be about, in the codebook's order. */
  readonly indicators: readonly { readonly id: string; readonly label: Text }[];
  /** `null` where the release tells no share at all. */
  readonly chosen: string | null;
  /** `null` where the own number of cases is not published. */
  readonly similar: SafePanel | null;
  /** `null` where no municipality is told of. */
  readonly funnel: SafePanel | null;
};

/**
 * Everything in the codebook's order and places by name: nothing is placed by how large it is.
 * @param wished the key figure that places are compared by; the goal's attainment unless it can be told.
 * @throws for a codebook whose chapters name what it does not hold.
 */
export function comparisonOf(
  compared: Compared,
  codebook: Codebook,
  language: Language,
  wished?: string,
): Comparison {
  const telling = tellingOf(compared, codebook, language);
  const shares = codebook.indicators.flatMap((indicator) => {
    const line = indicatorLine(indicator, telling);
    return line ? [{ indicator, line }] : [];
  });
  const goal = shares.find(({ indicator }) => indicator.besideChange === "goal");
  const chapters = codebook.chapters
    .filter(({ subgroup }) => subgroup === undefined)
    .map((chapter) => ({
      ...chapter,
      lines: shares
        .filter((each) => each !== goal && chapter.indicators.includes(each.indicator.id))
        .map(({ line }) => line),
      means: chapter.indicators.map((id) => find(codebook.indicators, id)).filter(isMean),
      ...answersOf(chapter.variables[0], telling),
    }));
  const lines = [
    ...(goal ? [goal.line] : []),
    ...chapters.flatMap(({ lines, answers }) => [...lines, ...answers]),
  ];
  const comparisons = Math.max(1, lines.filter(isCompared).length);
  const chosen = shares.find(({ indicator }) => indicator.id === wished) ?? goal ?? shares[0];
  return {
    reading: readingOf(compared, lines, telling),
    goal: goal
      ? sideBySide(
          { id: goal.indicator.id, label: goal.line.label, lines: [goal.line], comparisons },
          telling,
        )
      : null,
    chapters: chapters.flatMap(({ id, label, lines, means, variable, answers }) => {
      const panels = [
        ...(lines.length > 0
          ? [
              sideBySide(
                {
                  id: `chapter:${id}`,
                  label: only(lines)?.label ?? label[language],
                  lines,
                  comparisons,
                },
                telling,
              ),
            ]
          : []),
        ...means.flatMap((indicator) => meanBeside(indicator, telling) ?? []),
        ...(variable && answers.length > 0
          ? [
              sideBySide(
                { id: variable.id, label: variable.label[language], lines: answers, comparisons },
                telling,
              ),
            ]
          : []),
      ];
      return panels.length > 0 ? [{ id, label, panels }] : [];
    }),
    indicators: shares.map(({ indicator: { id, label } }) => ({ id, label })),
    chosen: chosen?.indicator.id ?? null,
    similar: chosen ? similarPlaces(compared, chosen.line, chosen.indicator.id, telling) : null,
    funnel:
      chosen && compared.municipalities.length > 0
        ? funnelPanel(compared, chosen.line, chosen.indicator.id, telling)
        : null,
  };
}

/** The question that the chapter names first stands for it. */
function answersOf(id: string | undefined, telling: ComparisonTelling) {
  const variable = id === undefined ? null : find(telling.codebook.variables, id);
  return { variable, answers: variable ? answerLines(variable, telling) : [] };
}

/** A share that stands alone is told under its own name. */
function only(lines: readonly ComparedLine[]): ComparedLine | undefined {
  return lines.length === 1 ? lines[0] : undefined;
}

function isMean({ measure }: Indicator): boolean {
  return measure.kind === "mean-distinct";
}

function readingOf(
  { own, area, municipalities }: Compared,
  lines: readonly ComparedLine[],
  { language }: ComparisonTelling,
): readonly string[] {
  const { reading } = comparisonWordsOf(language);
  if (municipalities.length === 0) return [reading.nationOnly];
  if (!own) return [reading.notTakingPart(municipalities.length)];
  const standings = lines.map((line) => standingOf(line, 1));
  const few = standings.filter((each) => each === "few").length;
  const hidden = standings.filter((each) => each === "hidden").length;
  const shown = standings.length - few - hidden;
  const place = own.name;
  const instead = reading.instead(area?.name ?? null);
  if (shown + few === 0) return [reading.noneShown(place), instead];
  return [
    reading.shown({ place, shown, few, hidden }),
    ...(few + hidden > 0 ? [instead] : []),
    ...(shown > 1 ? [reading.manyCompared(lines.filter(isCompared).length)] : []),
  ];
}

function find<Named extends { readonly id: string }>(all: readonly Named[], id: string): Named {
  const found = all.find((each) => each.id === id);
  if (!found) throw new Error(`the codebook has no ${id}`);
  return found;
}
