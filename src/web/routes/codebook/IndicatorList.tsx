import type { Codebook, Indicator } from "#codebook";
import { indicatorInWords } from "../../words/indicator-words.ts";
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
