export type { Figure, FigureBeside, FigureRow, SvgNode } from "./figure.ts";
export type { Findings } from "./findings/findings.ts";
export { type Asked, findingsOf } from "./findings/findings-of.ts";
export { type NationChapter, nationFigures, placeFigures } from "./nation-figures.ts";
export { type UnitFigures, unitFigures } from "./unit-figures.ts";
