import { Link } from "react-router";
import type { Codebook } from "#codebook";
import type { UnitFigures } from "#server";
import { FigureCard } from "./FigureCard.tsx";
import { headlineFigures } from "./headline-figures.ts";
import { TowardsThirty } from "./TowardsThirty.tsx";
import "./figures.css";

type Props = {
  readonly figures: UnitFigures;
  readonly codebook: Codebook;
  readonly title: string;
};

/** The unit's own picture in short: three figures with their denominators. */
export function UnitPicture({ figures, codebook, title }: Props) {
  const three = headlineFigures(figures.indicators, codebook);
  return (
    <section aria-labelledby="er-bild" className="unit-picture">
      <h2 id="er-bild">{title}</h2>
      <ul>
        {three.map((figure) => (
          <li key={figure.id}>
            <FigureCard figure={figure} />
          </li>
        ))}
      </ul>
      <TowardsThirty cases={figures.cases} />
      <p>
        <Link to="/resultat">Alla era resultat</Link>{" "}
        <span className="soft">Får inte spridas.</span>
      </p>
    </section>
  );
}
