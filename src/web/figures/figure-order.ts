import { type Codebook, type PhaseId, phaseIds } from "#codebook";
import type { Figure } from "#report";
import { headlineFigures } from "./headline-figures.ts";

/** The three that stand for the unit, then the others in the codebook's order. */
export function headlinesFirst(figures: readonly Figure[], codebook: Codebook): readonly Figure[] {
  const first = headlineFigures(figures, codebook);
  return [...first, ...figures.filter((figure) => !first.includes(figure))];
}

export type FigurePhase = {
  readonly id: PhaseId;
  readonly name: string;
  readonly figures: readonly Figure[];
};

/** The questions by the phase they are asked in, in the order of a case's life; no empty phase. */
export function figuresByPhase(
  figures: readonly Figure[],
  { phases, variables }: Codebook,
): readonly FigurePhase[] {
  const phaseOf = new Map(variables.map(({ id, phase }) => [id, phase]));
  return phaseIds.flatMap((id) => {
    const inPhase = figures.filter((figure) => phaseOf.get(figure.id) === id);
    const name = phases.find((phase) => phase.id === id)?.label.sv ?? id;
    return inPhase.length === 0 ? [] : [{ id, name, figures: inPhase }];
  });
}
