import type { Figure } from "#report";
import { Chain } from "../../figures/Chain.tsx";
import { Picture } from "../../ui/Picture.tsx";
import { briefOf, chainOf, countedAmongAnswers, messageOf } from "../../words/figure-words.ts";
import { FigureTable } from "./FigureTable.tsx";

type Props = {
  readonly figure: Figure;
  /** The level of its title. */
  readonly level: 3 | 4;
  /** How the question behind it was answered; its own rows where it is that question. */
  readonly answers?: Figure["rows"];
};

/** One figure: message, picture, chain of denominators, and its table folded under it. */
export function FigureArticle({ figure, level, answers = figure.rows }: Props) {
  const Title = `h${level}` as const;
  const { id, label, sentence, certainty, picture, kind, reconstructed } = figure;
  const titleId = `figur-${id}`;
  const { message, rest } = messageOf(sentence);
  const counted = countedAmongAnswers(figure, answers);
  return (
    <article className="card figure" aria-labelledby={titleId}>
      <Title id={titleId}>
        {message} {certainty === "uncertain" && <span className="mark">osäkert</span>}{" "}
        {reconstructed && <span className="mark">rekonstruerad</span>}
      </Title>
      {kind !== "frequencies" && certainty !== "empty" && !picture && (
        <p className="figure-value">{briefOf(figure).value}</p>
      )}
      {picture && <Picture node={picture} label={`Diagram: ${message}`} />}
      {rest && <p>{rest}</p>}
      <Chain links={chainOf({ ...figure, rows: answers })} />
      {counted && <p className="soft">{counted}</p>}
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
