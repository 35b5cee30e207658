export type { Figure, FigureRow, SvgNode } from "./figure.ts";
export { type UnitFigures, unitFigures } from "./unit-figures.ts";
