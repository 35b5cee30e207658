import { Link } from "react-router";
import type { ListedState } from "./listed-state.ts";

type Props = {
  readonly state: ListedState;
  /** Something is typed to search for. */
  readonly isSearching: boolean;
  readonly mayStart: boolean;
};

/** What will stand here, and the one step that gets there. */
export function NoCases({ state, isSearching, mayStart }: Props) {
  return (
    <div className="stack empty">
      {isSearching ? (
        <p>Inget ärende passar sökningen. Kontrollera koden, eller välj Alla.</p>
      ) : (
        <>
          <p>{emptySentences[state]}</p>
          {state === "open" && mayStart && <Link to="/arenden/nytt">Börja det första</Link>}
        </>
      )}
    </div>
  );
}

const emptySentences: Readonly<Record<ListedState, string>> = {
  open: "Här kommer enhetens öppna ärenden att stå.",
  closed: "Här kommer enhetens avslutade ärenden att stå.",
  all: "Här kommer enhetens ärenden att stå.",
  unassigned: "Alla öppna ärenden har en handläggare.",
  voided: "Inget ärende är makulerat. Ett ärende makuleras under «Om ärendet» på ärendets sida.",
};
