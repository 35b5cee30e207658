import type { InternalTable } from "#disclosure";
import type { Telling } from "../findings/about.ts";
import type { Findings } from "../findings/findings.ts";
import { findingsOf } from "../findings/findings-of.ts";
import type { Panel } from "../panel.ts";
import { panelOf } from "../panel-of-figure.ts";
import { unitFigure } from "../unit-figure.ts";
import type { ToldResponse } from "../words/response/told-response.ts";
import { answerInWords } from "./answer-in-words.ts";
import { crossingPanel } from "./crossing-panel.ts";
import type { Exploration } from "./exploration.ts";
import { seriesPanel } from "./series-panel.ts";

/**
 * What one table of a unit says: an indicator or a question, alone, divided by another or along time.
 * @param survey of the closed cases, told beside what the client says.
 * @throws for a table of anything else, or of another codebook.
 */
export function unitExploration(
  table: InternalTable,
  telling: Telling,
  survey?: ToldResponse,
): Exploration<"internal"> {
  const findings = findingsOf([{ kind: "table", table }], telling);
  return { panels: [panelOfTable(table, telling, findings, survey)], findings };
}

function panelOfTable(
  table: InternalTable,
  telling: Telling,
  findings: Findings,
  survey: ToldResponse | undefined,
): Panel<"internal"> {
  const { measure, id } = table.specification;
  if (measure.kind === "crossing") {
    const isSeries = measure.columns.some(({ kind }) => kind === "time");
    return isSeries
      ? seriesPanel(table, telling, findings)
      : crossingPanel(table, telling, findings);
  }
  const figure = unitFigure(table, telling.codebook, telling.language, false, survey);
  if (!figure) throw new Error(`neither an indicator nor a question: ${id}`);
  const panel = panelOf(figure, telling.language);
  const { title, sentences } = answerInWords(findings, panel.label);
  const response = figure.response ? [figure.response.sentence] : [];
  return { ...panel, lane: "internal", title, sentences: [...sentences, ...response] };
}
