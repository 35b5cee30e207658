import { useEffect, useState } from "react";
import { Link } from "react-router";
import type { PhaseId } from "#codebook";
import type { UnitFigures } from "#server";
import { FigureCard } from "../../figures/FigureCard.tsx";
import { fromClient, headlineFigures } from "../../figures/headline-figures.ts";
import { TowardsThirty } from "../../figures/TowardsThirty.tsx";
import { ask } from "../../session/signed-out.ts";
import { useOpenCase } from "./case-context.ts";
import "../../figures/figures.css";

/** The benefit at once: after a finished phase, the unit's own picture with this case in it. */
export function PictureNow({ completed }: { readonly completed: PhaseId }) {
  const { view, codebook } = useOpenCase();
  const [figures, setFigures] = useState<UnitFigures>();
  const name = codebook.phases.find(({ id }) => id === completed)?.label.sv ?? "";
  const unit = view.unit.id;

  useEffect(() => {
    const leaving = new AbortController();
    const path = `/api/units/${encodeURIComponent(unit)}/figures`;
    void ask<UnitFigures>("GET", path, { signal: leaving.signal }).then(
      (reply) => reply.kind === "ok" && setFigures(reply.value),
    );
    return () => leaving.abort();
  }, [unit]);

  const three = figures ? headlineFigures(figures.indicators, codebook) : [];
  const told = completed === "after" ? "Ärendet är avslutat." : `${name} är klar.`;
  return (
    <section className="picture-now" aria-label="Er bild just nu">
      <p>
        <strong role="status">{told}</strong> Så här ser er bild ut just nu, med{" "}
        {figures ? figures.cases : "…"} ärenden.{" "}
        <Link to={`/resultat?enhet=${encodeURIComponent(unit)}`}>Alla era resultat</Link>{" "}
        <span className="soft">Får inte spridas.</span>
      </p>
      <ul>
        {three.map((figure) => (
          <li key={figure.id}>
            <FigureCard figure={figure} />
          </li>
        ))}
      </ul>
      {three.some((figure) => fromClient(figure, codebook)) && (
        <p className="soft">Klienternas svar räknas in fem åt gången, så att ingen känns igen.</p>
      )}
      {figures && <TowardsThirty cases={figures.cases} />}
    </section>
  );
}
