import type { Codebook } from "#codebook";
import { readSafeTable, type SafeTable } from "#disclosure";

/** A published share of each of the codebook's indicators, for a unit to be held against. */
export function givenNationShares({
  indicators,
}: Codebook): readonly { readonly id: string; readonly table: SafeTable }[] {
  return indicators.flatMap(({ id, measure, population, variable, base }) => {
    if (measure.kind !== "share") return [];
    const { codes } = measure;
    const chain = { eligible: 900, asked: 600, answered: 400, valid: 400 };
    const read = readSafeTable(
      { kind: "nation", round: "2024-2025" },
      { id, population, measure: { kind: "share", variable, codes, base } },
      { by: null, counts: { kind: "share", base: chain, numerator: 200, denominator: 400 } },
    );
    if (read.kind === "refused") throw new Error(`${id} may not be published as it stands`);
    return [{ id, table: read.value }];
  });
}
