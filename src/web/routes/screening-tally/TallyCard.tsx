import { type ReactNode, useEffect, useRef } from "react";
import type { Answers, Variable } from "#codebook";
import { Button } from "../../ui/Button.tsx";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { TallyOption } from "./TallyOption.tsx";
import type { TallyStep } from "./tally-draft.ts";

export const questionId = "notera-fraga";

type Props = {
  readonly step: TallyStep;
  readonly answers: Answers;
  /** Going on from here is saving. */
  readonly isLast: boolean;
  readonly isFirst: boolean;
  /** Focus goes to each new step, so that it is read aloud; `undefined`: it stays where it is. */
  readonly focusOn: string | undefined;
  readonly problem: string | undefined;
  readonly onPick: (question: Variable, code: number) => void;
  readonly onGoOn: () => void;
  readonly onBack: () => void;
  readonly children?: ReactNode;
};

/** One step of a meeting: its question, the answers as large buttons, and the way on. */
export function TallyCard({ step, answers, isLast, isFirst, focusOn, problem, ...props }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focusOn !== undefined) heading.current?.focus();
  }, [focusOn]);

  const hasWayOn = step.kind === "person" || step.question.type === "multiple";
  return (
    <section className="tally-card" aria-labelledby={questionId}>
      <h2 id={questionId} ref={heading} tabIndex={-1}>
        {step.kind === "person" ? "Kön och ålder" : step.question.label.sv}
      </h2>
      {step.kind === "person" ? (
        <PersonQuestions questions={step.questions} answers={answers} onPick={props.onPick} />
      ) : (
        <OneQuestion question={step.question} answers={answers} onPick={props.onPick} />
      )}
      <div role="alert">
        <FieldProblem id="notera-problem" sentence={problem} />
      </div>
      <div className="row tally-on">
        {hasWayOn && (
          <Button isLarge shortcut="Enter" onPress={props.onGoOn}>
            {isLast ? "Spara" : "Gå vidare"}
          </Button>
        )}
        {!isFirst && <QuietButton onPress={props.onBack}>Tillbaka</QuietButton>}
      </div>
      {props.children}
    </section>
  );
}

type QuestionProps = {
  readonly question: Variable;
  readonly answers: Answers;
  readonly onPick: Props["onPick"];
};

function OneQuestion({ question, answers, onPick }: QuestionProps) {
  const { options, type, definition } = question;
  return (
    <>
      <p className="soft">{definition?.sv}</p>
      <div className="tally-options">
        {options.map(({ code, label, help }, index) => (
          <TallyOption
            key={code}
            label={label.sv}
            help={help?.sv}
            shortcut={String(index + 1)}
            onPick={() => onPick(question, code)}
            {...(type === "multiple" ? { isChosen: isChosen(answers, question, code) } : {})}
          />
        ))}
      </div>
    </>
  );
}

type PersonProps = Omit<QuestionProps, "question"> & { readonly questions: readonly Variable[] };

function PersonQuestions({ questions, answers, onPick }: PersonProps) {
  const before = questions.map((_, index) =>
    questions.slice(0, index).reduce((sum, { options }) => sum + options.length, 0),
  );
  return (
    <>
      <p className="soft">Frivilligt. Tryck Spara utan att välja, om du inte vill notera det.</p>
      {questions.map((question, place) => (
        <fieldset key={question.id} className="tally-person">
          <legend>{question.label.sv}</legend>
          <div className="tally-options narrow">
            {question.options.map(({ code, label }, index) => (
              <TallyOption
                key={code}
                label={label.sv}
                shortcut={String((before[place] ?? 0) + index + 1)}
                isChosen={isChosen(answers, question, code)}
                onPick={() => onPick(question, code)}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </>
  );
}

function isChosen(answers: Answers, { id }: Variable, code: number): boolean {
  const value = answers[id];
  return value?.kind === "codes" && value.codes.includes(code);
}
