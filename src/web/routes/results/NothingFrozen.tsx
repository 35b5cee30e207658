import { Link } from "react-router";
import type { LocalReleaseList } from "#server";

/** What will stand here, and the one step that gets there. */
export function NothingFrozen({ list }: { readonly list: LocalReleaseList }) {
  return (
    <div className="stack">
      <p>
        Här kommer kommunens resultat att stå, ett halvår i taget: vilka som söker stöd, hur grovt
        våldet är, vilket stöd de får och om det gör skillnad. Siffrorna skyddas så att ingen kan
        kännas igen.
      </p>
      <p>{nextStep(list)}</p>
    </div>
  );
}

function nextStep({ freezing, mayFreeze }: LocalReleaseList) {
  if (freezing) return "Ett halvår fryses just nu. Det kan ta några minuter.";
  if (mayFreeze.length === 0) {
    return "Inget halvår är fryst ännu. Det gör den lokala samordnaren eller en enhetschef, när ett halvår är slut.";
  }
  return (
    <>
      Inget halvår är fryst ännu. <Link to="/kommunen">Frys ett halvår på sidan Kommunen</Link>.
    </>
  );
}
