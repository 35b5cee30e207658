import { type KeyboardEvent, useEffect } from "react";
import type { Answers, AnswerValue, Codebook, Variable } from "#codebook";
import { pickMissing, pickOption } from "../../keyboard/pick-answer.ts";
import { keyIntent } from "../../keyboard/question-keys.ts";
import { useShortcuts } from "../../keyboard/shortcuts.ts";
import { ChoiceList } from "../../ui/ChoiceList.tsx";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { swedishOf, type ToldLanguage, toldIn, translationsOf } from "./told-question.ts";
import "../../ui/questions.css";

type Props = {
  readonly codebook: Codebook;
  /** Read aloud in it; `undefined`: keyed in from a paper. */
  readonly readIn: ToldLanguage | undefined;
  /** Whether the keyboard begins at the first of them. */
  readonly startsHere: boolean;
  readonly answers: Answers;
  readonly onAnswers: (answers: Answers) => void;
  /** Back from the first question. */
  readonly onBefore: () => void;
  readonly problem: string | undefined;
};

/** The client's own questions, as they stand on the paper. */
export function surveyQuestionsOf(codebook: Codebook): readonly Variable[] {
  return codebook.variables.filter(({ phase, view }) => phase === "client" && !view);
}

/**
 * A key that answers also goes on: whoever keys in a pile of papers looks at the papers, and what she has
 * answered stands before her when she saves. Arrows and the mouse stay where they are.
 */
export function SurveyQuestions({
  codebook,
  readIn,
  startsHere,
  answers,
  onAnswers,
  onBefore,
  problem,
}: Props) {
  const [shortcuts] = useShortcuts();
  const questions = surveyQuestionsOf(codebook);
  useEffect(() => {
    if (startsHere) focusFirstQuestion();
  }, [startsHere]);

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
    if (!intent) return;
    if (intent.kind === "option") {
      const option = question.options[intent.index];
      if (option) give(question, pickOption(question, answers[question.id], option.code));
    } else if (intent.kind === "missing") {
      give(question, pickMissing(question, answers[question.id], intent.code));
    } else if (intent.kind !== "next" && intent.kind !== "previous") return;
    event.preventDefault();
    if (intent.kind === "previous" && index === 0) onBefore();
    else focusQuestion(questions[intent.kind === "previous" ? index - 1 : index + 1]);
  }

  return (
    <>
      {questions.map((question, index) => {
        const told = toldIn(readIn, question);
        return (
          <fieldset
            key={question.id}
            id={`enkat-${question.id}`}
            className={readIn ? "question read-aloud" : "question"}
            onKeyDown={(event) => onKeyDown(event, question, index)}
          >
            <legend>
              {swedishOf(question)}
              {told.tag !== "sv" && (
                <span className="told-question" lang={told.tag} dir={told.direction}>
                  {told.ask}
                </span>
              )}
            </legend>
            <ChoiceList
              question={question}
              value={answers[question.id]}
              id={`enkat-${question.id}`}
              translations={translationsOf(told)}
              onAnswer={(value) => give(question, value)}
            />
          </fieldset>
        );
      })}
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
