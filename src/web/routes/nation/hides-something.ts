import type { Figure, FigureBeside } from "#report";

/** Whether some number of the figure may not be shown: then it says so, once. */
export function hidesSomething(figure: Figure): boolean {
  const sides = figure.beside ? [figure, figure.beside] : [figure];
  return figure.certainty === "hidden" || sides.some((side) => hidesIn(side, figure.kind));
}

function hidesIn(
  { base, rows, numerator, denominator }: FigureBeside | Figure,
  kind: Figure["kind"],
) {
  const counts = kind === "frequencies" ? rows.map(({ count }) => count) : [numerator, denominator];
  return [...Object.values(base), ...counts].includes(null);
}
