export { type Comparison, comparisonOf } from "./comparison/comparison-of.ts";
export { unitBesideNation } from "./comparison/unit-beside-nation.ts";
export { type CsvForm, csvForms, tableCsv } from "./csv/table-csv.ts";
export {
  type A4Document,
  type DocumentAction,
  type DocumentBlock,
  type DocumentFigure,
  type DocumentKind,
  type DocumentSource,
  type DocumentTable,
  documentKinds,
  documentKindsFor,
  type OwnWords,
} from "./documents/document.ts";
export { documentOf } from "./documents/document-of.ts";
export type { DocumentFonts } from "./documents/pdf/fonts.ts";
export { renderPdf } from "./documents/pdf/render-pdf.ts";
export { woffToSfnt } from "./documents/pdf/woff-to-sfnt.ts";
export type { Exploration } from "./exploration/exploration.ts";
export {
  type ExploredTables,
  type PublishedQuestion,
  publishedExploration,
} from "./exploration/published-exploration.ts";
export { unitExploration } from "./exploration/unit-exploration.ts";
export type { Figure, FigureBeside, FigureRow, SvgNode } from "./figure.ts";
export type { Findings } from "./findings/findings.ts";
export { type Asked, findingsOf } from "./findings/findings-of.ts";
export { type NationChapter, nationFigures, placeFigures } from "./nation-figures.ts";
export type { Panel, SafePanel, ShownCell, ShownColumn, ShownRow, ShownTable } from "./panel.ts";
export { panelOf } from "./panel-of-figure.ts";
export { renderSvg } from "./picture/render-svg.ts";
export { type PublishedFindings, publishedFindings } from "./published/published-findings.ts";
export { halfYearIn, yearsIn } from "./results/choice.ts";
export { localResults } from "./results/local-results.ts";
export { meetingResults, unitMeetingResults } from "./results/meeting-results.ts";
export { type RoundResults, roundResults, type ToldRound } from "./results/round-results.ts";
export { unitResults } from "./results/unit-results.ts";
export type { ResultSection, Results } from "./results.ts";
export { toldOfGroup } from "./told-of-group.ts";
export { type UnitFigures, unitFigures } from "./unit-figures.ts";
