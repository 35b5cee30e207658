import { Link } from "react-router";

/** What will stand here, and the one step that gets there. */
export function NoCases({ isSearching }: { readonly isSearching: boolean }) {
  return (
    <div className="stack empty">
      {isSearching ? (
        <p>Inget ärende passar sökningen. Kontrollera koden, eller välj Alla.</p>
      ) : (
        <>
          <p>Här kommer enhetens öppna ärenden att stå.</p>
          <Link to="/arenden/nytt">Börja det första</Link>
        </>
      )}
    </div>
  );
}
