import type { Language } from "#kernel";
import type { Figure } from "../figure.ts";
import { hiddenMark } from "../picture/bars-of.ts";
import { titleWithBase } from "../title-with-base.ts";
import { nationWordsOf } from "../words/words-of.ts";
import type { DocumentFigure } from "./document.ts";
import { answerTable } from "./document-tables.ts";
import { smallBars } from "./small-bars.ts";

/**
 * A figure as it stands in a document: answers as a table, one measure as a small picture. That a
 * number is hidden has its mark here, and its sentence once, in the foot.
 */
export function documentFigure(
  figure: Figure,
  ownName: string,
  language: Language,
): DocumentFigure {
  const { hidden, mark } = nationWordsOf(language);
  const { id, kind, certainty, sentence, response } = figure;
  const isHidden = certainty === "hidden" || sentence === hidden;
  const title = titleWithBase(figure);
  const said = sentence.replaceAll(mark, "").trim();
  return {
    kind: "figure",
    id,
    title,
    text: isHidden
      ? hiddenMark
      : [withoutTitle(said, title), response?.sentence ?? ""].join(" ").trim(),
    picture: smallBars(figure, ownName, language),
    table: kind === "frequencies" && !isHidden ? answerTable(figure, language) : null,
  };
}

/** The same is not said again under the title. */
function withoutTitle(sentence: string, title: string): string {
  return sentence.startsWith(`${title}.`) ? sentence.slice(title.length + 1).trim() : sentence;
}
