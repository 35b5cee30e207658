import type { Codebook, Indicator } from "#codebook";
import { conditionInWords } from "./condition-words.ts";
import { ProvenanceLine } from "./ProvenanceLine.tsx";

type Props = { readonly indicators: readonly Indicator[]; readonly codebook: Codebook };

/** The key figures: what is counted, out of what. */
export function IndicatorList({ indicators, codebook }: Props) {
  if (indicators.length === 0) return null;
  return (
    <section aria-labelledby="nyckeltal" className="codebook-phase">
      <h2 id="nyckeltal">Nyckeltal</h2>
      {indicators.map((indicator) => (
        <article key={indicator.id} className="entry" aria-labelledby={`tal-${indicator.id}`}>
          <h3 id={`tal-${indicator.id}`}>{indicator.label.sv}</h3>
          <p>{indicatorInWords(indicator, codebook)}</p>
          <ProvenanceLine provenance={indicator.provenance} />
        </article>
      ))}
    </section>
  );
}

function indicatorInWords(indicator: Indicator, codebook: Codebook): string {
  const { variable, measure, base, population, within } = indicator;
  const found = codebook.variables.find(({ id }) => id === variable);
  const name = `«${found?.label.sv ?? variable}»`;
  const cases = population === "closed" ? "avslutade ärenden" : "ärenden";
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
