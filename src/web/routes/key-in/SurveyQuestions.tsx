import type { KeyboardEvent } from "react";
import type { Answers, AnswerValue, Codebook, Variable } from "#codebook";
import { pickMissing, pickOption } from "../../keyboard/pick-answer.ts";
import { keyIntent } from "../../keyboard/question-keys.ts";
import { useShortcuts } from "../../keyboard/shortcuts.ts";
import { ChoiceList } from "../../ui/ChoiceList.tsx";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import "../../ui/questions.css";

/** Nothing is completed by a key here, and there is nothing more to read about a question. */
const answersOrMoves: readonly string[] = ["option", "missing", "next", "previous"];

type Props = {
  readonly codebook: Codebook;
  readonly answers: Answers;
  readonly onAnswers: (answers: Answers) => void;
  readonly problem: string | undefined;
};

/** The client's own questions, as they stand on the paper. */
export function SurveyQuestions({ codebook, answers, onAnswers, problem }: Props) {
  const [shortcuts] = useShortcuts();
  const questions = codebook.variables.filter(({ phase, view }) => phase === "client" && !view);

  function give({ id }: Variable, value: AnswerValue | null): void {
    const { [id]: _, ...others } = answers;
    onAnswers(value === null ? others : { ...others, [id]: value });
  }

  function onKeyDown(event: KeyboardEvent, question: Variable, index: number): void {
    const intent = keyIntent(event, {
      control: "choice",
      options: question.options.length,
      missing: question.missing.map(({ code }) => code),
      shortcuts,
    });
    if (!intent || !answersOrMoves.includes(intent.kind)) return;
    event.preventDefault();
    const option = intent.kind === "option" ? question.options[intent.index] : undefined;
    if (option) give(question, pickOption(question, answers[question.id], option.code));
    if (intent.kind === "missing") {
      give(question, pickMissing(question, answers[question.id], intent.code));
    }
    if (intent.kind === "next") focusQuestion(questions[index + 1]);
    if (intent.kind === "previous") focusQuestion(questions[index - 1]);
  }

  return (
    <>
      {questions.map((question, index) => (
        <fieldset
          key={question.id}
          id={`enkat-${question.id}`}
          className="question"
          onKeyDown={(event) => onKeyDown(event, question, index)}
        >
          <legend>{(question.prompt ?? question.label).sv}</legend>
          <ChoiceList
            question={question}
            value={answers[question.id]}
            id={`enkat-${question.id}`}
            onAnswer={(value) => give(question, value)}
          />
        </fieldset>
      ))}
      <FieldProblem id="enkat-problem" sentence={problem} />
    </>
  );
}

export function focusFirstQuestion(): void {
  document.querySelector<HTMLElement>(".question input")?.focus();
}

function focusQuestion(question: Variable | undefined): void {
  const holder = question && document.getElementById(`enkat-${question.id}`);
  const input =
    holder?.querySelector<HTMLElement>("input:checked") ??
    holder?.querySelector<HTMLElement>("input");
  (input ?? document.querySelector<HTMLElement>("form button[type=submit]"))?.focus();
}
