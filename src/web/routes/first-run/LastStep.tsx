import { Link, useNavigate, useRevalidator } from "react-router";
import type { FirstRunView } from "#server";
import { Button } from "../../ui/Button.tsx";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { useChange } from "../people/use-change.ts";

/** The first case: begun by the administrator, where she is a case worker, or by whom she has invited. */
export function LastStep({ view }: { readonly view: FirstRunView }) {
  const navigate = useNavigate();
  const revalidator = useRevalidator();
  const { send, isBusy, otherProblems } = useChange();
  const isReady = view.units.length > 0 && (view.isCaseWorker || view.caseWorkers > 0);

  async function end(path: string): Promise<void> {
    if (!(await send("PUT", "/api/first-run/end"))) return;
    await revalidator.revalidate();
    void navigate(path);
  }

  return (
    <>
      {!isReady && <p>Innan det första ärendet behövs en enhet och någon som är handläggare.</p>}
      {isReady && view.isCaseWorker && (
        <>
          <p>Ni är klara att börja. Svaren sparas medan du skriver, och ärendet går att lämna.</p>
          <Button isLarge autoFocus isDisabled={isBusy} onPress={() => void end("/arenden/nytt")}>
            Börja det första ärendet
          </Button>
        </>
      )}
      {isReady && !view.isCaseWorker && (
        <>
          <p>
            Ni är klara att börja. Handläggaren öppnar sin länk, väljer hur hen loggar in, och
            trycker på Nytt ärende på sin startsida.
          </p>
          <Button autoFocus isDisabled={isBusy} onPress={() => void end("/")}>
            Klart
          </Button>
        </>
      )}
      <div role="alert">
        <FieldProblem id="klart-problem" sentence={otherProblems([]).join(" ") || undefined} />
      </div>
      <section className="stack" aria-labelledby="snart">
        <h2 id="snart">Gör snart</h2>
        <ul className="first-run-list">
          <li>
            <Link to="/personer">Bjud in en administratör till</Link>: tillsammans kan ni hjälpa den
            som har förlorat sitt sätt att logga in.
          </li>
          <li>
            <Link to="/personer">Ge någon rollen logggranskare</Link>: en annan än den som sköter
            kontona.
          </li>
          <li>
            Se till att den som sköter driften tar säkerhetskopior, och övar att läsa tillbaka en.
          </li>
        </ul>
      </section>
    </>
  );
}
