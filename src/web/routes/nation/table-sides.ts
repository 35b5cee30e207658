import { capitalised } from "#kernel";
import type { Figure, FigureBeside, FigureRow } from "#report";
import { sameRow } from "./unit-beside.ts";

/** One column of a figure's table: whose numbers they are. */
export type TableSide = {
  readonly name: string;
  /** Exact, and never on paper. */
  readonly isUnit: boolean;
  readonly told: Pick<FigureBeside, "numerator" | "denominator" | "value">;
  readonly interval: Figure["interval"];
  /** In the order of the figure's own rows; none where there is nothing to hold against one. */
  readonly rows: readonly (FigureRow | undefined)[];
};

type UnitSide = { readonly name: string; readonly figure: Figure };

/** The whole, or the subgroup with all cases after it; last the own unit. */
export function tableSides(
  figure: Figure,
  subgroupNoun: string | undefined,
  unit: UnitSide | undefined,
  whole = "Riket",
): readonly TableSide[] {
  const { beside, interval, rows } = figure;
  const name = beside && subgroupNoun ? capitalised(subgroupNoun) : whole;
  const sides: TableSide[] = [{ name, isUnit: false, told: figure, interval, rows }];
  if (beside) {
    const all = { told: beside, interval: null, rows: beside.rows };
    sides.push({ name: beside.label.sv, isUnit: false, ...all });
  }
  if (unit) {
    const own = unit.figure;
    const matching = rows.map((row) => sameRow(own.rows, row));
    const its = { told: own, interval: own.interval, rows: matching };
    sides.push({ name: unit.name, isUnit: true, ...its });
  }
  return sides;
}
