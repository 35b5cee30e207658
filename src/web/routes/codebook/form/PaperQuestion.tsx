import type { Codebook, Question } from "#codebook";
import { conditionInWords } from "../../../words/condition-words.ts";
import { isLocal } from "../is-local.ts";
import { Boxes, DateBoxes } from "./Boxes.tsx";

type Props = {
  readonly question: Question;
  readonly codebook: Codebook;
};

/** More than this many answers stand in two columns. */
const inOneColumn = 3;

/** One question with its boxes. */
export function PaperQuestion({ question, codebook }: Props) {
  const { id, label, prompt, options, missing, type, condition } = question;
  const kind = type === "multiple" ? "tick several" : "tick";
  return (
    <div className="paper-question">
      <h3>
        {!isLocal(id) && <span className="entry-id">{id} </span>}
        {(prompt ?? label).sv}
        {type === "multiple" && <span className="soft"> Ett eller flera svar.</span>}
      </h3>
      {condition && (
        <p className="paper-condition">Besvaras om {conditionInWords(condition, codebook)}.</p>
      )}
      {type === "date" && (
        <p>
          <DateBoxes />
        </p>
      )}
      {type === "integer" && (
        <p>
          <Boxes places={String(question.range?.to ?? 9999).length} />
        </p>
      )}
      <ul className={options.length > inOneColumn ? "paper-options many" : "paper-options"}>
        {options.map(({ code, label: words, exclusive }) => (
          <li key={code}>
            <span className={kind} aria-hidden="true" />
            <span>
              {words.sv}
              {exclusive && <span className="soft"> (i så fall inget annat)</span>}
            </span>
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <ul className="paper-options missing">
          {missing.map(({ code, label: words }) => (
            <li key={code}>
              <span className="tick" aria-hidden="true" />
              <span>{words.sv}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
