import type { SafeTable } from "#disclosure";
import { periodOf } from "#kernel";
import type { Figure } from "../figure.ts";
import { plainId } from "../findings/chosen-cases.ts";
import { timesOf } from "../findings/times.ts";
import { nationFigures } from "../nation-figures.ts";
import { panelOf } from "../panel-of-figure.ts";
import type { ResultSection, Results } from "../results.ts";
import { toldOfGroup } from "../told-of-group.ts";
import { findingWordsOf } from "../words/findings/finding-words.ts";
import { resultWordsOf } from "../words/results/result-words.ts";
import type { LocalResultsOf } from "./choice.ts";
import { clientPanel } from "./figure-panel.ts";
import { casesIn, localStrip } from "./local-strip.ts";
import { type SectionToTell, sectionsToTell } from "./result-sections.ts";

/**
 * What there is to read of a municipality by itself, from its own release: what may not be shown is in
 * none of it, and whatever it was, the same is told.
 */
export function localResults(tables: readonly SafeTable[], of: LocalResultsOf): Results<"safe"> {
  const { codebook, language, group } = of;
  const chapters = nationFigures(tables, toldOfGroup(codebook, group), language);
  const figures = new Map(chapters.map((chapter) => [chapter.id, chapter.figures]));
  return {
    headline: headlineOf(tables, [...figures.values()].flat(), of),
    strip: localStrip(tables, of),
    sections: sectionsToTell(codebook).map((section) => sectionOf(section, figures, of)),
  };
}

function headlineOf(
  tables: readonly SafeTable[],
  figures: readonly Figure<"safe">[],
  of: LocalResultsOf,
): string {
  const { codebook, language, group, halfYear } = of;
  const words = resultWordsOf(language);
  const goal = codebook.indicators.find(({ besideChange }) => besideChange === "goal");
  const figure = figures.find(({ id }) => plainId(id) === goal?.id);
  if (figure && figure.certainty !== "hidden" && figure.certainty !== "empty") {
    // Its title tells no count: the first sentence does.
    const [sentence = figure.message] = figure.sentence.split(/(?<=\.) /);
    return sentence;
  }
  const [cases, closed] = [casesIn(tables, of, "started"), casesIn(tables, of, "closed")];
  if (cases === null) return words.headline.hidden;
  if (closed === null) {
    const noun = group?.noun[language] ?? null;
    const told = findingWordsOf(language).messages;
    return told.cases(cases, "started", timesOf(periodOf(halfYear)), noun);
  }
  const told = { group: group?.noun[language] ?? null, period: words.halfYear(halfYear) };
  return cases === 0 && closed === 0
    ? words.headline.nothing(told)
    : words.headline.casesOnly({ cases, closed, ...told });
}

function sectionOf(
  section: SectionToTell,
  figuresOf: ReadonlyMap<string, readonly Figure<"safe">[]>,
  of: LocalResultsOf,
): ResultSection<"safe"> {
  const { id, label } = section.chapter;
  const client = new Set(
    of.codebook.variables
      .filter(({ phase, view }) => phase === "client" && !view)
      .map((variable) => variable.id),
  );
  const panels = section.chapters
    .flatMap((chapter) => figuresOf.get(chapter.id) ?? [])
    .map((figure) =>
      client.has(plainId(figure.id))
        ? clientPanel(figure, of.language)
        : panelOf(figure, of.language),
    );
  const isHidden = panels.every(({ certainty }) => certainty === "hidden");
  const note = isHidden ? resultWordsOf(of.language).note.hidden(of.group !== null) : null;
  return { id, label, findings: null, panels, note };
}
