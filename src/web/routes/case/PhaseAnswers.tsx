import { type AnswerSheet, addressKey, type PhaseId, type Question, questionsOf } from "#codebook";
import { valueInWords } from "../../words/answer-words.ts";
import { useOpenCase } from "./case-context.ts";
import { rowTitle } from "./steps.ts";

/** The questions of a phase, each with what was answered; then why what looks odd is right. */
export function PhaseAnswers({ phase }: { readonly phase: PhaseId }) {
  const { codebook, sheet, view } = useOpenCase();
  const answers = questionsOf(codebook, sheet, phase).map((asked) =>
    asked.kind === "question" ? (
      <Answered key={asked.variable.id} question={asked.variable} answers={sheet.answers} />
    ) : (
      asked.rows.map(({ item, fields }, index) => (
        <fieldset key={item.id} className="row-card">
          <legend>{rowTitle(asked.group.label.sv, index)}</legend>
          {fields.map((field) => (
            <Answered
              key={addressKey({ variable: field.id, item: item.id })}
              question={field}
              answers={item.answers}
            />
          ))}
        </fieldset>
      ))
    ),
  );
  return (
    <>
      {answers}
      {view.completed[phase]?.overrides?.map(({ check, reason }) => (
        <dl key={check} className="answered">
          <dt>{codebook.checks.find(({ id }) => id === check)?.message.sv ?? check}</dt>
          <dd>{reason}</dd>
        </dl>
      ))}
    </>
  );
}

function Answered({
  question,
  answers,
}: {
  readonly question: Question;
  readonly answers: AnswerSheet["answers"];
}) {
  const value = answers[question.id];
  return (
    <dl className="answered">
      <dt>{(question.prompt ?? question.label).sv}</dt>
      <dd>{value ? valueInWords(question, value) : <span className="soft">Inget svar</span>}</dd>
    </dl>
  );
}
