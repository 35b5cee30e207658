import type { Codebook, Variable } from "#codebook";
import { conditionInWords } from "../../words/condition-words.ts";
import { Boxes, DateBoxes } from "../codebook/form/Boxes.tsx";
import { allMeetingQuestions } from "../screening-tally/meeting-questions.ts";

type Props = {
  readonly codebook: Codebook;
  /** On its sheet. */
  readonly place: number;
};

/** One meeting on half a sheet. Its heading says nothing of what it is about. */
export function MeetingForm({ codebook, place }: Props) {
  const { label, version } = codebook;
  return (
    <article className="meeting-form" aria-labelledby={`blankett-${place}`}>
      <header>
        <h2 id={`blankett-${place}`}>Efter mötet</h2>
        <p>
          Dag <DateBoxes />
        </p>
        <p>
          Hög <Boxes places={6} />
        </p>
      </header>
      <p className="meeting-form-words">
        Ett möte, en blankett. Skriv inget som visar vem det gäller, och inget klockslag.{" "}
        <span className="soft">
          {label.sv}, version {version}
        </span>
      </p>
      <div className="meeting-form-questions">
        {allMeetingQuestions(codebook).map((question) => (
          <PaperAnswers key={question.id} question={question} codebook={codebook} />
        ))}
      </div>
    </article>
  );
}

type AnswersProps = { readonly question: Variable; readonly codebook: Codebook };

function PaperAnswers({ question, codebook }: AnswersProps) {
  const { label, options, type, condition, required } = question;
  const kind = type === "multiple" ? "tick several" : "tick";
  return (
    <div className="meeting-form-question">
      <h3>
        {label.sv}
        {type === "multiple" && <span className="soft"> Ett eller flera.</span>}
        {required === false && <span className="soft"> Frivilligt.</span>}
      </h3>
      {condition && (
        <p className="paper-condition">Besvaras om {conditionInWords(condition, codebook)}.</p>
      )}
      <ul>
        {options.map(({ code, label: words }, index) => (
          <li key={code}>
            <span className={kind} aria-hidden="true" />
            <span>
              {index + 1} {words.sv}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
