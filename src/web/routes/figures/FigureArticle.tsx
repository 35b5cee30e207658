import type { Figure } from "#report";
import { Picture } from "../../ui/Picture.tsx";
import { wholeNumber } from "../../words/counting.ts";
import { briefOf, chainOf, messageOf } from "../../words/figure-words.ts";
import { FigureTable } from "./FigureTable.tsx";

/** One figure: message, picture, chain of denominators, and its table folded under it. */
export function FigureArticle({ figure }: { readonly figure: Figure }) {
  const { id, label, sentence, certainty, picture, kind, reconstructed } = figure;
  const titleId = `figur-${id}`;
  const { message, rest } = messageOf(sentence);
  return (
    <article className="card figure" aria-labelledby={titleId}>
      <h3 id={titleId}>
        {message} {certainty === "uncertain" && <span className="mark">osäkert</span>}{" "}
        {reconstructed && <span className="mark">rekonstruerad</span>}
      </h3>
      {kind !== "frequencies" && certainty !== "empty" && !picture && (
        <p className="figure-value">{briefOf(figure).value}</p>
      )}
      {picture && <Picture node={picture} label={`Diagram: ${message}`} />}
      {rest && <p>{rest}</p>}
      <Chain figure={figure} />
      {certainty !== "empty" && (
        <details>
          <summary>
            Tabell<span className="aloud"> för {label.sv}</span>
          </summary>
          <FigureTable figure={figure} />
        </details>
      )}
    </article>
  );
}

/** Never a share without it: each link is a part of the one before. */
function Chain({ figure }: { readonly figure: Figure }) {
  return (
    <ol className="chain" aria-label="Hur många ärenden siffran bygger på">
      {chainOf(figure).map(([name, count]) => (
        <li key={name}>
          <strong className="figures-aligned">{wholeNumber(count)}</strong> {name}
        </li>
      ))}
    </ol>
  );
}
