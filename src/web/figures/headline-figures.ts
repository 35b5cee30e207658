import { type Codebook, phaseIds } from "#codebook";
import type { Figure } from "#report";

const shown = 3;

/**
 * The three figures that stand for the unit: the latest in a case's life first (the client's word
 * before the outcome, the outcome before the support), one of each variable; those with cases enough
 * for a share before those that are counts alone, and the unanswered last.
 */
export function headlineFigures(figures: readonly Figure[], codebook: Codebook): readonly Figure[] {
  return figures
    .map((figure) => ({ figure, variable: variableOf(figure, codebook) }))
    .toSorted((a, b) => phaseOf(b.variable, codebook) - phaseOf(a.variable, codebook))
    .toSorted((a, b) => ground[b.figure.certainty] - ground[a.figure.certainty])
    .filter(({ variable }, at, all) => all.findIndex((each) => each.variable === variable) === at)
    .slice(0, shown)
    .map(({ figure }) => figure);
}

/** Whether the client herself has answered; her answers are counted in fives. */
export function fromClient(figure: Figure, codebook: Codebook): boolean {
  return phaseOf(variableOf(figure, codebook), codebook) === phaseIds.indexOf("client");
}

/** How much there is to stand on; a share with a reserve is as welcome as one without. */
const ground = { hidden: 0, empty: 0, "counts-only": 1, uncertain: 2, solid: 2 } as const;

function variableOf({ id }: Figure, codebook: Codebook): string {
  return codebook.indicators.find((indicator) => indicator.id === id)?.variable ?? id;
}

function phaseOf(variable: string, codebook: Codebook): number {
  const phase = codebook.variables.find(({ id }) => id === variable)?.phase;
  return phase === undefined ? -1 : phaseIds.indexOf(phase);
}
