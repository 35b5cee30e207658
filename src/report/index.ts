export type { Figure, FigureBeside, FigureRow, SvgNode } from "./figure.ts";
export { type NationChapter, nationFigures } from "./nation-figures.ts";
export { type UnitFigures, unitFigures } from "./unit-figures.ts";
