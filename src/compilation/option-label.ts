import { optionLabel, type Variable } from "#codebook";

export { optionLabel };

/** Of options that are told together: «25–44 år / 45–64 år». */
export function optionLabels(variable: Variable, codes: readonly number[]): string {
  return codes.map((code) => optionLabel(variable, code).sv).join(" / ");
}
