import type { Figure } from "#report";
import { briefOf } from "../words/figure-words.ts";

/** One figure in short. The value is large, its base is never left out. */
export function FigureCard({ figure }: { readonly figure: Figure }) {
  const { value, base, caution } = briefOf(figure);
  return (
    <div className="figure-card">
      <p className="figure-value">{value}</p>
      <div>
        <p className="figure-label">{figure.label.sv}</p>
        <p className="soft">{base}</p>
        {figure.response && <p className="soft">{figure.response.sentence}</p>}
        {caution && <p className="soft">{caution}</p>}
      </div>
    </div>
  );
}
