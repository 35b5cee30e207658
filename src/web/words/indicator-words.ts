import type { Codebook, Indicator } from "#codebook";
import { conditionInWords } from "./condition-words.ts";

/** What is counted, out of what: «Andelen där «Kön» är Kvinna, av ärenden med svar.» */
export function indicatorInWords(
  indicator: Indicator,
  codebook: Codebook,
  base: Indicator["base"] = indicator.base,
): string {
  const { variable, measure, population, within } = indicator;
  const found = codebook.variables.find(({ id }) => id === variable);
  const name = `«${found?.label.sv ?? variable}»`;
  const noun = codebook.counts === "meetings" ? "möten" : "ärenden";
  const cases = population === "closed" ? `avslutade ${noun}` : noun;
  const limit = within ? ` där ${conditionInWords(within, codebook)}` : "";
  const denominator = `av ${cases}${limit} med ${base === "valid" ? "känt svar" : "svar"}`;
  if (measure.kind === "mean-distinct") {
    return `Hur många olika svar ${name} har i medeltal, ${denominator}.`;
  }
  const labels = measure.codes.map(
    (code) => found?.options.find((option) => option.code === code)?.label.sv ?? `kod ${code}`,
  );
  return `Andelen där ${name} är ${labels.join(" eller ")}, ${denominator}.`;
}
