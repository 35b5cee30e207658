import { type AnswerSheet, addressKey, type PhaseId, type Question, questionsOf } from "#codebook";
import { valueInWords } from "../../words/answer-words.ts";
import { useOpenCase } from "./case-context.ts";
import { rowTitle } from "./steps.ts";

/** The questions of a phase, each with what was answered. */
export function PhaseAnswers({ phase }: { readonly phase: PhaseId }) {
  const { codebook, sheet } = useOpenCase();
  return questionsOf(codebook, sheet, phase).map((asked) =>
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
