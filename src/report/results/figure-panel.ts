import type { Language } from "#kernel";
import type { Figure } from "../figure.ts";
import { notAnswered } from "../option-label.ts";
import type { Panel } from "../panel.ts";
import { panelOf } from "../panel-of-figure.ts";
import { drawParts } from "../picture/draw-parts.ts";

/** What the client answered with one of several is parts of one whole. */
export function clientPanel<Lane extends Figure["lane"]>(
  figure: Figure<Lane>,
  language: Language,
): Panel<Lane> {
  const panel = panelOf(figure, language);
  if (figure.kind !== "frequencies" || figure.picture === null || figure.beside) return panel;
  const parts = figure.rows
    .filter(({ code, isMissing, count }) => code !== notAnswered && !(isMissing && count === 0))
    .map(({ label, count, share, isMissing }) => ({
      label: label[language],
      count,
      share,
      isUnknown: isMissing,
    }));
  const picture = drawParts({ name: figure.label[language], notes: [], parts }, language);
  return { ...panel, picture };
}
