import { Link } from "react-router";
import { wholeNumber } from "#kernel";
import type { FirstRunView } from "#server";
import { Button } from "../../ui/Button.tsx";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { useChange } from "../people/use-change.ts";

type Props = { readonly view: FirstRunView; readonly onGoOn: () => void };

/** Which questions they will answer, and how sure they are. */
export function CodebookStep({ view, onGoOn }: Props) {
  const { id, label, version, questions, reconstructed } = view.codebook;
  const { send, isBusy, otherProblems } = useChange();

  async function goOn(): Promise<void> {
    if (await send<FirstRunView>("PUT", "/api/first-run/codebook")) onGoOn();
  }

  return (
    <>
      <p>
        Nya ärenden registreras med kodboken «{label}», version {version}. Den har{" "}
        {wholeNumber(questions)} frågor, och varje ärende får bara dem som behövs.
      </p>
      {reconstructed > 0 && (
        <p>
          {wholeNumber(reconstructed)} av frågorna är helt eller delvis rekonstruerade: den
          officiella ordalydelsen, eller något svar, är inte känt än. De är märkta i kodboken.
        </p>
      )}
      <p>
        <Link to={`/kodbok/${encodeURIComponent(id)}`}>Läs alla frågor</Link>. Egna frågor kan en
        lokal samordnare eller enhetschef lägga till senare.
      </p>
      <div role="alert">
        <FieldProblem id="kodbok-problem" sentence={otherProblems([]).join(" ") || undefined} />
      </div>
      <Button autoFocus isDisabled={isBusy} onPress={() => void goOn()}>
        Fortsätt med frågorna
      </Button>
    </>
  );
}
