import { Link } from "react-router";
import { DraftReport } from "./DraftReport.tsx";
import { Published } from "./Published.tsx";
import { useRound } from "./round-context.ts";

/** The draft as it would be published, and what is published already. */
export function PublishStep() {
  const { view, compiling } = useRound();
  const { state } = compiling;
  return (
    <section className="round-step" aria-labelledby="publicera">
      <h2 id="publicera" tabIndex={-1}>
        Publicera
      </h2>
      {state.kind === "draft" && <DraftReport draft={state} />}
      {state.kind !== "draft" && view.published.length === 0 && (
        <p className="soft">
          Inget är publicerat. Gör först ett utkast under{" "}
          <Link to="?steg=rakna">Räkna och skydda</Link>.
        </p>
      )}
      {view.published.length > 0 && <Published />}
    </section>
  );
}
