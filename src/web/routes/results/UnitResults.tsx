import { Link } from "react-router";
import type { Codebook } from "#codebook";
import type { UnitResultsView } from "#server";
import { TowardsThirty } from "../../figures/TowardsThirty.tsx";
import { hasRole, unitsReachedWith } from "../../session/roles.ts";
import { useSession } from "../../session/session.ts";
import { ResultsBody } from "./ResultsBody.tsx";
import { ResultsChoices } from "./ResultsChoices.tsx";
import { resultsAddress, wholeMunicipality } from "./results-address.ts";

/** From so many there is nothing to work towards. */
const deeper = 30;

type Props = { readonly view: UnitResultsView; readonly codebook: Codebook };

/** A unit's own, exact: on the screen, and never on paper. */
export function UnitResults({ view, codebook }: Props) {
  const session = useSession();
  const units = unitsReachedWith(session, "caseWorker", "unitManager");
  const { unit, cases, closed, chosen, periods, groups, results } = view;
  const isNothing = cases === 0 && closed === 0;
  const isAll = chosen.period === null && chosen.group === null;
  return (
    <>
      <p className="exact-on-paper">
        Enhetens exakta siffror skrivs inte ut. Det som får skrivas ut och spridas är kommunens
        skyddade siffror: de finns på sidorna Kommunen och Underlag.
      </p>
      <div className="results-exact not-printed">
        <ResultsChoices
          units={units}
          unit={unit}
          periods={periods}
          allPeriods="Hela tiden"
          groups={groups}
          chosen={chosen}
        />
        <p className="soft results-difference">
          Siffrorna är enhetens egna och exakta.{" "}
          <Link to={resultsAddress({ unit: wholeMunicipality, time: null, group: null })}>
            Kommunens halvårssiffror
          </Link>{" "}
          är skyddade och får spridas.
        </p>
        {isNothing && isAll && <NoCasesYet mayRegister={hasRole(session, "caseWorker")} />}
        {isNothing && !isAll && <NothingChosen unit={unit.id} />}
        {!isNothing && (
          <ResultsBody results={results} codebook={codebook}>
            {isAll && cases < deeper && <TowardsThirty cases={cases} />}
          </ResultsBody>
        )}
      </div>
    </>
  );
}

/** What will stand here, and the one step that gets there. */
function NoCasesYet({ mayRegister }: { readonly mayRegister: boolean }) {
  return (
    <div className="stack">
      <p>
        Här kommer enhetens resultat att stå när det första ärendet är påbörjat: vilka som söker
        stöd, hur grovt våldet är, vilket stöd de får och om det gör skillnad.
      </p>
      {mayRegister && (
        <p>
          <Link to="/arenden/nytt">Börja med ett nytt ärende</Link>
        </p>
      )}
    </div>
  );
}

function NothingChosen({ unit }: { readonly unit: string }) {
  return (
    <div className="stack">
      <p>Enheten har inga ärenden i det du har valt.</p>
      <Link to={resultsAddress({ unit, time: null, group: null })}>Visa alla ärenden</Link>
    </div>
  );
}
