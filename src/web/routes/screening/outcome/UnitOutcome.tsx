import type { Codebook } from "#codebook";
import { wholeNumber } from "#kernel";
import type { UnitCampaignResultsView } from "#server";
import { WithCounted } from "../../../figures/WithCounted.tsx";
import { ResultsBody } from "../../results/ResultsBody.tsx";

type Props = { readonly view: UnitCampaignResultsView; readonly codebook: Codebook };

/** A unit's own, exact: on the screen, and never on paper. */
export function UnitOutcome({ view, codebook }: Props) {
  const { unit, meetings, results } = view;
  return (
    <section aria-label={`Resultat för ${unit.name}`} className="outcome">
      <p className="exact-on-paper">
        Enhetens exakta siffror skrivs inte ut. Det som får skrivas ut och spridas är kommunens
        skyddade siffror.
      </p>
      <div className="results-exact not-printed outcome">
        <p>
          <span className="mark not-to-be-spread">Får ej spridas</span> {unit.name},{" "}
          {wholeNumber(meetings)} möten. Exakta siffror, för er som arbetar där.
        </p>
        {meetings === 0 ? (
          <p>Enheten noterade inga möten.</p>
        ) : (
          <WithCounted codebook={codebook}>
            <ResultsBody results={results} codebook={codebook} />
          </WithCounted>
        )}
      </div>
    </section>
  );
}
