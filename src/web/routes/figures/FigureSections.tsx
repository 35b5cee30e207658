import type { Codebook } from "#codebook";
import type { Figure } from "#report";
import type { FigurePhase } from "../../figures/figure-order.ts";
import { FigureArticle } from "./FigureArticle.tsx";
import { keyFigures, phaseAnchor, questions } from "./section-names.ts";

type KeyFiguresProps = {
  readonly figures: readonly Figure[];
  /** The questions that the key figures are counted from. */
  readonly variables: readonly Figure[];
  readonly codebook: Codebook;
};

export function KeyFigures({ figures, variables, codebook }: KeyFiguresProps) {
  return (
    <section aria-labelledby={keyFigures.id} className="figure-section">
      <h2 id={keyFigures.id} tabIndex={-1}>
        {keyFigures.title}
      </h2>
      <div className="figure-articles">
        {figures.map((figure) => (
          <FigureArticle
            key={figure.id}
            figure={figure}
            level={3}
            answers={answersBehind(figure, variables, codebook)}
          />
        ))}
      </div>
    </section>
  );
}

function answersBehind(
  { id }: Figure,
  variables: readonly Figure[],
  { indicators }: Codebook,
): Figure["rows"] {
  const question = indicators.find((indicator) => indicator.id === id)?.variable;
  return variables.find((variable) => variable.id === question)?.rows ?? [];
}

/** Every question under the phase it is asked in. */
export function QuestionFigures({ phases }: { readonly phases: readonly FigurePhase[] }) {
  return (
    <section aria-labelledby={questions.id} className="figure-section">
      <h2 id={questions.id}>{questions.title}</h2>
      {phases.map(({ id, name, figures }) => (
        <section key={id} aria-labelledby={phaseAnchor(id)} className="figure-phase">
          <h3 id={phaseAnchor(id)} tabIndex={-1}>
            {name}
          </h3>
          <div className="figure-articles">
            {figures.map((figure) => (
              <FigureArticle key={figure.id} figure={figure} level={4} />
            ))}
          </div>
        </section>
      ))}
    </section>
  );
}
