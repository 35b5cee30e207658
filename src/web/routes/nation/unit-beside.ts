import type { Codebook } from "#codebook";
import { wholeNumber } from "#kernel";
import type { Figure, FigureRow } from "#report";
import type { UnitFigures } from "#server";
import { oneDecimal } from "../../words/counting.ts";
import { casesInWords } from "../../words/figure-words.ts";

/** A unit's exact figures, to stand beside the nation's of the same name. */
export type UnitBeside = {
  readonly name: string;
  readonly figureOf: (nation: Figure) => Figure | undefined;
};

/**
 * Figures of the same codebook alone: in another, the same number may be another question. A unit's
 * own codebook may add to the common one and never changes it.
 */
export function unitBeside(
  { unit, indicators, variables }: UnitFigures,
  own: Codebook,
  nationsCodebook: string,
): UnitBeside {
  const isSame = (own.extends?.codebook ?? own.id) === nationsCodebook;
  const all = isSame ? [...indicators, ...variables] : [];
  const byId = new Map(all.map((figure) => [figure.id, figure]));
  return { name: unit.name, figureOf: ({ id }) => byId.get(id) };
}

/** «61 procent, 30 av 49 ärenden»; counts alone where the unit's own rule says so. */
export function besideInWords(unit: Figure, nation: Figure, codebook: Codebook): string {
  const isClients = isAskedOfClient(nation, codebook);
  const cases = isClients ? "klienter" : casesInWords(unit);
  if (unit.certainty === "empty") {
    return isClients ? "visas när fem klienter har svarat" : "inga svar ännu";
  }
  switch (unit.kind) {
    case "share":
      return partInWords(unit.numerator, unit.denominator, unit.value, cases);
    case "mean":
      return unit.value === null
        ? `för få för ett genomsnitt, ${wholeNumber(unit.denominator ?? 0)} ${cases} med svar`
        : `i genomsnitt ${oneDecimal(unit.value)}, ${wholeNumber(unit.denominator ?? 0)} ${cases}`;
    case "frequencies":
      return mostCommonInWords(unit, nation, cases);
  }
}

/** Of the answer that is the most common one in the nation. */
function mostCommonInWords(unit: Figure, nation: Figure, cases: string): string {
  const [most] = nation.rows
    .filter(({ isMissing, count }) => !isMissing && count !== null)
    .toSorted((one, other) => (other.count ?? 0) - (one.count ?? 0));
  const same = most && sameRow(unit.rows, most);
  if (!same)
    return partInWords(unit.base.answered ?? null, unit.base.eligible, null, `${cases} med svar`);
  const part = partInWords(same.count, unit.base.answered ?? null, same.share, cases);
  return `«${same.label.sv}» ${part}`;
}

function partInWords(
  part: number | null,
  whole: number | null,
  share: number | null,
  cases: string,
): string {
  const counts = `${wholeNumber(part ?? 0)} av ${wholeNumber(whole ?? 0)} ${cases}`;
  return share === null
    ? counts
    : `${wholeNumber(Math.round(share * 100))}\u00a0procent, ${counts}`;
}

/** The unit's row for one of the nation's; none where the nation's answers have been merged. */
export function sameRow(rows: readonly FigureRow[], wanted: FigureRow): FigureRow | undefined {
  return rows.find(({ code, label }) => code === wanted.code && label.sv === wanted.label.sv);
}

function isAskedOfClient({ id }: Figure, { indicators, variables }: Codebook): boolean {
  const asked = indicators.find((indicator) => indicator.id === id)?.variable ?? id;
  return variables.some(({ id, phase, view }) => id === asked && phase === "client" && !view);
}
