import type { Codebook } from "#codebook";
import type { Figure } from "#report";
import { Chain } from "../../figures/Chain.tsx";
import { TableFiles } from "../../figures/TableFiles.tsx";
import { Unfolding } from "../../figures/Unfolding.tsx";
import { Picture } from "../../ui/Picture.tsx";
import { briefOf, shortChainOf, withoutTitle } from "../../words/figure-words.ts";
import { hiddenSentence } from "../../words/hidden-words.ts";
import { methodInWords, type Told } from "../../words/method-words.ts";
import { hidesSomething } from "./hides-something.ts";
import { NationTable } from "./NationTable.tsx";
import { tableSides } from "./table-sides.ts";
import { besideInWords, type UnitBeside } from "./unit-beside.ts";

export type FigureGroup = NonNullable<Told["subgroup"]>;

type Props = {
  readonly figure: Figure;
  /** Unique on the page. */
  readonly anchor: string;
  readonly codebook: Codebook;
  readonly subgroup: FigureGroup | undefined;
  /** How the question behind it was answered; empty where that is not told. */
  readonly answers: Figure["rows"];
  readonly unit: UnitBeside | undefined;
  readonly whole: string;
};

/** One figure of the nation: message, picture, sentence with its base; table and method folded. */
export function NationFigure(props: Props) {
  const { figure, anchor, codebook, subgroup, answers, unit, whole } = props;
  const { label, message, sentence, certainty, picture, kind, reconstructed, response } = figure;
  const isTold = certainty !== "hidden" && certainty !== "empty";
  const own = unit?.figureOf(figure);
  const unitSide = unit && own ? { name: unit.name, figure: own } : undefined;
  const isOfSubgroup = subgroup && figure.id.startsWith(`${subgroup.id}:`);
  const id = isOfSubgroup ? figure.id.slice(subgroup.id.length + 1) : figure.id;
  const isOfPlace = figure.base.answered === undefined;
  const told = { id, subgroup: isOfSubgroup ? subgroup : undefined, isOfPlace };
  return (
    <article className="card nation-figure" aria-labelledby={anchor}>
      <h3 id={anchor}>
        {message} {reconstructed && <span className="mark">rekonstruerad</span>}
      </h3>
      {picture && <Picture node={picture} label={`Diagram: ${message}`} />}
      {!picture && isTold && kind !== "frequencies" && (
        <p className="figure-value">{briefOf(figure).value}</p>
      )}
      <div className="nation-figure-words">
        <p>{withoutTitle(sentence, label.sv, message)}</p>
        {response && <p>{response.sentence}</p>}
        {hidesSomething(figure) && !sentence.includes(hiddenSentence) && <p>{hiddenSentence}</p>}
        <Chain links={shortChainOf({ ...figure, rows: answers })} />
        {unit && own && (
          <p className="unit-beside">
            <strong>Er enhet ({unit.name}):</strong> {besideInWords(own, figure, codebook)}{" "}
            {own.certainty === "uncertain" && <span className="mark">osäkert</span>}
          </p>
        )}
      </div>
      <div className="nation-figure-more">
        {isTold && (
          <Unfolding
            summary={
              <>
                Tabell<span className="aloud"> för {message}</span>
              </>
            }
          >
            {() => (
              <>
                <NationTable
                  figure={figure}
                  sides={tableSides(figure, subgroup?.noun.sv, unitSide, whole)}
                />
                {/* The unit's own, which stand in the table while they are shown, are no file. */}
                <TableFiles panel={figure} about={label.sv} />
              </>
            )}
          </Unfolding>
        )}
        <Unfolding
          summary={
            <>
              Metod<span className="aloud"> för {label.sv}</span>
            </>
          }
        >
          {() => (
            <div className="stack">
              {methodInWords(told, codebook).map((line) => (
                <p key={line}>{line}</p>
              ))}
            </div>
          )}
        </Unfolding>
      </div>
    </article>
  );
}
