import { publishedFigures } from "#scenario";
import { wholeNumber } from "./whole-number.ts";

/** How large an invented nation is, and which of the many possible. */
export type PopulationSize = {
  readonly seed: number;
  readonly municipalities: number;
  readonly cases: number;
};

/** For `parseArgs`. */
export const sizeOptions = {
  seed: { type: "string", default: "2026" },
  municipalities: { type: "string", default: String(publishedFigures.municipalities) },
  cases: { type: "string", default: String(publishedFigures.cases) },
} as const;

/** There are names for so many places, and stretches of chance for so many cases. */
const most = { seed: 0xffff_ffff, municipalities: 899, cases: 500_000 } as const;

/** A sentence where it cannot be. */
export function readSize(
  values: {
    readonly [name in keyof typeof sizeOptions]: string;
  },
): PopulationSize | string {
  const size = { seed: 0, municipalities: 0, cases: 0 };
  for (const name of ["seed", "municipalities", "cases"] as const) {
    const least = name === "seed" ? 0 : 1;
    const number = wholeNumber(values[name], { least, most: most[name] });
    if (number === undefined) {
      return `--${name} must be a whole number from ${least} to ${most[name]}.`;
    }
    size[name] = number;
  }
  return size.cases < size.municipalities
    ? "--cases must be at least --municipalities: each has one case or more."
    : size;
}
