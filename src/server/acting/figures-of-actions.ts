import type { Codebook } from "#codebook";

/** What an action may be about: the codebook's key figures, in its order. */
export function figuresOf({
  indicators,
}: Pick<Codebook, "indicators">): readonly { readonly id: string; readonly label: string }[] {
  return indicators.map(({ id, label }) => ({ id, label: label.sv }));
}

/** A figure of an older codebook, or of another municipality's, is told by its id. */
export function figureLabel(codebook: Pick<Codebook, "indicators">, id: string): string {
  return codebook.indicators.find((indicator) => indicator.id === id)?.label.sv ?? id;
}
