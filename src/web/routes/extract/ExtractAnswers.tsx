import {
  type AnswerSheet,
  addressKey,
  type Codebook,
  type PhaseId,
  type Question,
  questionsOf,
} from "#codebook";
import type { CaseView } from "#server";
import { valueInWords } from "../../words/answer-words.ts";
import { exactMoment } from "../../words/calendar.ts";
import { rowTitle } from "../case/steps.ts";
import { isReconstructed } from "./is-reconstructed.ts";

type Props = { readonly codebook: Codebook; readonly view: CaseView };

/** Every phase with its questions and what was answered, as the case stands. */
export function ExtractAnswers({ codebook, view }: Props) {
  const phases = codebook.phases.filter(({ id }) => id !== "client");
  return (
    <>
      {phases.map(({ id, label }) => (
        <section key={id} className="extract-phase">
          <h3>{label.sv}</h3>
          <p className="soft">{stateOf(view, id)}</p>
          <PhaseOnPaper codebook={codebook} sheet={view.sheet} phase={id} />
          {view.completed[id]?.overrides?.map(({ check, reason }) => (
            <dl key={check} className="extract-line">
              <dt>{codebook.checks.find((each) => each.id === check)?.message.sv ?? check}</dt>
              <dd>{reason}</dd>
            </dl>
          ))}
        </section>
      ))}
    </>
  );
}

function stateOf({ completed }: CaseView, phase: PhaseId): string {
  const done = completed[phase];
  return done ? `Klar ${exactMoment(done.at)}.` : "Inte klar.";
}

type PhaseProps = {
  readonly codebook: Codebook;
  readonly sheet: AnswerSheet;
  readonly phase: PhaseId;
};

function PhaseOnPaper({ codebook, sheet, phase }: PhaseProps) {
  const asked = questionsOf(codebook, sheet, phase);
  if (asked.length === 0) return <p>Inga frågor.</p>;
  return asked.map((each) =>
    each.kind === "question" ? (
      <AnswerOnPaper key={each.variable.id} question={each.variable} answers={sheet.answers} />
    ) : (
      each.rows.map(({ item, fields }, index) => (
        <div key={item.id} className="extract-row">
          <h4>{rowTitle(each.group.label.sv, index)}</h4>
          {fields.map((field) => (
            <AnswerOnPaper
              key={addressKey({ variable: field.id, item: item.id })}
              question={field}
              answers={item.answers}
            />
          ))}
        </div>
      ))
    ),
  );
}

type AnswerProps = { readonly question: Question; readonly answers: AnswerSheet["answers"] };

export function AnswerOnPaper({ question, answers }: AnswerProps) {
  const value = answers[question.id];
  return (
    <dl className="extract-line">
      <dt>
        {(question.prompt ?? question.label).sv}
        {isReconstructed(question) && <span title="Återskapad fråga"> *</span>}
      </dt>
      <dd>{value ? valueInWords(question, value) : "Inget svar"}</dd>
    </dl>
  );
}
